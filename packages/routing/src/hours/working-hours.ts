import type { DurationMs, Instant } from '../vocabulary.ts'
import type { Calendars, Intervals } from './calendar.ts'

/** A longer pause ends a shift; a shorter one is a break. */
const BREAK_MAX_MS: DurationMs = 6 * 3_600_000

/** Whether the hours are open at the instant; hours without a name, or unknown ones, are always open. */
export function isOpen(calendars: Calendars, hours: string | null, at: Instant): boolean {
  const intervals = intervalsOf(calendars, hours)
  if (intervals === null) return true
  const next = firstEndingAfter(intervals, at)
  const interval = intervals[next]
  return interval !== undefined && interval[0] <= at
}

/** The next opening or closing after the instant; null: none inside the horizon. */
export function nextEdge(calendars: Calendars, hours: string | null, after: Instant): Instant | null {
  const intervals = intervalsOf(calendars, hours)
  if (intervals === null) return null
  const interval = intervals[firstEndingAfter(intervals, after)]
  if (interval === undefined) return null
  return interval[0] > after ? interval[0] : interval[1]
}

/** The first end of a shift after the instant: a closing that no opening follows the same day, or midnight in the
 * organization's zone for somebody without working hours. Null: none inside the horizon. */
export function nextShiftEnd(calendars: Calendars, hours: string | null, after: Instant): Instant | null {
  const intervals = intervalsOf(calendars, hours)
  if (intervals === null) return firstAfter(calendars.midnights, after)
  for (let index = firstEndingAfter(intervals, after); index < intervals.length; index += 1) {
    const end = intervals[index]?.[1]
    if (end !== undefined && endsShift(calendars, end, intervals[index + 1]?.[0])) return end
  }
  return null
}

function endsShift(calendars: Calendars, end: Instant, nextStart: Instant | undefined): boolean {
  if (nextStart === undefined || nextStart - end > BREAK_MAX_MS) return true
  const midnight = firstAfter(calendars.midnights, end - 1)
  return midnight !== null && nextStart > midnight
}

function intervalsOf(calendars: Calendars, hours: string | null): Intervals | null {
  return hours === null ? null : (calendars.hours[hours] ?? null)
}

function firstEndingAfter(intervals: Intervals, at: Instant): number {
  let low = 0
  let high = intervals.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((intervals[middle]?.[1] ?? 0) > at) high = middle
    else low = middle + 1
  }
  return low
}

function firstAfter(instants: readonly Instant[], after: Instant): Instant | null {
  let low = 0
  let high = instants.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((instants[middle] ?? 0) > after) high = middle
    else low = middle + 1
  }
  return instants[low] ?? null
}
