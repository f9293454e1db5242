import type { Instant } from '../vocabulary.ts'
import type { Timer } from './timer.ts'
import type { TimerLane } from './timer-lane.ts'

/** Something that time will change. Its due instant is derived from its state, so it survives a restart. */
export interface Timed {
  /** Infinity: nothing is due. */
  dueAt: Instant
  /** True: something it is derived from has changed since. */
  isDueStale: boolean
  /** Place in the heap of timers; -1: not there. */
  timerPosition: number
  /** Place in a lane of timers, between two others; null: in none. */
  lane: TimerLane | null
  dueBefore: Timer | null
  dueAfter: Timer | null
}
