import { z } from 'zod'
import { count, id, instant, list, name, requiredSkills, text, values } from './values.ts'

export const channel = z.enum([
  'liveChat',
  'persistentChat',
  'sms',
  'whatsApp',
  'facebook',
  'teams',
  'custom',
  'voice',
  'record',
])
export const workItemState = z.enum(['Open', 'Active', 'Waiting', 'Wrap-up', 'Closed'])

export const closureReason = z.enum([
  'Default',
  'AgentReject',
  'AgentTimeout',
  'ConversationTimeout',
  'AgentClosed',
  'ConversationClosed',
  'AgentTransferred',
  'AgentDisconnected',
  'AgentReRouted',
  'AgentTransferToQueue',
  'SupervisorAssignToQueue',
  'SupervisorTransferToAgent',
  'SystemReject',
  'ForceClose',
  'OverflowQueueTransfer',
  'OverflowEndConversation',
  'AddAgentFailed',
  'AutoClose',
  'CustomerDisconnect',
  'AgentEndConversation',
  'CustomerEndConversation',
  'QueueTransfer',
  'InqueueOverflowQueueTransfer',
  'InqueueOverflowEndConversation',
  'BotTransferToAgent',
  'BotEndConversation',
  'ManuallyClosedSession',
  'MaximumSessionsReached',
  'AgentMovedConversationToWaiting',
])

export const recordKey = z.strictObject({ table: name, id })

const session = z.strictObject({
  id,
  representative: name,
  offeredAt: instant,
  /** Null: assigned without an offer, or by a hand that needs no answer. */
  offerExpiresAt: instant.nullable(),
  /** Null while the offer awaits its answer. */
  acceptedAt: instant.nullable(),
})

export const participantMode = z.enum(['consult', 'monitor'])

/** Private: they read, and the customer does not know of them. Public: they write as well. */
export const participantAccess = z.enum(['private', 'public'])

/** Somebody who takes part in a conversation beside whoever has it. */
export const participant = z
  .strictObject({
    id,
    representative: name,
    /** Asked for advice, or a supervisor who watches. */
    mode: participantMode,
    access: participantAccess,
    takesCapacity: z.boolean(),
    addedAt: instant,
    /** Null while a consult awaits its answer. */
    joinedAt: instant.nullable(),
    expiresAt: instant.nullable(),
  })
  .meta({ id: 'Participant' })
export type ParticipantView = z.output<typeof participant>

/** A work item as callers see it. */
export const workItemView = z
  .strictObject({
    id,
    kind: z.enum(['record', 'conversation']),
    channel,
    workstream: name,
    record: recordKey.nullable(),
    /** The contact's id, when the customer is known. */
    customer: id.nullable(),
    /** The case's title, or the customer's name, or what names it best. */
    title: text,
    customerName: text.nullable(),
    context: values,
    attributes: values,
    skills: requiredSkills,
    capacityProfiles: list(name),
    /** What it costs in capacity units. */
    units: z.number(),
    priorityScore: z.number(),
    state: workItemState,
    queue: name.nullable(),
    queuedAt: instant.nullable(),
    waitStartedAt: instant,
    /** Place in its queue from 1; null when it does not wait. */
    position: count.nullable(),
    session: session.nullable(),
    /** Who takes part beside whoever has it, in the order in which they came. */
    participants: list(participant),
    /** What a conversation is about. */
    linkedRecord: recordKey.nullable(),
    /** How a conversation turned out. */
    dispositions: list(name),
    /** Who has an offer, of the item or of its transfer, that awaits an answer, and until when. */
    offeredTo: name.nullable(),
    offerExpiresAt: instant.nullable(),
    /** Who works on it. */
    assignedTo: name.nullable(),
    /** The bot that has the conversation now. */
    bot: name.nullable(),
    lastRepresentative: name.nullable(),
    declines: z.record(name, count),
    /** Only pick and assignment by hand remain, because too many declined it. */
    parked: z.boolean(),
    createdAt: instant,
    changedAt: instant,
    lastInteractionAt: instant,
    wrapUpStartedAt: instant.nullable(),
    capacityReleasedAt: instant.nullable(),
    waitingSince: instant.nullable(),
    customerDisconnectedAt: instant.nullable(),
    closedAt: instant.nullable(),
    closureReason: closureReason.nullable(),
    transferCount: count,
    configurationVersion: count,
    version: count,
  })
  .meta({ id: 'WorkItem' })

export type WorkItemView = z.output<typeof workItemView>
