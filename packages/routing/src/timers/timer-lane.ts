import type { Timer } from './timer.ts'

/** Timers of one delay: whoever comes later is due later, so that the first is the next, and any can leave at once.
 *
 * Most timers are of few delays: automatic closure, offers, limits of queues. */
export interface TimerLane {
  delayMs: number
  first: Timer | null
  last: Timer | null
}

export function appendToLane(lane: TimerLane, timer: Timer): void {
  timer.lane = lane
  timer.dueBefore = lane.last
  if (lane.last === null) lane.first = timer
  else lane.last.dueAfter = timer
  lane.last = timer
}

export function leaveLane(lane: TimerLane, timer: Timer): void {
  const { dueBefore, dueAfter } = timer
  if (dueBefore === null) lane.first = dueAfter
  else dueBefore.dueAfter = dueAfter
  if (dueAfter === null) lane.last = dueBefore
  else dueAfter.dueBefore = dueBefore
  timer.lane = null
  timer.dueBefore = null
  timer.dueAfter = null
}
