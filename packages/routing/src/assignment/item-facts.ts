import { workstreamFacts } from '../configuration/workstream-settings.ts'
import type { Facts } from '../rules/facts.ts'
import type { WorkItem } from '../work-item.ts'
import type { World } from '../world/world.ts'

/** What conditions about this item read. */
export function factsOf(world: World, item: WorkItem): Facts {
  const workstream = world.snapshot.workstreams.get(item.workstream)
  return {
    now: world.now,
    rows: world.rows,
    record: item.record === null ? null : (world.rows.row(item.record.table, item.record.id) ?? null),
    item,
    workstream: workstream === undefined ? null : workstreamFacts(workstream),
    representative: null,
  }
}
