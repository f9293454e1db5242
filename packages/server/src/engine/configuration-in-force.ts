import { computeCalendars, type LocalDay, localDayOf } from '@unified-routing/contract'
import { type Configuration, type Instant, type TableCatalog, tableCatalog } from '@unified-routing/routing'
import type { Lookups } from '../store/reachable-rows.ts'
import { representativeBusinessUnits } from './business-unit-of-work.ts'
import type { ConfigurationInForce } from './term.ts'

const DAY_MS = 24 * 60 * 60 * 1_000
const HORIZON_BEHIND_MS = 7 * DAY_MS
const HORIZON_AHEAD_MS = 120 * DAY_MS
/** Calendars are computed anew when less than this is left of them. */
const HORIZON_LEFT_MIN_MS = 60 * DAY_MS

export interface Version {
  readonly document: Configuration
  readonly version: number
  readonly snapshotVersion: number
}

export function configurationInForce({ document, ...numbers }: Version, now: Instant): ConfigurationInForce {
  const tables = tableCatalog(document.tables)
  const calendars = computeCalendars(document, now - HORIZON_BEHIND_MS, now + HORIZON_AHEAD_MS)
  const businessUnits = representativeBusinessUnits(document)
  const dateOf = datesIn(document.organization?.timeZone ?? 'UTC')
  return { document, ...numbers, tables, lookups: lookupColumns(tables), calendars, businessUnits, dateOf }
}

/** Looks the day up once, and again when it is over. */
function datesIn(zone: string): (instant: Instant) => string {
  let day: LocalDay | null = null
  return (instant) => {
    if (day === null || instant < day.from || instant >= day.to) day = localDayOf(zone, instant)
    return day.date
  }
}

/** When the calendars have to be computed anew. */
export function calendarsEndAt({ calendars }: ConfigurationInForce): Instant {
  return calendars.horizon.to - HORIZON_LEFT_MIN_MS
}

function lookupColumns(tables: TableCatalog): Lookups {
  return new Map(
    Array.from(tables.values(), ({ name, columns }) => [
      name,
      [...columns.values()].flatMap(({ name: column, type, target }) =>
        type === 'lookup' && target !== undefined ? [{ column, target }] : [],
      ),
    ]),
  )
}
