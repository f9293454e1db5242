import type { OpenWork } from './command.ts'
import type {
  Actor,
  ClosureReason,
  Instant,
  Literal,
  MessageKind,
  MessageSender,
  NotEligibleReason,
  QueueName,
  RepresentativeName,
  SessionId,
  WorkItemId,
  WorkItemState,
  WorkstreamName,
} from './vocabulary.ts'
import type { Participant, RowKey } from './work-item.ts'

/** What became of one rule, by the reference's words.
 *
 * Processed: evaluated, not met. Matched: met, another output was used. Applied: met and used.
 * Not processed: not evaluated, because an earlier one decided. */
export interface RuleTrace {
  readonly name: string
  readonly status: 'Processed' | 'Matched' | 'Applied' | 'Not processed'
  /** The values its condition read, by path, in the order read; absent when not processed. */
  readonly values?: Readonly<Record<string, Literal>>
}

export interface CandidateTrace {
  readonly representative: RepresentativeName
  readonly unitsFree: number
  readonly presence: string
  /** The key of the order, in words a person can read: "60 units free", "last assigned 09:12:04". */
  readonly rank: string
}

/** How an item came to a representative. */
export type AssignmentMode = 'method' | 'affinity' | 'preferred' | 'expert' | 'pick' | 'hand' | 'transfer'

export type EventBody =
  // the way of an item
  | {
      readonly type: 'workItem.created'
      readonly kind: 'record' | 'conversation'
      readonly workstream: WorkstreamName
      readonly record: RowKey | null
      readonly customer: string | null
    }
  | {
      readonly type: 'workItem.intake'
      readonly rules: readonly RuleTrace[]
      readonly workstream: WorkstreamName | null
    }
  | {
      readonly type: 'workItem.classified'
      readonly rulesets: readonly {
        readonly name: string
        readonly skipped?: string
        readonly error?: string
        readonly rules: readonly RuleTrace[]
      }[]
      readonly skills: Readonly<Record<string, number | null>>
      readonly capacityProfiles: readonly string[]
      readonly attributes: Readonly<Record<string, Literal>>
      readonly priorityScore: number
    }
  | {
      readonly type: 'workItem.routedToQueue'
      readonly rules: readonly RuleTrace[]
      readonly reason: 'rule' | 'fallbackNoMatch' | 'fallbackNoRules' | 'fallbackError' | 'overflow'
      /** A sentence for people: the reference's text where there is one. */
      readonly message: string | null
    }
  | {
      readonly type: 'workItem.queued'
      readonly reason: 'routed' | 'transfer' | 'overflow' | 'returned' | 'released' | 'hand'
      /** The prioritization rule that takes it; absent: none does. */
      readonly rule?: string
    }
  | {
      readonly type: 'workItem.overflowed'
      readonly trigger: string
      readonly action: string
      readonly targetQueue: QueueName | null
    }
  /** Tried and nobody could take it. Written at the first attempt and when the reasons change, not on every try. */
  | { readonly type: 'workItem.notAssigned'; readonly reasons: Readonly<Partial<Record<NotEligibleReason, number>>> }
  // offers and sessions
  | {
      readonly type: 'workItem.offered'
      readonly session: SessionId
      readonly expiresAt: Instant | null
      readonly mode: AssignmentMode
      readonly method: string
      readonly candidates: readonly CandidateTrace[]
      readonly because: string
    }
  | {
      readonly type: 'workItem.assigned'
      readonly session: SessionId
      readonly mode: AssignmentMode
      readonly method: string
      readonly candidates: readonly CandidateTrace[]
      readonly because: string
    }
  | { readonly type: 'workItem.accepted'; readonly session: SessionId }
  | {
      readonly type: 'workItem.declined'
      readonly session: SessionId
      readonly reason: 'AgentReject' | 'AgentTimeout'
      readonly declines: number
    }
  | { readonly type: 'workItem.offerWithdrawn'; readonly session: SessionId; readonly reason: ClosureReason | 'resume' }
  | { readonly type: 'workItem.sessionClosed'; readonly session: SessionId; readonly reason: ClosureReason }
  | {
      readonly type: 'workItem.stateChanged'
      readonly from: WorkItemState
      readonly to: WorkItemState
      readonly reason: ClosureReason | null
    }
  | { readonly type: 'workItem.capacityReleased' }
  | {
      readonly type: 'workItem.requirementsChanged'
      readonly skills: Readonly<Record<string, number | null>>
      readonly attributes: Readonly<Record<string, Literal>>
      readonly priorityScore: number
    }
  | { readonly type: 'workItem.parked'; readonly decliners: number }
  // a bot
  | { readonly type: 'workItem.botEngaged'; readonly bot: string }
  /** From a bot to people; the context is all that is known now. */
  | {
      readonly type: 'workItem.escalated'
      readonly bot: string
      readonly context: Readonly<Record<string, Literal>>
      readonly because: string | null
    }
  | { readonly type: 'workItem.botLeft'; readonly bot: string; readonly reason: ClosureReason }
  | { readonly type: 'workItem.linked'; readonly record: RowKey | null }
  | { readonly type: 'workItem.dispositionsSet'; readonly dispositions: readonly string[] }
  // others who take part
  | {
      readonly type: 'workItem.consultAsked'
      readonly participant: SessionId
      readonly expiresAt: Instant
      readonly takesCapacity: boolean
    }
  | {
      readonly type: 'workItem.participantJoined'
      readonly participant: SessionId
      readonly mode: Participant['mode']
    }
  /** The customer sees them from now on, and they may write. */
  | {
      readonly type: 'workItem.participantShown'
      readonly participant: SessionId
      readonly mode: Participant['mode']
    }
  | {
      readonly type: 'workItem.participantLeft'
      readonly participant: SessionId
      readonly mode: Participant['mode']
      /** What it was when they left; journals from before it was noted do not say. */
      readonly access?: Participant['access']
      readonly reason: ClosureReason | 'left' | 'consultEnded' | 'resume'
    }
  | { readonly type: 'workItem.customerActivity'; readonly activity: 'message' | 'left' | 'disconnected' | 'returned' }
  /** Something was said, or noted. The text is the store's; `number` counts from 1 in the conversation. */
  | {
      readonly type: 'workItem.messageAdded'
      readonly message: string
      readonly from: MessageSender
      readonly kind: MessageKind
      readonly number: number
    }
  // people
  | { readonly type: 'representative.signedIn' }
  | { readonly type: 'representative.signedOut' }
  | { readonly type: 'representative.disconnected' }
  | { readonly type: 'representative.reconnected' }
  | {
      readonly type: 'representative.presenceChanged'
      readonly from: string
      readonly to: string
      readonly setBy: 'system' | 'manual' | 'missedOffer' | 'rejectedOffer'
    }
  | { readonly type: 'representative.dayReset'; readonly profiles: readonly string[] }
  // organization
  | { readonly type: 'organization.configured'; readonly version: number }
  | { readonly type: 'organization.routingChanged'; readonly enabled: boolean; readonly openWork?: OpenWork }
  | { readonly type: 'organization.resumed'; readonly stoppedAt: Instant }

/** One line of the append-only journal. Events of one item come in order on every stream. */
export type RoutingEvent = EventBody & {
  /** Organization-wide, from 1, without gaps. */
  readonly sequence: number
  readonly at: Instant
  readonly actor: Actor
  readonly workItem: WorkItemId | null
  readonly queue: QueueName | null
  readonly representative: RepresentativeName | null
}

export type EventType = EventBody['type']
