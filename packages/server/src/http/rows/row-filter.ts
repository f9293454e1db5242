import type { FieldError } from '@unified-routing/contract'
import type { TableDefinition } from '@unified-routing/routing'
import type { RowField, RowFilter, RowFilterOperator, RowsQuery } from '../../store/reads.ts'
import { invalid } from '../parse.ts'

/** Columns that every row has, beside those of its table. */
const ownFields = {
  id: 'text',
  active: 'boolean',
  createdAt: 'instant',
  changedAt: 'instant',
} as const

type FieldType = 'text' | 'number' | 'boolean' | 'instant'
type Parsed<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly message: string }

const IN_VALUES_MAX = 50
const orderOperators: readonly RowFilterOperator[] = ['gt', 'ge', 'lt', 'le']
const textOperators: readonly RowFilterOperator[] = ['contains', 'beginsWith']
const valueless: readonly RowFilterOperator[] = ['hasData', 'noData']

/** Reads `column:operator:value` filters against the columns of a table; bad ones fail as `invalid` with their place. */
export function readFilters(table: TableDefinition, filters: readonly string[]): RowFilter[] {
  const parsed = filters.map((text) => readFilter(table, text))
  const errors: FieldError[] = parsed.flatMap((result, index) =>
    result.ok ? [] : [{ path: `query.filter[${index}]`, message: result.message }],
  )
  if (errors.length > 0) throw invalid(errors)
  return parsed.flatMap((result) => (result.ok ? [result.value] : []))
}

/** Reads `column` or `-column`. */
export function readSort(table: TableDefinition, sort: string): RowsQuery['sort'] {
  const descending = sort.startsWith('-')
  const found = findField(table, descending ? sort.slice(1) : sort)
  if (found === null) throw invalid([{ path: 'query.sort', message: unknownField(table) }])
  return { field: found.field, descending }
}

function readFilter(table: TableDefinition, text: string): Parsed<RowFilter> {
  const [column = '', operatorText = '', ...rest] = text.split(':')
  const operator = operators.find((known) => known === operatorText)
  const found = findField(table, column)
  if (found === null) return { ok: false, message: unknownField(table) }
  if (operator === undefined) return { ok: false, message: `the operator must be one of: ${operators.join(', ')}` }
  const trouble = operatorTrouble(operator, found.type, rest.length > 0)
  if (trouble !== null) return { ok: false, message: trouble }
  const texts = operator === 'in' ? rest.join(':').split('|') : rest.length === 0 ? [] : [rest.join(':')]
  if (texts.length > IN_VALUES_MAX) return { ok: false, message: `at most ${IN_VALUES_MAX} values` }
  const values = texts.map((value) => readValue(found.type, value))
  const bad = values.find((value) => value === null)
  if (bad !== undefined) return { ok: false, message: `the value must be ${typeNames[found.type]}` }
  return { ok: true, value: { field: found.field, operator, values: values.filter((value) => value !== null) } }
}

const operators: readonly RowFilterOperator[] = [
  'eq',
  'ne',
  'gt',
  'ge',
  'lt',
  'le',
  'contains',
  'beginsWith',
  'in',
  'hasData',
  'noData',
]

const typeNames: Readonly<Record<FieldType, string>> = {
  text: 'text',
  number: 'a number',
  boolean: 'true or false',
  instant: 'an ISO 8601 date and time',
}

function operatorTrouble(operator: RowFilterOperator, type: FieldType, hasValue: boolean): string | null {
  if (valueless.includes(operator)) return hasValue ? `${operator} takes no value` : null
  if (!hasValue) return `${operator} needs a value`
  if (textOperators.includes(operator) && type !== 'text') return `${operator} works on text only`
  return orderOperators.includes(operator) && type === 'boolean' ? `${operator} does not work on true and false` : null
}

function findField(
  table: TableDefinition,
  name: string,
): { readonly field: RowField; readonly type: FieldType } | null {
  const column = table.columns.get(name)
  if (column !== undefined) {
    const type =
      column.type === 'integer' || column.type === 'decimal' ? 'number' : column.type === 'boolean' ? 'boolean' : 'text'
    return { field: { kind: 'value', column: name, type }, type }
  }
  switch (name) {
    case 'id':
    case 'active':
    case 'createdAt':
    case 'changedAt':
      return { field: { kind: 'own', column: name }, type: ownFields[name] }
    default:
      return null
  }
}

function unknownField(table: TableDefinition): string {
  return `the column must be one of: ${[...Object.keys(ownFields), ...table.columns.keys()].join(', ')}`
}

function readValue(type: FieldType, text: string): string | number | boolean | null {
  switch (type) {
    case 'text':
      return text
    case 'number': {
      const number = Number(text)
      return text.trim() !== '' && Number.isFinite(number) ? number : null
    }
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : null
    case 'instant': {
      const instant = Date.parse(text)
      return /^\d{4}-\d{2}-\d{2}/.test(text) && Number.isSafeInteger(instant) ? instant : null
    }
  }
}
