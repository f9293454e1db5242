/** Words and values that every part of the router shares. Names are those of the reference system. */

/** Milliseconds since 1970-01-01T00:00:00Z, an integer. */
export type Instant = number
/** Milliseconds, an integer, never negative. */
export type DurationMs = number

export type Literal = string | number | boolean | null

/** Identity of a work item; chosen by the caller of the command that creates it. */
export type WorkItemId = string
export type SessionId = string
/** Representatives, queues, workstreams, skills and profiles are known by their unique `name`. */
export type RepresentativeName = string
export type QueueName = string
export type WorkstreamName = string

export type BasePresence = 'Available' | 'Busy' | 'Busy - DND' | 'Away' | 'Offline'

export type QueueType = 'messaging' | 'record' | 'voice'

export type Channel =
  | 'liveChat'
  | 'persistentChat'
  | 'sms'
  | 'whatsApp'
  | 'facebook'
  | 'teams'
  | 'custom'
  | 'voice'
  | 'record'

/** The five states of a conversation or routed record. `Active` covers an offer that awaits its answer. */
export type WorkItemState = 'Open' | 'Active' | 'Waiting' | 'Wrap-up' | 'Closed'

/** Why a session ended, by the reference's names (runtime.md 1.3). */
export type ClosureReason =
  | 'Default'
  | 'AgentReject'
  | 'AgentTimeout'
  | 'ConversationTimeout'
  | 'AgentClosed'
  | 'ConversationClosed'
  | 'AgentTransferred'
  | 'AgentDisconnected'
  | 'AgentReRouted'
  | 'AgentTransferToQueue'
  | 'SupervisorAssignToQueue'
  | 'SupervisorTransferToAgent'
  | 'SystemReject'
  | 'ForceClose'
  | 'OverflowQueueTransfer'
  | 'OverflowEndConversation'
  | 'AddAgentFailed'
  | 'AutoClose'
  | 'CustomerDisconnect'
  | 'AgentEndConversation'
  | 'CustomerEndConversation'
  | 'QueueTransfer'
  | 'InqueueOverflowQueueTransfer'
  | 'InqueueOverflowEndConversation'
  | 'BotTransferToAgent'
  | 'BotEndConversation'
  | 'ManuallyClosedSession'
  | 'MaximumSessionsReached'
  | 'AgentMovedConversationToWaiting'

/** Who says something in a conversation; `system` is an automated message. */
export type MessageSender = 'customer' | 'representative' | 'bot' | 'system'

/** A note is for colleagues only: customers and bots never see it. */
export type MessageKind = 'message' | 'note'

/** Why a representative cannot be given an item. The list of the scenario format, nothing beside it. */
export type NotEligibleReason =
  | 'notQueueMember'
  | 'notBookable'
  | 'signedOut'
  | 'presenceNotAllowed'
  | 'insufficientUnits'
  | 'profileMissing'
  | 'profileExhausted'
  | 'blockedByProfile'
  | 'skillMissing'
  | 'ratingTooLow'
  | 'skillInactive'
  | 'declineLimitReached'
  | 'notWorking'
  | 'notInUserGroupYet'
  | 'conditionNotMet'
  | 'noPermission'

/** Who asked for a command. `system` is the router itself: timers, overflow, automatic assignment. */
export interface Actor {
  readonly kind: 'system' | 'representative' | 'supervisor' | 'administrator' | 'customer' | 'integration'
  readonly name: string | null
}

export const systemActor: Actor = { kind: 'system', name: null }
