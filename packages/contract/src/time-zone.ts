const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** A time zone over a stretch of time, its changes of offset looked up once. */
export interface TimeZoneTable {
  /** The instant of a wall-clock time, given as if it were UTC.
   *
   * A time that the clock skips is the instant of the change; one that it shows twice is the first of the two. */
  toInstant(wallClockMs: number): number
  /** The wall-clock time of an instant, as if it were UTC. */
  toWallClock(instant: number): number
}

interface Period {
  /** Begins here and lasts until the next one begins. */
  readonly from: number
  readonly offsetMs: number
}

export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** Finds the changes of a zone between two instants, and two days beyond each so that edges convert as well.
 *
 * Errors: RangeError for a name that is not a zone; ask `isTimeZone` first. */
export function timeZoneTable(zone: string, from: number, to: number): TimeZoneTable {
  const periods = offsetPeriods(offsetReader(zone), from - 2 * DAY_MS, to + 2 * DAY_MS)
  return {
    toInstant: (wallClockMs) => toInstant(periods, wallClockMs),
    toWallClock: (instant) => instant + (periodAt(periods, instant)?.offsetMs ?? 0),
  }
}

/** A day as clocks on the wall have it. */
export interface LocalDay {
  /** "2026-11-26" */
  readonly date: string
  /** Its first instant, and the first one after it. */
  readonly from: number
  readonly to: number
}

/** The day of an instant in a zone. */
export function localDayOf(zone: string, instant: number): LocalDay {
  const table = timeZoneTable(zone, instant - DAY_MS, instant + DAY_MS)
  const wallClock = table.toWallClock(instant)
  const midnight = wallClock - (((wallClock % DAY_MS) + DAY_MS) % DAY_MS)
  return {
    date: new Date(midnight).toISOString().slice(0, 10),
    from: table.toInstant(midnight),
    to: table.toInstant(midnight + DAY_MS),
  }
}

/** One look a day finds every change, since no zone changes twice in a day; each is then narrowed to its instant. */
function offsetPeriods(offsetAt: (instant: number) => number, from: number, to: number): readonly Period[] {
  let offsetMs = offsetAt(from)
  const periods: Period[] = [{ from, offsetMs }]
  for (let day = from; day < to; day += DAY_MS) {
    const next = offsetAt(day + DAY_MS)
    if (next === offsetMs) continue
    periods.push({ from: instantOfChange(offsetAt, day, day + DAY_MS), offsetMs: next })
    offsetMs = next
  }
  return periods
}

function instantOfChange(offsetAt: (instant: number) => number, before: number, after: number): number {
  const offsetBefore = offsetAt(before)
  let [low, high] = [before, after]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(middle) === offsetBefore) low = middle
    else high = middle
  }
  return high
}

function toInstant(periods: readonly Period[], wallClockMs: number): number {
  for (const [index, { from, offsetMs }] of periods.entries()) {
    const instant = wallClockMs - offsetMs
    const until = periods[index + 1]?.from ?? Number.POSITIVE_INFINITY
    if (instant < from && index > 0) return from
    if (instant < until) return instant
  }
  return wallClockMs
}

function periodAt(periods: readonly Period[], instant: number): Period | undefined {
  return periods.findLast(({ from }) => from <= instant) ?? periods[0]
}

function offsetReader(zone: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  return (instant) => {
    const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]))
    const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
    const date = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
    return date - Math.floor(instant / 1_000) * 1_000
  }
}
