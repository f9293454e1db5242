import { parseInstant } from '../rules/instant.ts'
import type { Column } from './document.ts'
import { didYouMean } from './nearest.ts'
import type { TableDefinition } from './tables.ts'
import { isRecord } from './unknown-record.ts'

const TEXT_LENGTH_MAX = 100_000
/** Suggestions take time, and nobody reads so many: the rest is found when these are mended. */
const PROBLEMS_MAX = 100

/** What is wrong with the values of a row: unknown columns, wrong types, choices that do not exist, missing data.
 *
 * `isPartial`: a change to a row that exists, where absent columns keep what they hold.
 * Limits: the first 100 values that are wrong. */
export function rowProblems(
  table: TableDefinition,
  values: unknown,
  isPartial: boolean,
): readonly { readonly path: string; readonly message: string }[] {
  if (!isRecord(values)) return [{ path: '', message: 'expected an object of columns and values' }]
  const problems: { path: string; message: string }[] = []
  for (const [name, value] of Object.entries(values)) {
    const column = table.columns.get(name)
    const message =
      column === undefined
        ? `table '${table.name}' has no column '${name.slice(0, 60)}'${didYouMean(name, table.columns.keys())}`
        : columnValueProblem(column, value, table)
    if (message !== null) problems.push({ path: name, message })
    if (problems.length === PROBLEMS_MAX) break
  }
  for (const { name, required } of table.columns.values()) {
    if (required !== true) continue
    const isAbsent = !Object.hasOwn(values, name)
    if (isAbsent ? !isPartial : values[name] === null) problems.push({ path: name, message: 'is required; add it' })
  }
  return problems
}

/** Why the value cannot stand in the column, or null. Null clears a column. */
export function columnValueProblem(column: Column, value: unknown, table: TableDefinition): string | null {
  if (value === null) return null
  const expected = expectations[column.type]
  if (!expected.accepts(value)) return `expected ${expected.what}, found ${describe(value)}`
  if (column.type !== 'choice' || column.choices === undefined || table.openChoices.has(column.name)) return null
  const choice = String(value)
  if (column.choices.includes(choice)) return null
  const suggestion = didYouMean(choice, column.choices)
  return `no choice '${choice.slice(0, 60)}'${suggestion || `; the choices are ${column.choices.slice(0, 20).join(', ')}`}`
}

interface Expectation {
  readonly what: string
  readonly accepts: (value: unknown) => boolean
}

const expectations: Readonly<Record<Column['type'], Expectation>> = {
  text: { what: `a text of at most ${TEXT_LENGTH_MAX} characters`, accepts: isText },
  choice: { what: 'one of the choices', accepts: isText },
  lookup: { what: 'the id of a row', accepts: isText },
  integer: { what: 'a whole number', accepts: (value) => Number.isSafeInteger(value) },
  decimal: { what: 'a number', accepts: (value) => Number.isFinite(value) },
  boolean: { what: 'true or false', accepts: (value) => typeof value === 'boolean' },
  dateTime: {
    what: "a date such as '2026-03-02' or '2026-03-02T09:00:00Z'",
    accepts: (value) => typeof value === 'string' && !Number.isNaN(parseInstant(value)),
  },
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length <= TEXT_LENGTH_MAX
}

function describe(value: unknown): string {
  if (typeof value === 'string') return `'${value.slice(0, 60)}'`
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'an object'
}
