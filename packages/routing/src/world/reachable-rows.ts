import type { RowReader } from '../rules/facts.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { Row, WorkItem } from '../work-item.ts'
import { recordKey } from './row-cache.ts'

/** Every row that a rule about the item can read, along lookups. Cycles of lookups end where they began. */
export function reachableRows(
  item: WorkItem,
  reader: RowReader,
  lookups: Snapshot['lookups'],
): ReadonlyMap<string, Row> {
  const found = new Map<string, Row>()
  const pending: (readonly [table: string, id: string])[] = []
  if (item.record !== null) pending.push([item.record.table, item.record.id])
  if (item.customer !== null) pending.push(['contact', item.customer])
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const row = reader.row(next[0], next[1])
    if (row === undefined || found.has(recordKey(row.table, row.id))) continue
    found.set(recordKey(row.table, row.id), row)
    for (const [column, target] of lookups.get(row.table) ?? []) {
      const id = row.values[column]
      if (typeof id === 'string') pending.push([target, id])
    }
  }
  return found
}
