import type { Calendars, Configuration, Intervals } from '@unified-routing/routing'
import { isTimeZone, type TimeZoneTable, timeZoneTable } from './time-zone.ts'

type OperatingHours = NonNullable<Configuration['operatingHours']>[number]
type WorkingDay = OperatingHours['hours'][number]
type Weekday = WorkingDay['days'][number]
type Interval = Intervals[number]

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000
/** By the number that `Date.getUTCDay` gives. */
const weekdays: readonly Weekday[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

/** Opening hours and midnights of a configuration as instants, for the router, which knows no zones.
 *
 * Shape: a break is closed time; a holiday closes its local dates, both included. Hours whose end is not after their
 *        start go on into the next day. A clock time that daylight saving skips is the instant of the change, one that
 *        occurs twice the first of the two. Intervals that cross an end of the horizon are given whole.
 * Limits: every zone must exist (`zoneProblems`); a year of a hundred calendars takes some tens of milliseconds. */
export function computeCalendars(configuration: Configuration, fromMs: number, toMs: number): Calendars {
  // The default of the document; the contract takes only types from the router's package.
  const organizationZone = configuration.organization?.timeZone ?? 'UTC'
  const zones = new Map<string, TimeZoneTable>()
  const zoneOf = (name: string) => {
    const zone = zones.get(name) ?? timeZoneTable(name, fromMs, toMs)
    zones.set(name, zone)
    return zone
  }
  const hours = (configuration.operatingHours ?? []).map((calendar): [string, Intervals] => [
    calendar.name,
    openIntervals(calendar, { zone: zoneOf(calendar.timeZone ?? organizationZone), fromMs, toMs }),
  ])
  return {
    horizon: { from: fromMs, to: toMs },
    hours: Object.fromEntries(hours),
    midnights: midnights({ zone: zoneOf(organizationZone), fromMs, toMs }),
  }
}

/** Time zones of a document that do not exist, in the form of the validator's problems. */
export function zoneProblems(configuration: Configuration): readonly { path: string; message: string }[] {
  const named = [
    { path: 'organization.timeZone', zone: configuration.organization?.timeZone },
    ...(configuration.operatingHours ?? []).map(({ timeZone }, index) => ({
      path: `operatingHours[${index}].timeZone`,
      zone: timeZone,
    })),
  ]
  return named.flatMap(({ path, zone }) =>
    zone === undefined || isTimeZone(zone)
      ? []
      : [{ path, message: `no time zone '${zone}'; use a name of the IANA list such as 'Europe/Madrid'` }],
  )
}

interface Horizon {
  readonly zone: TimeZoneTable
  readonly fromMs: number
  readonly toMs: number
}

function openIntervals(calendar: OperatingHours, horizon: Horizon): Intervals {
  const { zone, fromMs, toMs } = horizon
  const open: Interval[] = []
  const closed: Interval[] = (calendar.holidays ?? []).map(({ from, to }) => [
    zone.toInstant(Date.parse(from)),
    zone.toInstant(Date.parse(to) + DAY_MS),
  ])
  for (const date of localDates(horizon)) {
    const weekday = weekdays[new Date(date).getUTCDay()] ?? 'SU'
    for (const day of calendar.hours) {
      if (!day.days.includes(weekday)) continue
      const shift = shiftOf(day)
      open.push(at(zone, date, shift))
      for (const pause of breaksOf(day, shift)) closed.push(at(zone, date, pause))
    }
  }
  return subtract(union(open), union(closed)).filter(([from, to]) => to > fromMs && from < toMs)
}

/** Local dates, as midnights of UTC, that can touch the horizon; a shift may have begun the day before. */
function* localDates({ zone, fromMs, toMs }: Horizon): Generator<number> {
  const first = startOfDay(zone.toWallClock(fromMs)) - DAY_MS
  const last = startOfDay(zone.toWallClock(toMs))
  for (let date = first; date <= last; date += DAY_MS) yield date
}

function midnights(horizon: Horizon): readonly number[] {
  const { zone, fromMs, toMs } = horizon
  return [...localDates(horizon)]
    .map((date) => zone.toInstant(date))
    .filter((instant) => instant >= fromMs && instant < toMs)
}

interface Span {
  readonly startMs: number
  readonly endMs: number
}

function shiftOf({ start, end }: WorkingDay): Span {
  const startMs = clockMs(start)
  const endMs = clockMs(end)
  return { startMs, endMs: endMs > startMs ? endMs : endMs + DAY_MS }
}

/** Breaks of a shift that goes past midnight may lie on its second day. */
function breaksOf({ breaks = [] }: WorkingDay, shift: Span): readonly Span[] {
  return breaks.map(({ start, end }) => {
    const pause = shiftOf({ days: [], start, end })
    const later = pause.startMs < shift.startMs ? DAY_MS : 0
    return { startMs: pause.startMs + later, endMs: pause.endMs + later }
  })
}

function at(zone: TimeZoneTable, date: number, { startMs, endMs }: Span): Interval {
  return [zone.toInstant(date + startMs), zone.toInstant(date + endMs)]
}

function clockMs(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return (hours * 60 + minutes) * MINUTE_MS
}

function startOfDay(wallClockMs: number): number {
  return Math.floor(wallClockMs / DAY_MS) * DAY_MS
}

/** Sorted and disjoint; intervals that touch become one. */
function union(intervals: readonly Interval[]): Intervals {
  const joined: [number, number][] = []
  for (const [from, to] of intervals.toSorted((left, right) => left[0] - right[0])) {
    const last = joined.at(-1)
    if (from >= to) continue
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}

function subtract(open: Intervals, closed: Intervals): Intervals {
  const rest: Interval[] = []
  let next = 0
  for (const [from, to] of open) {
    let start = from
    while ((closed[next]?.[1] ?? Number.POSITIVE_INFINITY) <= start) next++
    for (let index = next; index < closed.length && start < to; index++) {
      const [closedFrom, closedTo] = closed[index] ?? [to, to]
      if (closedFrom >= to) break
      if (closedFrom > start) rest.push([start, closedFrom])
      start = Math.max(start, closedTo)
    }
    if (start < to) rest.push([start, to])
  }
  return rest
}
