import { inQueueOverflowDue, nextLimit } from '../queueing/in-queue-limit.ts'
import { compareNames } from '../structures/name-order.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { World } from '../world/world.ts'
import { dueTimer } from './item-due.ts'

/** Whether what is due about the item at this instant is the end of its wait in the queue. */
export function overflowsNow(world: World, { item }: OpenItem): boolean {
  return dueTimer(world, item, world.now) === 'inQueueOverflow'
}

/** Items in the order in which they overflow. */
export interface OverflowTurns {
  /** Those whose limit has passed before, while somebody was asked. */
  readonly overdue: readonly OpenItem[]
  readonly due: readonly OpenItem[]
}

/** The items that overflow at this instant, one of each queue in turn: the shortest limit first, then by name; within a
 * queue by arrival (decisions, Queues 7). */
export function overflowTurns(world: World): OverflowTurns {
  const places = new Map<string, number>()
  const due: { readonly open: OpenItem; readonly limit: number; readonly queue: string; readonly round: number }[] = []
  for (const timer of world.timers.dueBy(world.now)) {
    if (timer.kind !== 'workItem' || !overflowsNow(world, timer)) continue
    const limit = nextLimit(world, timer.item)?.waitingLongerThanMs ?? 0
    const queue = timer.item.queue ?? ''
    const key = JSON.stringify([limit, queue])
    const round = places.get(key) ?? 0
    places.set(key, round + 1)
    due.push({ open: timer, limit, queue, round })
  }
  due.sort((left, right) => {
    const byTurn = left.round - right.round || left.limit - right.limit
    return byTurn || compareNames(left.queue, right.queue)
  })
  const items = due.map(({ open }) => open)
  const isOverdue = ({ item }: OpenItem) => (inQueueOverflowDue(world, item) ?? world.now) < world.now
  return { overdue: items.filter(isOverdue), due: items.filter((open) => !isOverdue(open)) }
}
