import { reportGroups, timeZoneTable } from '@unified-routing/contract'
import { channels } from '../search-params.ts'

const DAY_MS = 24 * 60 * 60 * 1_000
/** Shown when the address names no dates. */
const DAYS_SHOWN = 30

export type ReportGroup = (typeof reportGroups)[number]

export interface HistorySearch {
  /** Dates on the organization's calendar, both included: "2026-03-02". */
  readonly from?: string
  readonly to?: string
  readonly by?: ReportGroup
  readonly queue?: string
  readonly representative?: string
  readonly channel?: (typeof channels)[number]
  /** The figure of the chart. */
  readonly figure?: string
}

export function parseHistorySearch(raw: Readonly<Record<string, unknown>>): HistorySearch {
  const by = reportGroups.find((group) => group === raw.by)
  const parts = {
    from: dateOf(raw.from),
    to: dateOf(raw.to),
    by,
    queue: textOf(raw.queue),
    representative: textOf(raw.representative),
    channel: channels.find((name) => name === raw.channel),
    figure: textOf(raw.figure),
  }
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined))
}

export interface Dates {
  readonly from: string
  readonly to: string
}

/** The dates of an address; the last thirty days when it names none. */
export function datesOf({ from, to }: HistorySearch, timeZone: string): Dates {
  const now = Date.now()
  const wallClock = timeZoneTable(timeZone, now, now).toWallClock(now)
  const last = to ?? dateText(wallClock)
  return { from: from ?? dateText(Date.parse(last) - (DAYS_SHOWN - 1) * DAY_MS), to: last }
}

/** From the midnight before the first date to the one after the last. */
export function instantsOf({ from, to }: Dates, timeZone: string): Dates {
  const [first, last] = [Date.parse(from), Date.parse(to) + DAY_MS]
  const zone = timeZoneTable(timeZone, first, last)
  const instant = (wallClock: number) => new Date(zone.toInstant(wallClock)).toISOString()
  return { from: instant(first), to: instant(last) }
}

function dateText(wallClock: number): string {
  return new Date(wallClock).toISOString().slice(0, 10)
}

function dateOf(raw: unknown): string | undefined {
  const text = textOf(raw)
  return text !== undefined && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined
}

function textOf(raw: unknown): string | undefined {
  if (typeof raw === 'number') return String(raw)
  return typeof raw === 'string' && raw !== '' ? raw : undefined
}
