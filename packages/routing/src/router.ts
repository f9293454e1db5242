import type { Command, Context } from './command.ts'
import type { RoutingEvent } from './event.ts'
import type { RepresentativeLoad, RepresentativeState } from './representative.ts'
import type { DurationMs, Instant, NotEligibleReason, QueueName, RepresentativeName, WorkItemId } from './vocabulary.ts'
import type { WorkItem } from './work-item.ts'

/** Codes of the domain's "no". Each comes with a sentence that says what, which one, and what to do. */
export type RefusalCode =
  | 'unknownWorkItem'
  | 'unknownRepresentative'
  | 'unknownQueue'
  | 'unknownWorkstream'
  | 'unknownPresence'
  | 'routingOff'
  | 'notLicensed'
  | 'channelOff'
  | 'alreadyExists'
  | 'recordNotActive'
  | 'recordNotRouted'
  | 'wrongState'
  | 'notOfferedToYou'
  | 'notHeldByYou'
  | 'notRejectable'
  | 'notQueueMember'
  | 'notSignedIn'
  | 'notAllowedForChannel'
  | 'pickNotAllowed'
  | 'queueTypeMismatch'
  | 'queueClosed'
  | 'sameQueue'
  | 'sameRepresentative'
  | 'transferNotAllowed'
  | 'alreadyTakesPart'
  | 'takesNoPart'
  | 'participantLimit'
  | 'unknownSkill'
  | 'invalidConfiguration'

export interface Refusal {
  readonly code: RefusalCode
  readonly message: string
}

/** The answer to one command. Timers that were due before it may have fired even when it is refused. */
export type Decision =
  | {
      readonly accepted: true
      readonly events: readonly RoutingEvent[] /** routeRecord, startConversation: the item, or null when no intake rule matched. */
      readonly workItem: WorkItemId | null
    }
  | { readonly accepted: false; readonly events: readonly RoutingEvent[]; readonly refusal: Refusal }

/** State rows touched since the last `takeChanges`, as they are now: what the store writes beside the journal.
 *
 * Shape:  the router's own objects, which it goes on changing: they are read before the next command, and copied to keep. */
export interface Changes {
  readonly workItems: ReadonlySet<WorkItem>
  readonly representatives: ReadonlySet<RepresentativeState>
  /** Small memories that outlive items: round robin, percentage allocation, wait averages. Value null: remove. */
  readonly memory: ReadonlyMap<string, unknown>
}

/** All that recovery needs beside the configuration. */
export interface RouterState {
  readonly sequence: number
  readonly routingEnabled: boolean
  readonly workItems: readonly WorkItem[]
  readonly representatives: readonly RepresentativeState[]
  readonly memory: readonly { readonly key: string; readonly value: unknown }[]
}

export interface Explanation {
  readonly workItem: WorkItemId
  readonly representative: RepresentativeName
  /** Empty: eligible. The exact set, in the order of `NotEligibleReason`. */
  readonly reasons: readonly NotEligibleReason[]
  /** A sentence for each reason, with the values compared. */
  readonly details: readonly { readonly reason: NotEligibleReason; readonly text: string }[]
}

export interface Candidate {
  readonly representative: RepresentativeName
  readonly eligible: boolean
  /** Position in the order of the method, from 1; null when not eligible. */
  readonly rank: number | null
  readonly rankText: string | null
  readonly presence: string
  readonly load: RepresentativeLoad
  readonly skills: readonly {
    readonly name: string
    readonly required: number | null
    readonly rating: number | null
    readonly held: boolean
    readonly active: boolean
  }[]
  readonly explanation: Explanation
}

/** The pure state machine of one organization. Synchronous; no I/O, no clock, no chance of its own. */
export interface Router {
  /** Fires the timers due by `context.now`, each at its own instant, then carries out the command. */
  decide(command: Command, context: Context): Decision
  /** When to send `tick` next; null: nothing is due. */
  wakeAt(): Instant | null
  takeChanges(): Changes
  sequence(): number

  /** Runs the very predicates of assignment for one pair; null when either is unknown. */
  explain(workItem: WorkItemId, representative: RepresentativeName): Explanation | null
  /** Every member of the item's queue with verdict and rank, best first. For pages, not for the hot path. */
  candidates(workItem: WorkItemId): readonly Candidate[]

  workItem(id: WorkItemId): WorkItem | null
  /** The open work item of a record. */
  workItemOfRecord(table: string, id: string): WorkItem | null
  representative(name: RepresentativeName): (RepresentativeState & RepresentativeLoad) | null
  /** Open items without an outstanding offer, in the order of service, at most `limit`. */
  waiting(queue: QueueName, limit: number): readonly WorkItem[]
  waitingCount(queue: QueueName): number
  /** Place in its queue counted from 1; null when it does not wait. */
  position(workItem: WorkItemId): number | null
  /** How long a conversation that comes to the queue now will wait; null: too little is known. */
  predictedWaitMs(queue: QueueName): DurationMs | null
  openWorkItems(): Iterable<WorkItem>
  routingEnabled(): boolean
  /** Off, but the work that was open then still goes to its end. */
  isDraining(): boolean
  configurationVersion(): number
}
