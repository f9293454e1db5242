import type { Announcement, Channel, Configuration, Refusal } from '@unified-routing/routing'
import type { Store } from '../store/store.ts'
import type { Clock } from './clock.ts'
import type { EngineMeter } from './engine-meter.ts'
import type { Faults } from './faults.ts'
import type { EngineLimits } from './limits.ts'

/** Whether new work of a channel is taken at all: licences, and channels that were turned off. */
export interface Admission {
  /** Null: welcome. */
  refuse(channel: Channel): Refusal | null
}

export interface EngineLog {
  isLevelEnabled(level: string): boolean
  debug(details: object, message: string): void
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}

/** What is said by itself at a moment of a conversation; null: nothing is. It is at hand: a decision does not wait. */
export type Announce = (
  announcement: Announcement,
  document: Configuration,
) => { readonly text: string; readonly isForCustomer: boolean } | null

export interface EngineOptions {
  /** For the engine alone, so that readers never keep a commit waiting. Three connections are enough. */
  readonly store: Store
  readonly organizationId: string
  /** Unique for each start of a server. */
  readonly holder: string
  /** True when no other server can be alive on this database: then a lease left by a killed one is taken at once. */
  readonly isAlone: boolean
  readonly clock: Clock
  /** Uniform in [0, 1). */
  readonly random: () => number
  readonly newId: () => string
  readonly log: EngineLog
  /** Left out: nobody measures. */
  readonly meter?: EngineMeter
  /** Left out: nothing is said by itself. */
  readonly announce?: Announce
  /** Left out: everything is welcome. */
  readonly admission?: Admission
  /** Of tests. Left out: nothing goes wrong on purpose. */
  readonly faults?: Faults
  /** The router itself is broken, and starting it again did not help. */
  readonly onFatal: (error: Error) => void
  readonly limits?: Partial<EngineLimits>
}
