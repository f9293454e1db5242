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
  const days = Math.floor(at / DAY_MS)
  const ms = at - days * DAY_MS
  const { year, month, day } = civilFromDays(days)
  const seconds = Math.floor(ms / 1000)
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => pad(part, 2))
  const fraction = ms % 1000 === 0 ? '' : `.${pad(ms % 1000, 3)}`
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}T${clock.join(':')}${fraction}Z`
}

function timeOfDayMs(hours = '0', minutes = '0', seconds = '0'): number | null {
  const [h, m, s] = [Number(hours), Number(minutes), Number(seconds)]
  return h > 23 || m > 59 || s > 59 ? null : ((h * 60 + m) * 60 + s) * 1000
}

/** The date of a day counted from 1970-01-01. Years are counted from March, so that a leap day is the last of its year. */
function civilFromDays(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  }
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0')
}
