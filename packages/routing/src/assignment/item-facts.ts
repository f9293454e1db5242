import type { Facts } from '../rules/facts.ts'
import type { WorkItem } from '../work-item.ts'
import type { World } from '../world/world.ts'

/** What conditions about this item read. */
export function factsOf(world: World, item: WorkItem): Facts {
  return {
    now: world.now,
    rows: world.rows,
    record: item.record === null ? null : (world.rows.row(item.record.table, item.record.id) ?? null),
    item,
    workstream: world.snapshot.workstreamFacts.get(item.workstream) ?? null,
    representative: null,
  }
}
