import { enterQueue } from '../items/enter-queue.ts'
import { setStage } from '../items/stages.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { World } from '../world/world.ts'
import { nextLimit, overflowStage } from './in-queue-limit.ts'
import { carryOutOverflow, isLoop, isRefusedToMovedCall } from './overflow-action.ts'

/** Moves the item on, or ends it, as the limit that has passed says. */
export function overflowInQueue(world: World, open: OpenItem): void {
  const { item } = open
  const limit = nextLimit(world, item)
  if (limit === null || item.queue === null || item.queuedAt === null) return
  const { action } = limit
  const { visited, passed } = overflowStage(item)
  setStage(item, 'overflow', { visited, stay: item.queuedAt, passed: passed + 1 })
  world.changes.workItems.add(item)
  if (isLoop(item, action) || isRefusedToMovedCall(item, action)) return
  const after = carryOutOverflow(world, open, { trigger: 'waitingLongerThan', action, stage: 'inQueue' })
  if (typeof after === 'object') enterQueue(world, open, { queue: after.goesTo, reason: 'overflow' })
}
