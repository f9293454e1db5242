import { closeItem } from '../items/close-item.ts'
import { enterQueue } from '../items/enter-queue.ts'
import { setStage } from '../items/stages.ts'
import { recordItem } from '../world/journal.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { World } from '../world/world.ts'
import { actionName } from './before-queue-overflow.ts'
import { nextLimit, overflowStage } from './in-queue-limit.ts'

/** A chain of overflows ends after so many queues (decisions, Queues 2). */
const HOPS_MAX = 10

/** Moves the item on, or ends it, as the limit that has passed says. */
export function overflowInQueue(world: World, open: OpenItem): void {
  const { item } = open
  const limit = nextLimit(world, item)
  const { queue } = item
  if (limit === null || queue === null || item.queuedAt === null) return
  const { action } = limit
  const { visited, passed } = overflowStage(item)
  const targetQueue = typeof action === 'object' && 'transferToQueue' in action ? action.transferToQueue : null
  const isLoop = targetQueue !== null && (visited.includes(targetQueue) || visited.length >= HOPS_MAX)
  setStage(item, 'overflow', { visited, stay: item.queuedAt, passed: passed + 1 })
  world.changes.workItems.add(item)
  if (isLoop) return
  const overflowed = { type: 'workItem.overflowed', trigger: 'waitingLongerThan', targetQueue } as const
  recordItem(world, open, { ...overflowed, action: actionName(action) })
  if (targetQueue !== null) {
    setStage(item, 'overflow', { visited: [...visited, queue], stay: world.now, passed: 0 })
    enterQueue(world, open, { queue: targetQueue, reason: 'overflow' })
  } else if (action === 'endConversation') closeItem(world, open, 'InqueueOverflowEndConversation')
}
