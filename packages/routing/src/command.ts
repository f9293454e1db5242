import type { Configuration } from './configuration/document.ts'
import type { Renaming } from './configuration/editing/change.ts'
import type { Calendars } from './hours/calendar.ts'
import type {
  Actor,
  DurationMs,
  Instant,
  Literal,
  MessageKind,
  MessageSender,
  QueueName,
  RepresentativeName,
  WorkItemId,
  WorkstreamName,
} from './vocabulary.ts'
import type { Row, RowKey, WorkItem } from './work-item.ts'

/** Everything that can happen to the router. Parsed and authorized at the edge; the router decides.
 *
 * `rows` bring the data that rules may read: the routed record, the customer, and the rows they look up,
 * as they are at this instant. The router keeps those that open work refers to. */
export type Command = { readonly actor: Actor } & ( // people
  | { readonly type: 'signIn'; readonly representative: RepresentativeName; readonly presence?: string }
  | { readonly type: 'signOut'; readonly representative: RepresentativeName }
  | { readonly type: 'disconnect'; readonly representative: RepresentativeName }
  | { readonly type: 'reconnect'; readonly representative: RepresentativeName }
  | { readonly type: 'setPresence'; readonly representative: RepresentativeName; readonly presence: string }
  | { readonly type: 'resetPresence'; readonly representative: RepresentativeName }
  // records
  | {
      readonly type: 'routeRecord'
      readonly workItem: WorkItemId
      readonly record: RowKey
      readonly rows: readonly Row[]
    }
  | { readonly type: 'changeRows'; readonly rows: readonly Row[] }
  | { readonly type: 'completeRecord'; readonly record: RowKey }
  | { readonly type: 'deleteRecord'; readonly record: RowKey }
  | { readonly type: 'clearWorkedBy'; readonly record: RowKey }
  // conversations
  | {
      readonly type: 'startConversation'
      readonly workItem: WorkItemId
      readonly workstream: WorkstreamName
      readonly customer: string | null
      readonly context: Readonly<Record<string, Literal>>
      /** Id of the customer's first message; null: nothing was said yet. */
      readonly message: string | null
      readonly rows: readonly Row[]
      /** The bot that has the conversation first; absent: it goes to its queue at once. */
      readonly bot?: string
    }
  | { readonly type: 'customerMessage'; readonly workItem: WorkItemId; readonly message: string }
  /** What anybody but the customer says or notes. */
  | {
      readonly type: 'addMessage'
      readonly workItem: WorkItemId
      readonly message: string
      readonly from: Exclude<MessageSender, 'customer'>
      readonly kind: MessageKind
    }
  | { readonly type: 'customerLeaves'; readonly workItem: WorkItemId }
  | {
      readonly type: 'customerDisconnects'
      readonly workItem: WorkItemId
      /** How long the customer still counts as there; absent: three minutes. */
      readonly returnWithinMs?: DurationMs
    }
  | { readonly type: 'customerReturns'; readonly workItem: WorkItemId }
  /** The bot hands over to people, with what it has found out; `because`: its own words, or why it was taken from it. */
  | {
      readonly type: 'escalate'
      readonly workItem: WorkItemId
      readonly context?: Readonly<Record<string, Literal>>
      readonly because?: string
    }
  // offers and sessions; `representative` null: whoever holds it
  | { readonly type: 'accept'; readonly workItem: WorkItemId; readonly representative: RepresentativeName }
  | { readonly type: 'reject'; readonly workItem: WorkItemId; readonly representative: RepresentativeName }
  | { readonly type: 'pick'; readonly workItem: WorkItemId; readonly representative: RepresentativeName }
  | {
      readonly type: 'endConversation'
      readonly workItem: WorkItemId
      readonly representative: RepresentativeName | null
    }
  | { readonly type: 'closeSession'; readonly workItem: WorkItemId; readonly representative: RepresentativeName | null }
  | {
      readonly type: 'setItemSkills'
      readonly workItem: WorkItemId
      readonly skills: Readonly<Record<string, number | null>>
    }
  | {
      readonly type: 'setItemAttributes'
      readonly workItem: WorkItemId
      readonly attributes: Readonly<Record<string, Literal>>
    }
  /** The record that a conversation is about; null: none any more. */
  | { readonly type: 'linkRecord'; readonly workItem: WorkItemId; readonly record: RowKey | null }
  /** How the conversation turned out, by the codes of the organization. */
  | { readonly type: 'setDispositions'; readonly workItem: WorkItemId; readonly dispositions: readonly string[] }
  // transfers and supervision
  | { readonly type: 'transferToQueue'; readonly workItem: WorkItemId; readonly queue: QueueName }
  | {
      readonly type: 'transferToRepresentative'
      readonly workItem: WorkItemId
      readonly representative: RepresentativeName
    }
  | { readonly type: 'transferToNumber'; readonly workItem: WorkItemId; readonly number: string }
  | {
      readonly type: 'assignToRepresentative'
      readonly workItem: WorkItemId
      readonly representative: RepresentativeName
    }
  | { readonly type: 'assignToQueue'; readonly workItem: WorkItemId; readonly queue: QueueName }
  // others who take part in a conversation
  | {
      readonly type: 'consult'
      readonly workItem: WorkItemId
      readonly representative: RepresentativeName
      readonly takesCapacity: boolean
    }
  | {
      readonly type: 'endConsult' | 'addParticipant' | 'monitorConversation' | 'joinConversation' | 'leaveConversation'
      readonly workItem: WorkItemId
      readonly representative: RepresentativeName
    }
  | { readonly type: 'release'; readonly workItem: WorkItemId }
  | { readonly type: 'removeFromQueue'; readonly workItem: WorkItemId }
  | { readonly type: 'forceClose'; readonly workItem: WorkItemId }
  // configuration and time
  | {
      readonly type: 'configure'
      /** The whole new document, already valid (see configuration/validate.ts). */
      readonly configuration: Configuration
      readonly calendars: Calendars
      readonly version: number
      readonly rows: readonly Row[]
      /** Rows that are the ones of before under new names; others of new names are new. */
      readonly renamings?: readonly Renaming[]
    }
  /** Unified routing on or off: off, nothing new is routed. `openWork` says what becomes of the rest when it goes off. */
  | { readonly type: 'setRouting'; readonly enabled: boolean; readonly openWork?: OpenWork }
  /** After a restart: offers that nobody could answer meanwhile are withdrawn, uncounted, and made again. */
  | { readonly type: 'resume'; readonly stoppedAt: Instant }
  /** Nothing but the time: due timers fire. */
  | { readonly type: 'tick' }
)

