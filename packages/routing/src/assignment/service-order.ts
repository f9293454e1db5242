import { compareNames } from '../structures/name-order.ts'
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
 * Queues by their rank; of equal rank are the first-in-first-out ones of one priority, by their items. A line without
 * items comes first, so that it is dropped at once. */
export function lineServedBefore(left: Line, right: Line): boolean {
  if (left.head === null || right.head === null) return left.head === null && right.head !== null
  const queue = left.signature.queue
  const rank = queue.serviceRank
  const otherRank = right.signature.queue.serviceRank
  if (rank !== otherRank) return rank < otherRank
  if (queue.prioritization !== null) return servedBefore(left.head, right.head)
  if (left.headScore !== right.headScore) return left.headScore > right.headScore
  if (left.headSince !== right.headSince) return left.headSince < right.headSince
  return left.headSequence < right.headSequence
}

interface RankedQueue {
  readonly settings: { readonly name: string; readonly priority: number }
  readonly isPrioritized: boolean
}

/** Ranks of queues by name: by priority; of equal priority, the first-in-first-out ones share a rank and come first,
 * then those with prioritization rules, by name. */
export function serviceRanks(queues: readonly RankedQueue[]): ReadonlyMap<string, number> {
  const ordered = queues.toSorted(compareQueues)
  const ranks = new Map<string, number>()
  let rank = 0
  ordered.forEach((queue, index) => {
    const previous = ordered[index - 1]
    if (previous !== undefined && compareQueues(previous, queue) !== 0) rank = index
    ranks.set(queue.settings.name, rank)
  })
  return ranks
}

function compareQueues(left: RankedQueue, right: RankedQueue): number {
  const byPriority = left.settings.priority - right.settings.priority
  const byKind = Number(left.isPrioritized) - Number(right.isPrioritized)
  if (byPriority !== 0 || byKind !== 0 || !left.isPrioritized) return byPriority || byKind
  return compareNames(left.settings.name, right.settings.name)
}
