import type { Calendars, Configuration, Instant, Router, TableCatalog } from '@unified-routing/routing'
import type { JournalTrails } from '../store/journal-trails.ts'
import type { Lease } from '../store/lease.ts'
import type { Lookups } from '../store/reachable-rows.ts'
import type { BusinessUnits } from './business-unit-of-work.ts'
import type { Admission } from './engine-options.ts'

/** The configuration in force, with what the engine reads off it. */
export interface ConfigurationInForce {
  readonly document: Configuration
  readonly version: number
  /** The last version that was stored whole. */
  readonly snapshotVersion: number
  readonly tables: TableCatalog
  readonly lookups: Lookups
  readonly calendars: Calendars
  /** Of its representatives. */
  readonly businessUnits: BusinessUnits
  /** The date of an instant on the clocks of the organization: "2026-11-26". */
  readonly dateOf: (instant: Instant) => string
}

/** One leadership: from a recovery to the loss of the lease or the first commit that failed. Never mended, only
 * replaced. */
export interface Term {
  readonly lease: Lease
  /** That were decided under the lease. */
  commits: number
  readonly router: Router
  readonly admission: Admission
  /** Open record items whose record belongs to another business unit than the root. */
  readonly recordUnits: Map<string, string>
  readonly trails: JournalTrails
  configuration: ConfigurationInForce
  /** As stored. */
  routingEnabled: boolean
  readonly startedAt: Instant
  /** The router's time: that of the last command or event. */
  now: Instant
  /** When it last looked at what is due. */
  awakeAt: Instant
  /** By performance.now(): when the store last confirmed the lease, counted from before it was asked. */
  confirmedAt: number
}
