import { startWaiting, stopWaiting } from '../assignment/waiting.ts'
import type { EventBody } from '../event.ts'
import type { QueueName } from '../vocabulary.ts'
import { recordItem } from '../world/journal.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { World } from '../world/world.ts'
import { setState } from './change-item.ts'
import { closeItem } from './close-item.ts'
import { existingQueue } from './fallback-queue.ts'

type QueuedReason = Extract<EventBody, { type: 'workItem.queued' }>['reason']

/** Lets the item wait in a queue, at the place that its first wait gives it.
 *
 * A conversation that reaches a queue without members is closed; a record stays (decisions, Queues 4). */
export function enterQueue(world: World, open: OpenItem, entry: { queue: QueueName; reason: QueuedReason }): void {
  const { item } = open
  const queue = existingQueue(world, item, entry.queue)
  const isReturn = item.queue === queue && entry.reason === 'returned'
  stopWaiting(world, open)
  item.queue = queue
  if (!isReturn || item.queuedAt === null) item.queuedAt = world.now
  setState(world, open, { to: 'Open', reason: null })
  recordItem(world, open, { type: 'workItem.queued', reason: entry.reason })
  if (item.kind === 'conversation' && world.queues.get(queue)?.members.length === 0) {
    closeItem(world, open, item.closureReason ?? 'ConversationClosed')
    return
  }
  startWaiting(world, open)
  world.arrivals.push(open)
}
