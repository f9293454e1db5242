import type { Member } from '../assignment/queue-state.ts'
import type { RepresentativeSettings } from '../configuration/representative-settings.ts'
import type { RepresentativeState } from '../representative.ts'
import type { Timed } from '../timers/timed.ts'
import type { BasePresence } from '../vocabulary.ts'
import type { OpenItem } from './open-item.ts'

/** A representative in memory: settings, state, what they hold, and the load that follows from it. */
export interface Person extends Timed {
  readonly kind: 'representative'
  settings: RepresentativeSettings
  readonly state: RepresentativeState
  memberships: Member[]
  /** Items of an open session, with a transfer offer, or in which they take part, in order of assignment. */
  readonly held: OpenItem[]
  /** Capacity of closed items whose wrap-up block still runs. */
  readonly blocks: Set<WrapUpBlock>

  // Derived from the above by `refreshLoad`; nothing else writes them.
  unitsFree: number
  readonly profilesFree: Map<string, number>
  isBlockedByProfile: boolean
  /** Accepted conversations; the session limit counts these. */
  openSessions: number
  /** The presence that the accepted work gives them. */
  presenceByLoad: BasePresence

  isWorking: boolean
  mayReadRecords: boolean
  /** Among those of the world's `freed`. */
  isFreed: boolean
}

/** Adds an item to what the representative holds; nothing happens when they hold it. */
export function hold({ held }: Person, open: OpenItem): void {
  if (!held.includes(open)) held.push(open)
}

export function letGo({ held }: Person, open: OpenItem): void {
  const index = held.indexOf(open)
  if (index >= 0) held.splice(index, 1)
}

/** Capacity that stays in use after its item was closed, until a wrap-up block of custom length ends. */
export interface WrapUpBlock extends Timed {
  readonly kind: 'wrapUpBlock'
  readonly workItem: string
  readonly person: Person
  readonly units: number
  capacityProfiles: readonly string[]
}
