import type { Instant } from '@unified-routing/routing'

/** Time as the engine sees it; tests hand in one that they move themselves. */
export interface Clock {
  /** Never earlier than the answer before. */
  now(): Instant
  /** Calls back once, when that instant has come, and returns how to call it off. */
  wakeAt(instant: Instant, callback: () => void): () => void
}

/** setTimeout takes no longer delays. */
const DELAY_MAX_MS = 2 ** 31 - 1

/** The machine's time. Set back by a person or a time server, it goes on at its own pace until it is caught up with. */
export function createSystemClock(): Clock {
  let last = { wall: Date.now(), monotonic: performance.now() }
  const now = (): Instant => {
    const monotonic = performance.now()
    const wall = Math.max(Date.now(), Math.floor(last.wall + (monotonic - last.monotonic)))
    if (wall > last.wall) last = { wall, monotonic }
    return last.wall
  }
  return {
    now,
    wakeAt: (instant, callback) => {
      const timer = setTimeout(callback, Math.min(Math.max(instant - now(), 0), DELAY_MAX_MS))
      return () => clearTimeout(timer)
    },
  }
}
