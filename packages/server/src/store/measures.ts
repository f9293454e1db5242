import type { Channel, Instant, QueueName, RepresentativeName, SessionId } from '@unified-routing/routing'

/** What is counted, in the order of the columns. Every figure of a period is made of these sums. */
export const measures = [
  'created',
  'entered',
  'answered',
  'answeredConversations',
  'waitMs',
  'longestWaitMs',
  'abandoned',
  'abandonedMs',
  'overflowed',
  'offers',
  'rejected',
  'missed',
  'handled',
  'handledMs',
  'wrapUps',
  'wrapUpMs',
  'transferred',
  'closed',
  'lifetimeMs',
  'within10',
  'within20',
  'within30',
  'within40',
  'within60',
  'within120',
  'within300',
  'within900',
  'within3600',
  'within14400',
  'within86400',
] as const
export type Measure = (typeof measures)[number]

/** The sums of some time, of some queue, representative or channel; what is absent is nothing. */
export type Sums = Partial<Record<Measure, number>>

/** A stretch of time with the sums of one queue and channel, or of one person in them. */
export interface Bucket {
  readonly minutes: number
  readonly from: Instant
  /** Empty: of no queue. */
  readonly queue: QueueName
  /** Empty: of the queue as a whole. */
  readonly representative: RepresentativeName
  readonly channel: Channel
  /** Whose work it was: that of the record; of a conversation, that of whoever did it, or the root. */
  readonly businessUnit: string
  readonly sums: Sums
}

/** Work that somebody has accepted and not ended. */
export interface OpenSession {
  readonly id: SessionId
  readonly representative: RepresentativeName
  readonly queue: QueueName | null
  readonly acceptedAt: Instant
}

/** What must be remembered of an open item to count its next event, as plain JSON. */
export interface Way {
  readonly kind: 'record' | 'conversation'
  readonly channel: Channel
  /** That of the record; absent: of a conversation, or remembered from before it was. */
  readonly businessUnit?: string
  readonly createdAt: Instant
  /** The stay under way: since when, and whether somebody has answered; null: it never was in a queue. */
  readonly stay: { readonly queue: QueueName | null; readonly since: Instant; readonly answered: boolean } | null
  /** Two while a transfer is taken over. */
  readonly sessions: readonly OpenSession[]
  /** The one that ended last: its representative wraps up. */
  readonly ended: Pick<OpenSession, 'representative' | 'queue'> | null
  readonly wrapUpSince: Instant | null
}
