import type { Configuration } from '@unified-routing/routing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { computeCalendars, zoneProblems } from './calendars.ts'

type OperatingHours = NonNullable<Configuration['operatingHours']>[number]

const everyDay = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] satisfies OperatingHours['hours'][number]['days']

function at(iso: string): number {
  return Date.parse(iso)
}

function intervals(calendar: Omit<OperatingHours, 'name'>, from: string, to: string): string[][] {
  const { hours } = computeCalendars({ version: 1, operatingHours: [{ name: 'Desk', ...calendar }] }, at(from), at(to))
  return (hours.Desk ?? []).map((interval) => interval.map((instant) => new Date(instant).toISOString().slice(0, 16)))
}

test('hours follow the days of the week and the zone of the calendar', () => {
  const calendar: Omit<OperatingHours, 'name'> = {
    timeZone: 'Europe/Madrid',
    hours: [{ days: ['MO', 'TU'], start: '09:00', end: '17:00' }],
  }
  expect(intervals(calendar, '2026-03-02T00:00Z', '2026-03-09T00:00Z')).toEqual([
    ['2026-03-02T08:00', '2026-03-02T16:00'],
    ['2026-03-03T08:00', '2026-03-03T16:00'],
  ])
})

test('a calendar without a zone takes the one of the organization', () => {
  const { hours } = computeCalendars(
    {
      version: 1,
      organization: { timeZone: 'America/New_York' },
      operatingHours: [{ name: 'Desk', hours: [{ days: ['MO'], start: '09:00', end: '10:00' }] }],
    },
    at('2026-03-02T00:00Z'),
    at('2026-03-03T00:00Z'),
  )
  expect(hours.Desk).toEqual([[at('2026-03-02T14:00Z'), at('2026-03-02T15:00Z')]])
})

test('a break is closed time', () => {
  const calendar: Omit<OperatingHours, 'name'> = {
    hours: [{ days: ['MO'], start: '09:00', end: '17:00', breaks: [{ start: '12:00', end: '12:30' }] }],
  }
  expect(intervals(calendar, '2026-03-02T00:00Z', '2026-03-03T00:00Z')).toEqual([
    ['2026-03-02T09:00', '2026-03-02T12:00'],
    ['2026-03-02T12:30', '2026-03-02T17:00'],
  ])
})

test('a holiday closes its local dates, both included', () => {
  const calendar: Omit<OperatingHours, 'name'> = {
    timeZone: 'Asia/Tokyo',
    hours: [{ days: everyDay, start: '00:00', end: '24:00' }],
    holidays: [{ name: 'Golden Week', from: '2026-05-03', to: '2026-05-05' }],
  }
  expect(intervals(calendar, '2026-05-02T00:00Z', '2026-05-07T00:00Z')).toEqual([
    ['2026-04-30T15:00', '2026-05-02T15:00'],
    ['2026-05-05T15:00', '2026-05-07T15:00'],
  ])
})

test('a night shift goes on into the next day, its break on either side of midnight', () => {
  const calendar: Omit<OperatingHours, 'name'> = {
    hours: [{ days: ['FR'], start: '22:00', end: '06:00', breaks: [{ start: '02:00', end: '02:30' }] }],
  }
  expect(intervals(calendar, '2026-03-07T00:00Z', '2026-03-08T00:00Z')).toEqual([
    ['2026-03-06T22:00', '2026-03-07T02:00'],
    ['2026-03-07T02:30', '2026-03-07T06:00'],
  ])
})

test('the night when clocks go forward is an hour shorter, the one when they go back an hour longer', () => {
  const calendar: Omit<OperatingHours, 'name'> = {
    timeZone: 'Europe/Madrid',
    hours: [{ days: ['SU'], start: '00:00', end: '08:00' }],
  }
  expect(intervals(calendar, '2026-03-29T00:00Z', '2026-03-30T00:00Z')).toEqual([
    ['2026-03-28T23:00', '2026-03-29T06:00'],
  ])
  expect(intervals(calendar, '2026-10-25T00:00Z', '2026-10-26T00:00Z')).toEqual([
    ['2026-10-24T22:00', '2026-10-25T07:00'],
  ])
})

