import type { Instant } from '../vocabulary.ts'

const MS_PER_SECOND = 1_000
const SECONDS_PER_DAY = 86_400

/** The time of day in UTC, "09:12:04". */
export function utcClock(instant: Instant): string {
  const seconds = Math.floor(instant / MS_PER_SECOND) % SECONDS_PER_DAY
  return `${twoDigits(Math.floor(seconds / 3_600))}:${twoDigits(Math.floor(seconds / 60) % 60)}:${twoDigits(seconds % 60)}`
}

function twoDigits(part: number): string {
  return part < 10 ? `0${part}` : String(part)
}
