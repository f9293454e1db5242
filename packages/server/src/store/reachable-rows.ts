import type { RowKey } from '@unified-routing/routing'
import { readRows } from './rows.ts'
import type { Store } from './store.ts'
import { rowKeyText, type VersionedRow } from './versioned-row.ts'

/** The columns of each table that hold the id of a row, and the table that this row is of. */
export type Lookups = ReadonlyMap<string, readonly { readonly column: string; readonly target: string }[]>

export interface ReachQuery {
  readonly organizationId: string
  readonly from: readonly RowKey[]
  readonly lookups: Lookups
}

/** Lookups from one row to the next that are followed; rules do not look further. */
const LOOKUP_DEPTH_MAX = 16

/** The rows of the given keys and all that their lookups lead to: one query for each step away, however many rows.
 * Cycles end at the row met before. */
export async function readReachableRows(
  store: Pick<Store, 'db'>,
  { organizationId, from, lookups }: ReachQuery,
): Promise<VersionedRow[]> {
  const asked = new Set<string>()
  const found: VersionedRow[] = []
  let keys = newKeys(from, asked)
  for (let depth = 0; depth <= LOOKUP_DEPTH_MAX && keys.length > 0; depth++) {
    const rows = await readRows(store, organizationId, keys)
    for (const row of rows) found.push(row)
    keys = newKeys(
      rows.flatMap((row) => lookedUp(row, lookups)),
      asked,
    )
  }
  return found
}

/** The keys that a row's lookups hold. */
export function lookedUp(row: Pick<VersionedRow, 'table' | 'values'>, lookups: Lookups): readonly RowKey[] {
  return (lookups.get(row.table) ?? []).flatMap(({ column, target }) => {
    const id = row.values[column]
    return typeof id === 'string' ? [{ table: target, id }] : []
  })
}

function newKeys(keys: readonly RowKey[], asked: Set<string>): RowKey[] {
  return keys.filter((key) => {
    const text = rowKeyText(key)
    if (asked.has(text)) return false
    asked.add(text)
    return true
  })
}
