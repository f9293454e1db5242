/**
 * How long it takes to compute the calendars of an organization: a year of a hundred operating hours with breaks.
 *
 * npm run bench -- calendars
 */
import { computeCalendars } from '@unified-routing/contract'
import type { Configuration } from '@unified-routing/routing'
import { createReport } from './harness/report.ts'
import { median } from './harness/statistics.ts'

const ROUNDS = 5

type OperatingHours = NonNullable<Configuration['operatingHours']>[number]

const operatingHours = Array.from(
  { length: 100 },
  (_, index): OperatingHours => ({
    name: `Calendar ${index}`,
    timeZone: index % 2 === 0 ? 'Europe/Madrid' : 'America/New_York',
    hours: [
      {
        days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'],
        start: '09:00',
        end: '17:00',
        breaks: [{ start: '12:00', end: '13:00' }],
      },
    ],
  }),
)

const taken = Array.from({ length: ROUNDS }, () => {
  const begun = performance.now()
  computeCalendars({ version: 1, operatingHours }, Date.UTC(2026, 0, 1), Date.UTC(2027, 0, 1))
  return performance.now() - begun
})
const report = createReport()
report.table({
  name: 'year',
  title: `A year of operating hours with breaks and time zones; median of ${ROUNDS}`,
  columns: ['calendars', 'ms'],
  rows: [[operatingHours.length, median(taken)]],
})
await report.finish()
