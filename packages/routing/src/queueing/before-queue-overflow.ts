import type { OverflowAction } from '../configuration/document.ts'
import type { BeforeQueueOverflow } from '../configuration/overflow-settings.ts'
import { isOpen, nextEdge } from '../hours/working-hours.ts'
import { closeItem } from '../items/close-item.ts'
import { enterQueue } from '../items/enter-queue.ts'
import type { QueueName } from '../vocabulary.ts'
import { recordItem } from '../world/journal.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { World } from '../world/world.ts'
import type { QueueOverflow } from './route-to-queue.ts'

/** Whether a queue overflows at this moment; null: it takes the item. `override`: the rule's own overflow rules. */
export function overflowBeforeQueueing(
  world: World,
  queueName: QueueName,
  override: readonly BeforeQueueOverflow[] | undefined,
): QueueOverflow | null {
  const queue = world.queues.get(queueName)
  if (queue === undefined) return null
  const { calendars } = world.snapshot
  const { operatingHours, beforeQueueOverflow } = queue.settings
  const isOperational = isOpen(calendars, operatingHours, world.now)
  for (const rule of override ?? beforeQueueOverflow) {
    if (rule.action === 'assignAnyway' && rule.trigger === 'outOfOperatingHours' && !isOperational) return null
    if (!isTriggered(rule, { isOperational, waiting: queue.waiting })) continue
    const opensAt = isOperational ? null : nextEdge(calendars, operatingHours, world.now)
    return { trigger: rule.trigger, action: rule.action, isOperational, opensAt }
  }
  return null
}

/** Runs the action of the queue that overflows. Where it sends the item, overflow is not checked again. */
export function overflowTo(
  world: World,
  open: OpenItem,
  { queue, overflow }: { queue: QueueName; overflow: QueueOverflow },
): void {
  const { action, trigger } = overflow
  const targetQueue = typeof action === 'object' && 'transferToQueue' in action ? action.transferToQueue : null
  open.item.queue = queue
  recordItem(world, open, { type: 'workItem.overflowed', trigger, action: actionName(action), targetQueue })
  if (targetQueue !== null) enterQueue(world, open, { queue: targetQueue, reason: 'overflow' })
  else if (action === 'endConversation') closeItem(world, open, 'OverflowEndConversation')
  // Callback, voicemail and outside numbers need a telephone line; until there is one, the item waits.
  else enterQueue(world, open, { queue, reason: 'routed' })
}

export function actionName(action: OverflowAction): string {
  if (typeof action === 'string') return action
  return 'transferToQueue' in action ? 'transferToQueue' : 'transferToNumber'
}

function isTriggered(rule: BeforeQueueOverflow, queue: { isOperational: boolean; waiting: number }): boolean {
  if (rule.trigger === 'outOfOperatingHours') return !queue.isOperational
  // The average wait is not estimated yet (SPEC.md, not yet honoured).
  return rule.trigger === 'workItemLimit' && queue.waiting >= rule.limit
}
