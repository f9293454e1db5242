import type { Instant } from '../vocabulary.ts'

/** Open intervals, sorted and disjoint: `[from, to)` in milliseconds UTC. */
export type Intervals = readonly (readonly [from: Instant, to: Instant])[]

/** Time-zone work done at the edge, where zone data lives: opening hours as intervals of UTC milliseconds.
 *
 * Limits: computed for `horizon`; the edge hands in a new set (command `configure`) before it ends. */
export interface Calendars {
  readonly horizon: { readonly from: Instant; readonly to: Instant }
  /** By name of the operating hours. */
  readonly hours: Readonly<Record<string, Intervals>>
  /** Midnights of the organization's zone inside the horizon, for end-of-day resets without a calendar. */
  readonly midnights: readonly Instant[]
}
