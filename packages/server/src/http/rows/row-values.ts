import type { FieldError } from '@unified-routing/contract'
import { type Literal, type RowKey, rowProblems, type TableDefinition } from '@unified-routing/routing'
import type { RowReach } from '../../store/reach.ts'
import type { Reads } from '../../store/reads.ts'
import { invalid } from '../parse.ts'

type Values = Readonly<Record<string, Literal>>

interface LookupSources {
  readonly reads: Reads
  /** Rows that may be looked up: what somebody does not see is not there. */
  readonly reach: RowReach | null
}

/** Checks values against the columns of their table, lookups included, and fails as `invalid` with each bad path. */
export async function requireRowValues(
  table: TableDefinition,
  values: Values,
  { isNew, ...sources }: LookupSources & { readonly isNew: boolean },
): Promise<void> {
  const problems = rowProblems(table, values, !isNew)
  const errors = problems.length > 0 ? problems : await lookupProblems(table, values, sources)
  if (errors.length > 0) throw invalid(errors.map(({ path, message }) => ({ path: `body.values.${path}`, message })))
}

async function lookupProblems(
  table: TableDefinition,
  values: Values,
  { reads, reach }: LookupSources,
): Promise<FieldError[]> {
  const targets: { readonly column: string; readonly key: RowKey }[] = []
  for (const [name, value] of Object.entries(values)) {
    const column = table.columns.get(name)
    if (column?.type === 'lookup' && column.target !== undefined && typeof value === 'string')
      targets.push({ column: name, key: { table: column.target, id: value } })
  }
  if (targets.length === 0) return []
  const found = await reads.rowsByKey(
    targets.map(({ key }) => key),
    reach,
  )
  const present = new Set(found.map(({ table: name, id }) => `${name}\n${id}`))
  return targets
    .filter(({ key }) => !present.has(`${key.table}\n${key.id}`))
    .map(({ column, key }) => ({ path: column, message: `there is no row ${key.id} in ${key.table}` }))
}
