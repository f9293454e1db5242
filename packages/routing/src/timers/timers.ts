import { IndexedHeap } from '../structures/indexed-heap.ts'
import type { Instant } from '../vocabulary.ts'
import { firesBefore, type Timer } from './timer.ts'
import { appendToLane, leaveLane, type TimerLane } from './timer-lane.ts'

/** Every delay beyond these goes to the heap; a lane that is empty takes the next delay that has none. */
const LANES_MAX = 16

/** All that time will change, in the order in which it fires.
 *
 * A million items wait for automatic closure: in a lane, each costs the same to add and to take out. */
export class Timers {
  readonly #lanes: TimerLane[] = []
  readonly #heap = new IndexedHeap<Timer>({
    before: firesBefore,
    position: (timer) => timer.timerPosition,
    place: (timer, position) => {
      timer.timerPosition = position
    },
  })

  peek(): Timer | undefined {
    let next = this.#heap.peek()
    for (const { first } of this.#lanes) {
      if (first !== null && (next === undefined || firesBefore(first, next))) next = first
    }
    return next
  }

  /** All that is due by the instant, in the order in which it fires. */
  dueBy(instant: Instant): readonly Timer[] {
    const due: Timer[] = []
    this.#heap.visitInOrder((timer) => {
      if (timer.dueAt <= instant) due.push(timer)
      return timer.dueAt <= instant
    })
    for (const { first } of this.#lanes) {
      for (let timer = first; timer !== null && timer.dueAt <= instant; timer = timer.dueAfter) due.push(timer)
    }
    return due.sort((left, right) => (firesBefore(left, right) ? -1 : 1))
  }

  /** Sets when the timer is due; null: never. */
  schedule(timer: Timer, dueAt: Instant | null, now: Instant): void {
    const due = dueAt ?? Number.POSITIVE_INFINITY
    const isScheduled = timer.lane !== null || timer.timerPosition >= 0
    if (due === timer.dueAt && isScheduled === (dueAt !== null)) return
    if (timer.lane !== null) leaveLane(timer.lane, timer)
    if (dueAt === null) {
      this.remove(timer)
      return
    }
    timer.dueAt = due
    const lane = timer.timerPosition >= 0 || timer.kind !== 'workItem' ? null : this.#laneOf(due - now)
    if (lane === null || (lane.last !== null && !firesBefore(lane.last, timer))) this.#heap.put(timer)
    else appendToLane(lane, timer)
  }

  remove(timer: Timer): void {
    if (timer.lane !== null) leaveLane(timer.lane, timer)
    else this.#heap.remove(timer)
    timer.dueAt = Number.POSITIVE_INFINITY
  }

  #laneOf(delayMs: number): TimerLane | null {
    let empty: TimerLane | null = null
    for (const lane of this.#lanes) {
      if (lane.delayMs === delayMs) return lane
      if (lane.first === null) empty = lane
    }
    if (empty !== null) {
      empty.delayMs = delayMs
      return empty
    }
    if (this.#lanes.length >= LANES_MAX) return null
    const lane = { delayMs, first: null, last: null }
    this.#lanes.push(lane)
    return lane
  }
}
