import { factsOf } from '../assignment/item-facts.ts'
import { startWaiting, stopWaiting } from '../assignment/waiting.ts'
import type { EventBody } from '../event.ts'
import { carryOutOverflow } from '../queueing/overflow-action.ts'
import { asksForAvailability, overflowOnEntry } from '../queueing/overflow-playbook.ts'
import type { QueueName } from '../vocabulary.ts'
import { recordQueued } from '../world/frequent-events.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { World } from '../world/world.ts'
import { announce } from './announce.ts'
import { setState } from './change-item.ts'
import { closeItem } from './close-item.ts'
import { existingQueue } from './fallback-queue.ts'
import { endParticipations } from './participants.ts'
import { setStage } from './stages.ts'

type QueuedReason = Extract<EventBody, { type: 'workItem.queued' }>['reason']

interface Entry {
  readonly queue: QueueName
  readonly reason: QueuedReason
}

/** Who comes in by one of these is a newcomer to the queue, whose overflow playbooks look at it. */
const newcomers: readonly QueuedReason[] = ['routed', 'transfer', 'overflow']

/** Lets the item wait in a queue, at the place that its first wait gives it, or where a playbook sends it on entry.
 *
 * A conversation that reaches a queue without members is closed; a record stays (decisions, Queues 4). */
export function enterQueue(world: World, open: OpenItem, entry: Entry): void {
  // What waits for somebody is in nobody's hands: there is nothing to watch.
  endParticipations(world, open, { which: 'everybody', reason: 'QueueTransfer' })
  let next: Entry | null = entry
  // A playbook never leads back to a queue that the item has left.
  while (next !== null) next = enterOne(world, open, next)
}

/** Null: the item waits, or has left for good; else the queue that it goes on to. */
function enterOne(world: World, open: OpenItem, { queue: name, reason }: Entry): Entry | null {
  const { item } = open
  const queue = existingQueue(world, item, name)
  const isReturn = item.queue === queue && reason === 'returned'
  stopWaiting(world, open)
  item.queue = queue
  if (!isReturn || item.queuedAt === null) item.queuedAt = world.now
  setState(world, open, { to: 'Open', reason: null })
  const there = world.queues.get(queue)
  recordQueued(world, open, { reason, rule: there?.prioritization?.ruleFor(factsOf(world, item)) ?? null })
  if (item.kind === 'conversation' && there?.members.length === 0) {
    announce(world, open, 'notAssignable')
    closeItem(world, open, item.closureReason ?? 'ConversationClosed')
    return null
  }
  const isNewcomer = newcomers.includes(reason)
  const overflow = isNewcomer ? overflowOnEntry(world, item) : null
  if (overflow !== null) {
    const after = carryOutOverflow(world, open, overflow)
    if (after === 'left') return null
    if (after !== 'stays') return { queue: after.goesTo, reason: 'overflow' }
  }
  if (isNewcomer && asksForAvailability(world, item)) setStage(item, 'newcomer', true)
  startWaiting(world, open)
  world.arrivals.push(open)
  return null
}
