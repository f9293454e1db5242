import { formatInstant as formatExactInstant } from '../../src/rules/instant.ts'
import type { Instant } from '../../src/vocabulary.ts'

const DAY_MS = 86_400_000
const clockForm = /^(\d{2}):(\d{2})(?::(\d{2}))?$/

/** Reads a time of day, "10:40" or "10:40:15", as milliseconds since midnight; null when it is none. */
export function parseClockTime(text: string): number | null {
  const match = clockForm.exec(text)
  return match === null ? null : timeOfDayMs(match[1], match[2], match[3])
}

/** Midnight, UTC, of the day of an instant. */
export function startOfDay(at: Instant): Instant {
  return Math.floor(at / DAY_MS) * DAY_MS
}

/** The instant as people and machines read it, UTC: "2026-03-02T09:00:00Z", with milliseconds where there are any. */
export function formatInstant(at: Instant): string {
  return formatExactInstant(at).replace('.000Z', 'Z')
}

function timeOfDayMs(hours = '0', minutes = '0', seconds = '0'): number | null {
  const [h, m, s] = [Number(hours), Number(minutes), Number(seconds)]
  return h > 23 || m > 59 || s > 59 ? null : ((h * 60 + m) * 60 + s) * 1000
}
