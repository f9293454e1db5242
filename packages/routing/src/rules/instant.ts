import type { Instant } from '../vocabulary.ts'

const MS_PER_DAY = 86_400_000
const MS_PER_MINUTE = 60_000
const DATE_LENGTH = 'YYYY-MM-DD'.length
const MINUTES_LENGTH = 'YYYY-MM-DDTHH:mm'.length
const SECONDS_LENGTH = 'YYYY-MM-DDTHH:mm:ss'.length

/** Reads an ISO 8601 date or date and time without allocating; NaN when it is neither.
 *
 * Shape: "2026-03-02", "2026-03-02T09:00", "…:30", "….123", then "Z", "+01:00", or nothing, which means UTC.
 * The router has no clock of the platform to ask, and rules compare dates on the hot path. */
export function parseInstant(text: string): Instant {
  const day = parseDay(text)
  if (text.length === DATE_LENGTH) return day * MS_PER_DAY
  const separator = text.charAt(DATE_LENGTH)
  if ((separator !== 'T' && separator !== ' ') || text.charAt(13) !== ':') return Number.NaN
  const hours = digits(text, 11, 2)
  const minutes = digits(text, 14, 2)
  if (!(hours <= 23 && minutes <= 59)) return Number.NaN
  let end = MINUTES_LENGTH
  let ms = 0
  if (text.charAt(end) === ':') {
    const seconds = digits(text, 17, 2)
    if (!(seconds <= 59)) return Number.NaN
    end = fractionEnd(text, SECONDS_LENGTH)
    ms = seconds * 1_000 + fractionMs(text, end)
  }
  return day * MS_PER_DAY + (hours * 60 + minutes - offsetMinutes(text, end)) * MS_PER_MINUTE + ms
}

/** True for a text that names a whole day: compared "on or before", it lasts until midnight. */
export function isWholeDay(text: string): boolean {
  return text.length === DATE_LENGTH
}

/** Days since 1970-01-01 of the date that begins the text. */
function parseDay(text: string): number {
  if (text.charAt(4) !== '-' || text.charAt(7) !== '-') return Number.NaN
  const year = digits(text, 0, 4)
  const month = digits(text, 5, 2)
  const day = digits(text, 8, 2)
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month))) return Number.NaN
  return daysFromCivil(year, month, day)
}

/** Days since 1970-01-01 of a date of the Gregorian calendar, by eras of 400 years that begin on 1 March. */
function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Minutes east of UTC of the zone that ends the text; NaN when something else stands there. */
function offsetMinutes(text: string, at: number): number {
  if (at === text.length || (text.charAt(at) === 'Z' && at + 1 === text.length)) return 0
  const sign = text.charAt(at)
  if ((sign !== '+' && sign !== '-') || text.charAt(at + 3) !== ':' || text.length !== at + 6) return Number.NaN
  const hours = digits(text, at + 1, 2)
  const minutes = digits(text, at + 4, 2)
  if (!(hours <= 14 && minutes <= 59)) return Number.NaN
  return (sign === '-' ? -1 : 1) * (hours * 60 + minutes)
}

function fractionEnd(text: string, at: number): number {
  if (text.charAt(at) !== '.') return at
  let end = at + 1
  while (end < text.length && isDigit(text, end)) end++
  return end
}

/** Whole milliseconds of the fraction between the seconds and `end`; further digits are cut off. */
function fractionMs(text: string, end: number): number {
  if (end === SECONDS_LENGTH) return 0
  if (end === SECONDS_LENGTH + 1) return Number.NaN
  let ms = 0
  for (let place = 1; place <= 3; place++) {
    const at = SECONDS_LENGTH + place
    ms = ms * 10 + (at < end ? text.charCodeAt(at) - 48 : 0)
  }
  return ms
}

function digits(text: string, from: number, count: number): number {
  let value = 0
  for (let at = from; at < from + count; at++) {
    if (!isDigit(text, at)) return Number.NaN
    value = value * 10 + text.charCodeAt(at) - 48
  }
  return value
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

/** An instant in ISO 8601, UTC: "2026-03-02T09:00:00.000Z". */
export function formatInstant(instant: Instant): string {
  const days = Math.floor(instant / MS_PER_DAY)
  const ms = instant - days * MS_PER_DAY
  const { year, month, day } = civilFromDays(days)
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  const time = `${pad(Math.floor(ms / 3_600_000), 2)}:${pad(Math.floor(ms / MS_PER_MINUTE) % 60, 2)}`
  return `${date}T${time}:${pad(Math.floor(ms / 1_000) % 60, 2)}.${pad(Math.floor(ms) % 1_000, 3)}Z`
}

function civilFromDays(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  }
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
