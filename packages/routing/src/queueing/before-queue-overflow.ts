import type { BeforeQueueOverflow } from '../configuration/overflow-settings.ts'
import { isOpen, nextEdge } from '../hours/working-hours.ts'
import { enterQueue } from '../items/enter-queue.ts'
import type { DurationMs, QueueName } from '../vocabulary.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { World } from '../world/world.ts'
import { predictedWaitMs } from './average-wait.ts'
import { carryOutOverflow } from './overflow-action.ts'
import type { QueueOverflow } from './route-to-queue.ts'

/** Whether a queue overflows at this moment; null: it takes the item. `override`: the rule's own overflow rules.
 *
 * A queue outside its hours overflows even if its action is to take the item anyway: another rule's queue comes first. */
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
    if (
      !isTriggered(rule, {
        isOperational,
        waiting: queue.waiting,
        predictedWaitMs: () => predictedWaitMs(world, queueName),
      })
    )
      continue
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
  open.item.queue = queue
  const after = carryOutOverflow(world, open, { trigger, action, stage: 'beforeQueue' })
  if (after === 'stays') enterQueue(world, open, { queue, reason: 'routed' })
  else if (after !== 'left') enterQueue(world, open, { queue: after.goesTo, reason: 'overflow' })
}

interface QueueNow {
  readonly isOperational: boolean
  readonly waiting: number
  readonly predictedWaitMs: () => DurationMs | null
}

function isTriggered(
  rule: BeforeQueueOverflow,
  { isOperational, waiting, predictedWaitMs: predict }: QueueNow,
): boolean {
  if (rule.trigger === 'outOfOperatingHours') return !isOperational
  if (rule.trigger === 'workItemLimit') return waiting >= rule.limit
  const waitMs = predict()
  return waitMs !== null && waitMs > rule.waitMs
}
