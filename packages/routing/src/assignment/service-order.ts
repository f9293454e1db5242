import type { OpenItem } from '../world/open-item.ts'
import type { Line } from './line.ts'

/** The order of service within a queue: by its prioritization rules, bucket and what the rule orders by, or without
 * them by priority score; then start of the wait, sequence. */
export function servedBefore(left: OpenItem, right: OpenItem): boolean {
  if (left.bucket !== right.bucket) return left.bucket < right.bucket
  const prioritization = left.line?.signature.queue.prioritization ?? null
  if (prioritization !== null) {
    const order = prioritization.compare(left.bucket, left.bucketKey, right.bucketKey)
    if (order !== 0) return order < 0
  }
  const one = left.item
  const other = right.item
  if (prioritization === null && one.priorityScore !== other.priorityScore)
    return one.priorityScore > other.priorityScore
  if (one.waitStartedAt !== other.waitStartedAt) return one.waitStartedAt < other.waitStartedAt
  return one.orderSequence < other.orderSequence
}

/** The order of service across queues, by the first item of each line.
 *
 * Queues by priority; of equal priority, the first-in-first-out ones together, by their items; then those with
 * prioritization rules, by name. A line without items comes first, so that it is dropped at once. */
export function lineServedBefore(left: Line, right: Line): boolean {
  const one = left.items.peek()
  const other = right.items.peek()
  if (one === undefined || other === undefined) return one === undefined && other !== undefined
  const queue = left.signature.queue
  const otherQueue = right.signature.queue
  if (queue === otherQueue) return servedBefore(one, other)
  const priority = queue.settings.priority
  const otherPriority = otherQueue.settings.priority
  if (priority !== otherPriority) return priority < otherPriority
  if (queue.prioritization === null && otherQueue.prioritization === null) return servedBefore(one, other)
  if (queue.prioritization === null || otherQueue.prioritization === null) return queue.prioritization === null
  return queue.settings.name < otherQueue.settings.name
}
