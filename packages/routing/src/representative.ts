import type { BasePresence, Instant, RepresentativeName, WorkItemId } from './vocabulary.ts'

/** What the router remembers of a representative beyond the configuration, as plain data for the store. */
export interface RepresentativeState {
  readonly name: RepresentativeName
  signedIn: boolean
  /** The presence shown: a base presence, Inactive, or a custom presence by name. */
  presence: string
  basePresence: BasePresence
  /** `manual` lasts as decisions.md "People" 2 says; `system` is computed from load. */
  presenceSetBy: 'system' | 'manual' | 'missedOffer' | 'rejectedOffer'
  /** By whose hand, when it is `manual`; null: by no name. Absent in states from before it was kept. */
  presenceSetter?: string | null
  presenceChangedAt: Instant
  /** Set while a lost connection may still return; the presence to restore. */
  disconnected: {
    readonly at: Instant
    readonly presence: string
    readonly setBy: RepresentativeState['presenceSetBy']
    readonly setter?: string | null
  } | null
  /** Last time capacity came back, over all queues and channels; null: never. Orders least active. */
  lastReleaseAt: Instant | null
  /** Places of end-of-day profiles used since the shift began, by profile. */
  dayUse: Readonly<Record<string, number>>
  version: number
}

/** Capacity and load, derived from what the representative holds; nothing else can move it. */
export interface RepresentativeLoad {
  /** Units free now; may be negative. */
  readonly unitsFree: number
  readonly unitsLimit: number
  /** Free places by profile; may be negative. */
  readonly profilesFree: Readonly<Record<string, number>>
  readonly profileLimits: Readonly<Record<string, number>>
  readonly blockedByProfile: boolean
  /** Items of an open session, offers included, in order of assignment. */
  readonly items: readonly WorkItemId[]
}
