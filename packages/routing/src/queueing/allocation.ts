import type { QueueName } from '../vocabulary.ts'

/** What a percentage rule remembers between items: plain data for the store. */
export interface AllocationMemory {
  /** The percentages it was counted for; with others the count starts anew. */
  readonly percentages: Readonly<Record<QueueName, number>>
  /** How far each queue is behind its share, in hundredths of an item; the sum is zero. */
  readonly behind: Readonly<Record<QueueName, number>>
}

export interface AllocationPick {
  readonly queue: QueueName
  readonly memory: AllocationMemory
}

const WHOLE_ITEM = 100
/** Keeps the rounding errors of fractional percentages from adding up. */
const GRAIN = 1e6

/** Picks the next queue of a percentage rule: smooth weighted round robin, without chance.
 *
 * After any number of items no queue is off its share by a whole item (decisions.md "Routing" 13). Serving the queue
 * that is furthest behind, as usual, breaks that for five queues (1, 1, 6, 46, 46: off by 1.16). So, by Tijdeman's
 * rule, among the queues that may already be served the one whose next item is due first is taken. */
export function pickByShare(
  percentages: Readonly<Record<QueueName, number>>,
  memory: AllocationMemory | undefined,
): AllocationPick {
  const shares = Object.entries(percentages)
  const remembered = memory !== undefined && samePercentages(memory.percentages, percentages) ? memory.behind : {}
  const due = shares.map(([queue, share]) => ({ queue, share, behind: (remembered[queue] ?? 0) + share }))
  const slack = shares.length > 1 ? WHOLE_ITEM / (2 * shares.length - 2) : 0
  const mayBeServed = due.filter(({ behind }) => behind >= slack)
  const candidates = mayBeServed.length > 0 ? mayBeServed : due
  const timeLeft = ({ share, behind }: (typeof due)[number]) => (WHOLE_ITEM - slack - behind) / share
  const picked = candidates.reduce((best, next) => (timeLeft(next) < timeLeft(best) ? next : best))
  const behind = due.map(({ queue, behind: before }): [QueueName, number] => [
    queue,
    Math.round((queue === picked.queue ? before - WHOLE_ITEM : before) * GRAIN) / GRAIN,
  ])
  return { queue: picked.queue, memory: { percentages, behind: Object.fromEntries(behind) } }
}

function samePercentages(left: AllocationMemory['percentages'], right: AllocationMemory['percentages']): boolean {
  const queues = Object.keys(left)
  return queues.length === Object.keys(right).length && queues.every((queue) => left[queue] === right[queue])
}
