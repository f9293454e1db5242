import type { FieldError } from '@unified-routing/contract'
import type { Literal, RowKey, TableDefinition } from '@unified-routing/routing'
import { z } from 'zod'
import type { Reads } from '../../store/reads.ts'
import { invalid } from '../parse.ts'

type Column = TableDefinition['columns'] extends ReadonlyMap<string, infer C> ? C : never
type Values = Readonly<Record<string, Literal>>

const dateTime = z.iso.datetime({ offset: true })

/** Checks values against the columns of their table, lookups included, and fails as `invalid` with each bad path. */
export async function requireRowValues(
  table: TableDefinition,
  values: Values,
  { reads, isNew }: { readonly reads: Reads; readonly isNew: boolean },
): Promise<void> {
  const errors: FieldError[] = []
  const targets: { readonly column: string; readonly key: RowKey }[] = []
  for (const [name, value] of Object.entries(values)) {
    const column = table.columns.get(name)
    const message = column === undefined ? unknownColumn(table) : valueTrouble(column, value)
    if (message !== null) errors.push({ path: valuePath(name), message })
    else if (column?.type === 'lookup' && column.target !== undefined && typeof value === 'string')
      targets.push({ column: name, key: { table: column.target, id: value } })
  }
  errors.push(...requiredTroubles(table, values, isNew), ...(await lookupTroubles(targets, reads)))
  if (errors.length > 0) throw invalid(errors)
}

function unknownColumn(table: TableDefinition): string {
  return `is not a column of ${table.name}; its columns: ${[...table.columns.keys()].join(', ')}`
}

/** What is wrong with a value of a column; null: nothing. Null clears any column that is not required. */
export function valueTrouble(column: Column, value: Literal): string | null {
  if (value === null) return column.required ? 'is required' : null
  switch (column.type) {
    case 'text':
      return typeof value === 'string' ? null : 'must be text'
    case 'integer':
      return Number.isSafeInteger(value) ? null : 'must be a whole number'
    case 'decimal':
      return typeof value === 'number' ? null : 'must be a number'
    case 'boolean':
      return typeof value === 'boolean' ? null : 'must be true or false'
    case 'dateTime':
      return typeof value === 'string' && isDate(value)
        ? null
        : 'must be an ISO 8601 date and time, such as 2026-03-01T09:30:00Z'
    case 'choice':
      return typeof value === 'string' && (column.choices ?? []).includes(value)
        ? null
        : `must be one of: ${(column.choices ?? []).join(', ')}`
    case 'lookup':
      return typeof value === 'string' && value.length > 0
        ? null
        : `must be the id of a row of ${column.target ?? 'a table'}`
  }
}

function isDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? z.iso.date().safeParse(value).success : dateTime.safeParse(value).success
}

function requiredTroubles(table: TableDefinition, values: Values, isNew: boolean): FieldError[] {
  if (!isNew) return []
  return [...table.columns.values()]
    .filter((column) => column.required && !Object.hasOwn(values, column.name))
    .map((column) => ({ path: valuePath(column.name), message: 'is required' }))
}

async function lookupTroubles(
  targets: readonly { readonly column: string; readonly key: RowKey }[],
  reads: Reads,
): Promise<FieldError[]> {
  if (targets.length === 0) return []
  const found = await reads.rowsByKey(targets.map(({ key }) => key))
  const present = new Set(found.map(({ table, id }) => `${table}\n${id}`))
  return targets
    .filter(({ key }) => !present.has(`${key.table}\n${key.id}`))
    .map(({ column, key }) => ({ path: valuePath(column), message: `there is no row ${key.id} in ${key.table}` }))
}

function valuePath(column: string): string {
  return `body.values.${column}`
}
