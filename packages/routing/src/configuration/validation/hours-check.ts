import { parseInstant } from '../../rules/instant.ts'
import type { OperatingHours } from '../document.ts'
import { isRecord, own, type UnknownRecord } from '../unknown-record.ts'
import { distinct, list, name, named, object, oneOf, show, textOf } from './checks.ts'
import { timeZone } from './organization-check.ts'
import type { Check, Place } from './place.ts'
import { weekdays } from './words.ts'

type WorkingDay = OperatingHours['hours'][number]
type Break = NonNullable<WorkingDay['breaks']>[number]
type Holiday = NonNullable<OperatingHours['holidays']>[number]

const SHIFTS_MAX = 100
const BREAKS_MAX = 20
const HOLIDAYS_MAX = 1_000
const clockForm = /^(?:[01]\d|2[0-3]):[0-5]\d$/
const dateForm = /^\d{4}-\d{2}-\d{2}$/

const clockTime: Check = (value, place) => {
  if (typeof value === 'string' && clockForm.test(value)) return
  place.report(`expected a time such as '09:00', found ${show(value)}`)
}

const endTime: Check = (value, place) => {
  if (value !== '24:00') clockTime(value, place)
}

const date: Check = (value, place) => {
  if (typeof value === 'string' && dateForm.test(value) && !Number.isNaN(parseInstant(value))) return
  place.report(`expected a date such as '2026-12-25', found ${show(value)}`)
}

const workingDay = object<WorkingDay>({
  fields: {
    days: distinct(oneOf(weekdays), { min: 1 }),
    start: clockTime,
    end: endTime,
    breaks: list(
      object<Break>({ fields: { start: clockTime, end: endTime }, required: ['start', 'end'], refine: checkSpan }),
      { max: BREAKS_MAX },
    ),
  },
  required: ['days', 'start', 'end'],
  refine: (shift, place) => {
    checkSpan(shift, place)
    checkBreaks(shift, place)
  },
})

const holiday = object<Holiday>({
  fields: { name: name(), from: date, to: date },
  required: ['name', 'from', 'to'],
  refine: (row, place) => {
    const [from, to] = [textOf(row, 'from'), textOf(row, 'to')]
    if (from !== null && to !== null && dateForm.test(to) && to < from) {
      place.at('to').report(`${show(to)} is before ${show(from)}; both dates are included, swap them`)
    }
  },
})

export const operatingHours = named(
  object<OperatingHours>({
    fields: {
      name: name(),
      timeZone,
      hours: list(workingDay, { max: SHIFTS_MAX }),
      holidays: list(holiday, { max: HOLIDAYS_MAX }),
    },
    required: ['name', 'hours'],
  }),
  { max: 1_000 },
)

/** Hours that end before they start go on into the next day; equal times would be either nothing or everything. */
function checkSpan(span: UnknownRecord, place: Place): void {
  const [start, end] = [own(span, 'start'), own(span, 'end')]
  if (typeof start !== 'string' || start !== end) return
  place.at('end').report(`start and end are both ${show(start)}; for the whole day write '00:00' to '24:00'`)
}

function checkBreaks(shift: UnknownRecord, place: Place): void {
  const [start, end, breaks] = [textOf(shift, 'start'), textOf(shift, 'end'), own(shift, 'breaks')]
  if (start === null || end === null || end <= start || !Array.isArray(breaks)) return
  for (const [index, pause] of breaks.entries()) {
    const [from, to] = isRecord(pause) ? [textOf(pause, 'start'), textOf(pause, 'end')] : [null, null]
    if (from === null || to === null || (from >= start && to <= end && from < to)) continue
    place
      .at('breaks')
      .at(index)
      .report(`the break is not inside the hours from ${show(start)} to ${show(end)}; move it`)
  }
}
