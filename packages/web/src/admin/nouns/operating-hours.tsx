import { CalendarClockRegular } from '@fluentui/react-icons'
import type { OperatingHours } from '@unified-routing/routing'
import type { Noun } from '../frame/noun.ts'
import { pagesOf } from '../frame/noun-pages.tsx'
import { type HoursValues, OperatingHoursFields } from './operating-hours-fields.tsx'
import { OperatingHoursUse } from './operating-hours-use.tsx'
import { openSpans, spansText, weekdays } from './week-hours.ts'

const operatingHours: Noun<OperatingHours, HoursValues> = {
  path: 'operating-hours',
  list: 'operatingHours',
  words: { one: 'operating hours', many: 'operating hours' },
  lead: 'When queues are open and when people work, with breaks, holidays and a time zone.',
  icon: <CalendarClockRegular />,
  emptyText: 'A queue without operating hours is always open. Here you describe a week and its holidays.',
  rowsOf: ({ operatingHours: rows = [] }) => rows,
  keyOf: ({ name }) => name,
  withName: (row, name) => ({ ...row, name }),
  columns: ({ organization, queues = [], representatives = [] }) => [
    { key: 'name', header: 'Name', value: ({ name }) => name },
    { key: 'week', header: 'Week', width: 'wide', value: ({ hours }) => weekText(hours) },
    {
      key: 'timeZone',
      header: 'Time zone',
      value: ({ timeZone }) => timeZone ?? `${organization?.timeZone ?? 'UTC'}, the organization's`,
    },
    { key: 'holidays', header: 'Holidays', width: 'narrow', value: ({ holidays = [] }) => holidays.length },
    {
      key: 'queues',
      header: 'Queues',
      width: 'narrow',
      value: ({ name }) => queues.filter((queue) => queue.operatingHours === name).length,
    },
    {
      key: 'people',
      header: 'People',
      width: 'narrow',
      value: ({ name }) => representatives.filter(({ workingHours }) => workingHours === name).length,
    },
  ],
  labels: {
    name: 'Name',
    timeZone: 'Time zone',
    hours: 'Hours',
    days: 'Days',
    start: 'From',
    end: 'To',
    breaks: 'Break',
    holidays: 'Holiday',
    from: 'First day',
    to: 'Last day',
  },
  required: { name: 'Write a name.' },
  valuesOf: (row) => ({
    name: row?.name ?? '',
    timeZone: row?.timeZone ?? '',
    hours: (row?.hours ?? [{ days: ['MO', 'TU', 'WE', 'TH', 'FR'], start: '08:00', end: '17:00' }]).map(
      ({ days, start, end, breaks = [] }) => ({
        days,
        start,
        end: shownEnd(end),
        breaks: breaks.map((pause) => ({ start: pause.start, end: shownEnd(pause.end) })),
      }),
    ),
    holidays: (row?.holidays ?? []).map((holiday) => ({ ...holiday })),
  }),
  rowOf: ({ name, timeZone, hours, holidays }) => ({
    name,
    ...(timeZone === '' ? {} : { timeZone }),
    hours: hours.map(({ days, start, end, breaks }) => ({
      days: weekdays.map(({ value }) => value).filter((day) => days.includes(day)),
      start,
      end: storedEnd(end),
      ...(breaks.length === 0
        ? {}
        : { breaks: breaks.map((pause) => ({ start: pause.start, end: storedEnd(pause.end) })) }),
    })),
    ...(holidays.length === 0
      ? {}
      : { holidays: holidays.map(({ name: why, from, to }) => ({ name: why, from, to })) }),
  }),
  Fields: OperatingHoursFields,
  Aside: OperatingHoursUse,
}

export const operatingHoursPages = pagesOf(operatingHours)

/** The browser's time control knows no 24:00. An end at midnight is the end of the day either way. */
function shownEnd(end: string): string {
  return end === '24:00' ? '00:00' : end
}

function storedEnd(end: string): string {
  return end === '00:00' ? '24:00' : end
}

/** "Monday to Friday 08:00–18:00": days in a row with the same times are one. */
function weekText(hours: OperatingHours['hours']): string {
  const texts = openSpans(hours).map(spansText)
  const parts: string[] = []
  for (let first = 0; first < texts.length; ) {
    let last = first
    while (last + 1 < texts.length && texts[last + 1] === texts[first]) last++
    const days = [weekdays[first], weekdays[last]].map((day) => day?.label.slice(0, 3) ?? '')
    if (texts[first] !== 'Closed') parts.push(`${first === last ? days[0] : days.join(' to ')} ${texts[first]}`)
    first = last + 1
  }
  return parts.length === 0 ? 'Always closed' : parts.join('; ')
}
