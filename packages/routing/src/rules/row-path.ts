import type { Column } from '../configuration/document.ts'
import { didYouMean } from '../configuration/nearest.ts'
import type { TableCatalog } from '../configuration/tables.ts'
import type { Literal } from '../vocabulary.ts'
import type { Row } from '../work-item.ts'
import type { RowReader } from './facts.ts'
import { isProblem, type PathProblem } from './resolved-path.ts'
import type { ValueKind } from './value.ts'

/** The columns of a path made ready to read from a row, through lookups of any depth. */
export interface ResolvedColumns {
  readonly kind: ValueKind
  readonly choices: readonly string[] | null
  readonly read: (row: Row | undefined, rows: RowReader) => Literal
}

/** What every row has beside its columns. */
const ID_COLUMN = 'id'

const kinds: Readonly<Record<Column['type'], ValueKind>> = {
  text: 'text',
  integer: 'number',
  decimal: 'number',
  boolean: 'boolean',
  dateTime: 'instant',
  choice: 'choice',
  lookup: 'text',
}

/** Resolves column names from a table on: all but the last must be lookups. A missing row reads as null. */
export function resolveColumns(
  columns: readonly string[],
  table: string,
  tables: TableCatalog,
): ResolvedColumns | PathProblem {
  const [name = '', ...further] = columns
  const definition = tables.get(table)
  if (definition === undefined) return { problem: `there is no table '${table}'` }
  const column = definition.columns.get(name)
  if (column === undefined) {
    if (name === ID_COLUMN && further.length === 0) {
      return { kind: 'text', choices: null, read: (row) => row?.id ?? null }
    }
    return { problem: `table '${table}' has no column '${name}'${didYouMean(name, definition.columns.keys())}` }
  }
  if (further.length === 0) return readColumn(column, definition.openChoices.has(name))
  const target = column.type === 'lookup' ? column.target : undefined
  if (target === undefined)
    return { problem: `column '${name}' of table '${table}' is not a lookup; end the path there` }
  const next = resolveColumns(further, target, tables)
  return isProblem(next) ? next : followLookup(name, target, next)
}

/** The literal under a name; what is not a literal, inherited members of objects included, is null. */
export function literalAt(values: Readonly<Record<string, Literal>>, name: string): Literal {
  const value = values[name]
  if (typeof value === 'string' || typeof value === 'number') return value
  return typeof value === 'boolean' ? value : null
}

function readColumn({ name, type, choices }: Column, open: boolean): ResolvedColumns {
  return {
    kind: kinds[type],
    choices: type === 'choice' && choices !== undefined && !open ? choices : null,
    read: (row) => (row === undefined ? null : literalAt(row.values, name)),
  }
}

function followLookup(column: string, target: string, next: ResolvedColumns): ResolvedColumns {
  return {
    ...next,
    read: (row, rows) => {
      const id = row === undefined ? null : literalAt(row.values, column)
      return typeof id === 'string' ? next.read(rows.row(target, id), rows) : null
    },
  }
}
