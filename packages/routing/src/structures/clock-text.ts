import type { Instant } from '../vocabulary.ts'

const MS_PER_SECOND = 1_000
const SECONDS_PER_DAY = 86_400

/** The time of day in UTC, "09:12:04". */
export function utcClock(instant: Instant): string {
  const seconds = Math.floor(instant / MS_PER_SECOND) % SECONDS_PER_DAY
  return [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')
}
