/** One entry of operating hours: the same times on some days. */
export interface HoursEntry {
  readonly days: readonly string[]
  readonly start: string
  readonly end: string
  readonly breaks?: readonly { readonly start: string; readonly end: string }[]
}

/** Minutes from midnight; the end is not included. */
export type Span = readonly [from: number, to: number]

export const weekdays = [
  { value: 'MO', label: 'Monday' },
  { value: 'TU', label: 'Tuesday' },
  { value: 'WE', label: 'Wednesday' },
  { value: 'TH', label: 'Thursday' },
  { value: 'FR', label: 'Friday' },
  { value: 'SA', label: 'Saturday' },
  { value: 'SU', label: 'Sunday' },
] as const

export const DAY_MINUTES = 24 * 60
const WEEK_MINUTES = 7 * DAY_MINUTES

/** When each day of the week is open, Monday first. Hours past midnight are shown on the day they reach into, Sunday's
 * on Monday; breaks are closed time. */
export function openSpans(hours: readonly HoursEntry[]): readonly (readonly Span[])[] {
  const isOpen = new Array<boolean>(WEEK_MINUTES).fill(false)
  const shifts = hours.flatMap((entry) =>
    weekdays.flatMap(({ value }, index) =>
      entry.days.includes(value) ? [{ entry, midnight: index * DAY_MINUTES }] : [],
    ),
  )
  const fill = ([from, to]: Span, midnight: number, value: boolean) => {
    for (let minute = from; minute < to; minute++) isOpen[(midnight + minute) % WEEK_MINUTES] = value
  }
  for (const { entry, midnight } of shifts) fill(spanOf(entry), midnight, true)
  for (const { entry, midnight } of shifts) {
    const [shiftStart] = spanOf(entry)
    for (const pause of entry.breaks ?? []) {
      const [from, to] = spanOf(pause)
      // A break before the start belongs to the part of the shift after midnight.
      const later = from < shiftStart ? DAY_MINUTES : 0
      fill([from + later, to + later], midnight, false)
    }
  }
  return weekdays.map((_, day) => spansIn(isOpen.slice(day * DAY_MINUTES, (day + 1) * DAY_MINUTES)))
}

/** "08:00–12:00, 12:30–17:00"; "Closed". */
export function spansText(spans: readonly Span[]): string {
  if (spans.length === 0) return 'Closed'
  return spans.map(([from, to]) => `${clock(from)}–${clock(to)}`).join(', ')
}

/** What cannot be read as a time is no time at all: the form says so at its field. */
function spanOf({ start, end }: { readonly start: string; readonly end: string }): Span {
  const [from, to] = [minutesOf(start), minutesOf(end)]
  if (from === null || to === null) return [0, 0]
  return [from, to > from ? to : to + DAY_MINUTES]
}

function minutesOf(text: string): number | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(text) ?? []
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes)
}

function spansIn(minutes: readonly boolean[]): readonly Span[] {
  const spans: Span[] = []
  let from = 0
  for (let minute = 1; minute <= minutes.length; minute++) {
    if (minutes[minute] === minutes[from] && minute < minutes.length) continue
    if (minutes[from]) spans.push([from, minute])
    from = minute
  }
  return spans
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
