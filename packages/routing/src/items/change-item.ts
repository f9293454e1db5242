import { dueChanged } from '../timers/next-timer.ts'
import type { ClosureReason, WorkItemState } from '../vocabulary.ts'
import type { WorkItem } from '../work-item.ts'
import { recordStateChanged } from '../world/frequent-events.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { World } from '../world/world.ts'

/** Marks the item as changed now: its automatic closure starts anew, and the store writes it. */
export function changed(world: World, open: OpenItem): void {
  open.item.changedAt = world.now
  world.changes.workItems.add(open.item)
  dueChanged(world, open)
}

/** Moves the item to another state. The caller keeps its session, queue and line in line with it. */
export function setState(
  world: World,
  open: OpenItem,
  { to, reason }: { readonly to: WorkItemState; readonly reason: ClosureReason | null },
): void {
  const from = open.item.state
  open.item.state = to
  if (from !== to) recordStateChanged(world, open, { from, to, reason })
  changed(world, open)
}

export function workstreamOf(world: World, item: WorkItem) {
  return world.snapshot.workstreams.get(item.workstream)
}