/** What becomes of open work when routing goes off.
 *
 * drain: it goes on to its end, what waits is still given out. return: offers that nobody has accepted go back to their
 * queues, uncounted, and nobody is offered anything. hold, the default: as return, but offers that are out still stand.
 * In each, what somebody has accepted stays with them. */
export type OpenWork = 'drain' | 'return' | 'hold'

export type CommandType = Command['type']

/** Time, chance and ids, handed in so that the same commands always give the same events. */
export interface Context {
  /** Never earlier than in the command before. */
  readonly now: Instant
  /** Uniform in [0, 1). */
  readonly random: () => number
  /** Fresh ids for sessions. */
  readonly newId: () => string
  /** What is said by itself at a moment of a conversation, as a message that has been written down under the id; null:
   * nothing is. Absent: nothing ever is. */
  readonly say?: (announcement: Announcement) => { readonly message: string; readonly kind: MessageKind } | null
}

/** Moments of a conversation at which an automated message may go out (provisioning-channels-migration.md 3.4). */
export type Moment =
  | 'greeting'
  | 'representativeAssigned'
  | 'representativeJoined'
  | 'representativeDisconnected'
  | 'representativeEnded'
  | 'sessionEnded'
  | 'transferredToQueue'
  | 'transferAccepted'
  | 'participantJoined'
  | 'participantLeft'
  | 'notAssignable'
  | 'outOfHours'
  | 'overflowEnded'
  | 'supervisorEnded'
  | 'customerEnded'
  | 'customerDisconnected'

export interface Announcement {
  readonly moment: Moment
  readonly item: WorkItem
  /** Whom it is about; null: nobody. */
  readonly representative: RepresentativeName | null
  /** Where the conversation is, or goes to. */
  readonly queue: QueueName | null
  /** What the number of the message will be. */
  readonly number: number
}
