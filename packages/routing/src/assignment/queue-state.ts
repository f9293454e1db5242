import type { QueueSettings } from '../configuration/queue-settings.ts'
import type { Prioritization } from '../queueing/prioritization.ts'
import type { RuleClock } from '../rules/clock.ts'
import type { Instant } from '../vocabulary.ts'
import type { Person } from '../world/person.ts'
import type { OrderedMethod } from './candidate-order.ts'
import type { CustomAssignment } from './custom/custom-assignment.ts'
import type { Demand } from './demand.ts'
import type { FamiliarItems } from './familiar.ts'
import type { Signature } from './signature.ts'

/** One representative in one queue. */
export interface Member {
  readonly person: Person
  readonly queue: QueueState
  /** Where the memory keeps their turn. */
  readonly turnKey: string
  /** Place in joining order. */
  readonly slot: number
  /** Sequence of the last assignment in this queue, -1 before the first: round robin's memory. */
  lastAssigned: number
  lastAssignedAt: Instant | null
}

export interface QueueState {
  readonly settings: QueueSettings
  /** Whose work is given out first, across queues: see `lineServedBefore`. */
  readonly serviceRank: number
  /** The method that puts its members in order, where its own rules do not. */
  readonly orderedMethod: OrderedMethod
  readonly members: readonly Member[]
  readonly memberOf: ReadonlyMap<string, Member>
  readonly signatures: Map<string, Signature>
  /** Null: here, more than workstream and classification decides what an item asks for. */
  readonly familiar: FamiliarItems | null
  readonly demands: Map<string, Demand>
  /** Where the memory keeps how long its items have waited of late. */
  readonly averageWaitKey: string
  /** Open items without an outstanding offer. */
  waiting: number
  /** Null: first in, first out. */
  readonly prioritization: Prioritization | null
  /** Null: a method of the system. */
  readonly custom: CustomAssignment | null
  /** Of its rules that time changes; empty for most queues. */
  readonly clocks: readonly RuleClock[]
}