test('a start that the clock skips is the instant of the change', () => {
  const calendar: Omit<OperatingHours, 'name'> = {
    timeZone: 'Europe/Madrid',
    hours: [{ days: ['SU'], start: '02:30', end: '05:00' }],
  }
  expect(intervals(calendar, '2026-03-29T00:00Z', '2026-03-30T00:00Z')).toEqual([
    ['2026-03-29T01:00', '2026-03-29T03:00'],
  ])
})

test('midnights of the horizon are those of the organization, also when the day has 23 hours', () => {
  const { midnights } = computeCalendars(
    { version: 1, organization: { timeZone: 'Europe/Madrid' } },
    at('2026-03-28T00:00Z'),
    at('2026-03-31T00:00Z'),
  )
  expect(midnights).toEqual([at('2026-03-28T23:00Z'), at('2026-03-29T22:00Z'), at('2026-03-30T22:00Z')])
})

test('zones that do not exist are reported where they stand', () => {
  const problems = zoneProblems({
    version: 1,
    organization: { timeZone: 'Europe/Madrd' },
    operatingHours: [
      { name: 'Good', timeZone: 'UTC', hours: [] },
      { name: 'Bad', timeZone: 'Mars/Olympus', hours: [] },
    ],
  })
  expect(problems.map(({ path }) => path)).toEqual(['organization.timeZone', 'operatingHours[1].timeZone'])
})

test('intervals are sorted, disjoint, and agree with a look at the clock on the wall', () => {
  const clock = fc
    .integer({ min: 0, max: 47 })
    .map((half) => `${String(half >> 1).padStart(2, '0')}:${half % 2 ? '30' : '00'}`)
  const day = fc.record({ days: fc.subarray(everyDay, { minLength: 1 }), start: clock, end: clock })
  fc.assert(
    fc.property(
      fc.array(day, { maxLength: 4 }),
      fc.constantFrom('UTC', 'America/Sao_Paulo', 'Asia/Kolkata', 'Australia/Lord_Howe'),
      (hours, timeZone) => {
        const from = at('2026-06-01T00:00Z')
        const { hours: computed } = computeCalendars(
          { version: 1, operatingHours: [{ name: 'Desk', timeZone, hours }] },
          from,
          from + 7 * 86_400_000,
        )
        const open = computed.Desk ?? []
        for (const [index, [start, end]] of open.entries()) {
          expect(start).toBeLessThan(end)
          expect(start).toBeGreaterThan(open[index - 1]?.[1] ?? Number.NEGATIVE_INFINITY)
        }
        for (let instant = from; instant < from + 7 * 86_400_000; instant += 1_800_000) {
          const isOpen = open.some(([start, end]) => start <= instant && instant < end)
          expect(isOpen).toBe(hours.some((shift) => isDuring(shift, wallClock(timeZone, instant))))
        }
      },
    ),
    { numRuns: 40 },
  )
})

function wallClock(timeZone: string, instant: number): { weekday: number; clock: string } {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit' })
  const [weekday = '', clock = ''] = parts.format(instant).split(/,? /)
  return { weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(weekday), clock }
}

function isDuring(shift: OperatingHours['hours'][number], { weekday, clock }: ReturnType<typeof wallClock>): boolean {
  const today = shift.days.some((day) => everyDay.indexOf(day) === weekday)
  const yesterday = shift.days.some((day) => everyDay.indexOf(day) === (weekday + 6) % 7)
  if (shift.end > shift.start) return today && clock >= shift.start && clock < shift.end
  return (today && clock >= shift.start) || (yesterday && clock < shift.end)
}

test('a year of a hundred calendars has every day of each', () => {
  const operatingHours = Array.from(
    { length: 100 },
    (_, index): OperatingHours => ({
      name: `Calendar ${index}`,
      timeZone: index % 2 === 0 ? 'Europe/Madrid' : 'America/New_York',
      hours: [{ days: everyDay, start: '09:00', end: '17:00', breaks: [{ start: '12:00', end: '13:00' }] }],
    }),
  )
  const { hours } = computeCalendars({ version: 1, operatingHours }, at('2026-01-01T00:00Z'), at('2027-01-01T00:00Z'))
  expect(Object.values(hours).map((spans) => spans.length)).toEqual(Array(100).fill(2 * 365))
})
