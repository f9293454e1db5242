import type {
  Channel,
  ClosureReason,
  DurationMs,
  Instant,
  Literal,
  QueueName,
  RepresentativeName,
  SessionId,
  WorkItemId,
  WorkItemState,
  WorkstreamName,
} from './vocabulary.ts'

/** Identity of a row of any table. */
export interface RowKey {
  readonly table: string
  readonly id: string
}

/** A row as rules read it. Lookups hold the id of the target row. */
export interface Row extends RowKey {
  readonly values: Readonly<Record<string, Literal>>
  /** False once the record is resolved, cancelled or deactivated. */
  readonly active: boolean
}

/** One engagement of one representative with the item: from the offer (or direct assignment) to its end. */
export interface Session {
  readonly id: SessionId
  readonly representative: RepresentativeName
  readonly offeredAt: Instant
  /** Null: assigned without an offer, or by a hand that needs no answer. */
  readonly offerExpiresAt: Instant | null
  /** Null while the offer awaits its answer. */
  readonly acceptedAt: Instant | null
}

/** Somebody who takes part in a conversation beside whoever has it: asked for advice, or a supervisor who watches. */
export interface Participant {
  readonly id: SessionId
  readonly representative: RepresentativeName
  readonly mode: 'consult' | 'monitor'
  /** Private: they read, and the customer does not know of them. Public: they write as well. */
  readonly access: 'private' | 'public'
  /** Consult: whether it counts like the item itself. Monitoring never does. */
  readonly takesCapacity: boolean
  readonly addedAt: Instant
  /** Null while a consult awaits its answer. */
  readonly joinedAt: Instant | null
  readonly expiresAt: Instant | null
}

/** All the router knows of one work item, as plain data: what the store keeps and recovery reads back.
 *
 * Units:  instants are milliseconds UTC; `units` is the cost in capacity units. */
export interface WorkItem {
  readonly id: WorkItemId
  readonly kind: 'record' | 'conversation'
  readonly channel: Channel
  /** Changes only when the workstream is renamed. */
  workstream: WorkstreamName
  /** Routed records only. */
  readonly record: RowKey | null
  /** A contact's id, when the customer is known. */
  readonly customer: string | null
  /** A bot adds to it when it escalates. */
  context: Readonly<Record<string, Literal>>
  attributes: Readonly<Record<string, Literal>>
  /** Required skills with their required rating; null: any rating. */
  skills: Readonly<Record<string, number | null>>
  capacityProfiles: readonly string[]
  units: number
  priorityScore: number

  state: WorkItemState
  queue: QueueName | null
  /** Entry into the present queue; metrics and in-queue overflow count from here. */
  queuedAt: Instant | null
  /** Start of the first wait; it survives transfers and decides the order of service. */
  waitStartedAt: Instant
  /** Ends every order: unique, in order of creation or of return from Waiting. */
  orderSequence: number

  /** The open session: an offer when `acceptedAt` is null, else the work of its representative. */
  session: Session | null
  /** Who had it last; affinity reads it. */
  lastRepresentative: RepresentativeName | null
  /** Declines (rejections and missed offers) by representative. */
  declines: Readonly<Record<RepresentativeName, number>>
  /** True after too many different decliners: only pick and assignment by hand remain. */
  parked: boolean

  createdAt: Instant
  changedAt: Instant
  lastInteractionAt: Instant
  wrapUpStartedAt: Instant | null
  /** In Wrap-up: when the held capacity was given back; null while it is held. */
  capacityReleasedAt: Instant | null
  waitingSince: Instant | null
  customerDisconnectedAt: Instant | null
  /** How long a customer who has lost the connection still counts as there; absent: as long as the product has it. */
  customerReturnWithinMs?: DurationMs
  closedAt: Instant | null
  /** Reason of the last session that ended. */
  closureReason: ClosureReason | null
  transferCount: number
  /** Messages and notes so far: the number of the last one. */
  messageCount: number
  /** The version of the configuration that routed it. */
  configurationVersion: number
  /** Sequence of the last event about it. */
  version: number
  /** State of stages that not every item uses (bullseye levels, overflow hops, playbooks), by stage. Plain JSON. */
  stages: Readonly<Record<string, unknown>>
}
