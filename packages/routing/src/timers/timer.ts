import { IndexedHeap } from '../structures/indexed-heap.ts'
import type { Instant } from '../vocabulary.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { Person, WrapUpBlock } from '../world/person.ts'

/** Whatever time will change. Timers of one instant fire in the order of `rank`, then by identity. */
export type Timer = OpenItem | Person | WrapUpBlock

/** Capacity comes back first, then people, then work: what is freed at an instant serves what is due at it. */
const rank: Readonly<Record<Timer['kind'], number>> = { wrapUpBlock: 0, representative: 1, workItem: 2 }

export function createTimers(): IndexedHeap<Timer> {
  return new IndexedHeap<Timer>({
    before: firesBefore,
    position: (timer) => timer.timerPosition,
    place: (timer, position) => {
      timer.timerPosition = position
    },
  })
}

/** Sets when the timer is due; null: never. */
export function schedule(timers: IndexedHeap<Timer>, timer: Timer, dueAt: Instant | null): void {
  const due = dueAt ?? Number.POSITIVE_INFINITY
  if (due === timer.dueAt && (timer.timerPosition >= 0 || dueAt === null)) return
  timer.dueAt = due
  if (dueAt === null) timers.remove(timer)
  else timers.put(timer)
}

function firesBefore(left: Timer, right: Timer): boolean {
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
