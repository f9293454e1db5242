import type { OpenItem } from '../world/open-item.ts'
import type { Person, WrapUpBlock } from '../world/person.ts'

/** Whatever time will change. */
export type Timer = OpenItem | Person | WrapUpBlock

/** Capacity comes back first, then people, then work: what is freed at an instant serves what is due at it. */
const rank: Readonly<Record<Timer['kind'], number>> = { wrapUpBlock: 0, representative: 1, workItem: 2 }

/** Timers of one instant fire in the order of `rank`, then by identity. */
export function firesBefore(left: Timer, right: Timer): boolean {
  if (left.dueAt !== right.dueAt) return left.dueAt < right.dueAt
  if (left.kind !== right.kind) return rank[left.kind] < rank[right.kind]
  if (left.kind === 'workItem' && right.kind === 'workItem') {
    return left.item.orderSequence < right.item.orderSequence
  }
  return identity(left) < identity(right)
}

function identity(timer: Timer): string {
  if (timer.kind === 'representative') return timer.state.name
  return timer.kind === 'workItem' ? timer.item.id : timer.workItem
}
