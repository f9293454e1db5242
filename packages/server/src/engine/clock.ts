import type { Instant } from '@unified-routing/routing'

/** Time as the engine sees it; tests hand in one that they move themselves. */
export interface Clock {
  /** Never earlier than the answer before. */
  now(): Instant
  /** From here on it is never earlier than this. */
  notBefore(instant: Instant): void
  /** Calls back once, when that instant has come, and returns how to call it off. */
  wakeAt(instant: Instant, callback: () => void): () => void
}

/** setTimeout takes no longer delays. */
const DELAY_MAX_MS = 2 ** 31 - 1

/** What a machine knows of time: the hour, which people and time servers set, and a count that only goes forward. */
export interface TimeSource {
  readonly wall: () => number
  readonly monotonic: () => number
}

const machine: TimeSource = { wall: Date.now, monotonic: () => performance.now() }

/** The machine's time. Set back by a person or a time server, it goes on at its own pace until it is caught up with. */
export function createSystemClock({ wall, monotonic }: TimeSource = machine): Clock {
  let last = { wall: wall(), monotonic: monotonic() }
  const now = (): Instant => {
    const count = monotonic()
    const instant = Math.max(wall(), Math.floor(last.wall + (count - last.monotonic)))
    if (instant > last.wall) last = { wall: instant, monotonic: count }
    return last.wall
  }
  return {
    now,
    notBefore: (instant) => {
      if (instant > now()) last = { wall: instant, monotonic: monotonic() }
    },
    wakeAt: (instant, callback) => {
      const timer = setTimeout(callback, Math.min(Math.max(instant - now(), 0), DELAY_MAX_MS))
      return () => clearTimeout(timer)
    },
  }
}
