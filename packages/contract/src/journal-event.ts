import { z } from 'zod'
import { messageKind, messageSender } from './message.ts'
import { count, id, instant, list, literal, name, requiredSkills, text, values } from './values.ts'
import { closureReason, participantAccess, participantMode, recordKey, workItemState } from './work-item.ts'

export const notEligibleReason = z.enum([
  'notQueueMember',
  'notBookable',
  'signedOut',
  'presenceNotAllowed',
  'insufficientUnits',
  'profileMissing',
  'profileExhausted',
  'blockedByProfile',
  'skillMissing',
  'ratingTooLow',
  'skillInactive',
  'declineLimitReached',
  'notWorking',
  'notInUserGroupYet',
  'conditionNotMet',
  'noPermission',
])
export type NotEligibleReason = z.output<typeof notEligibleReason>

/** What became of one rule: Processed (not met), Matched (met, not used), Applied, Not processed. */
export const ruleTrace = z
  .strictObject({
    name: text,
    status: z.enum(['Processed', 'Matched', 'Applied', 'Not processed']),
    /** What its condition read, by path. */
    values: z.record(text, literal).optional(),
  })
  .meta({ id: 'RuleTrace' })
export type RuleTrace = z.output<typeof ruleTrace>

export const candidateTrace = z
  .strictObject({ representative: name, unitsFree: z.number(), presence: name, rank: text })
  .meta({ id: 'CandidateTrace' })

const mode = z.enum(['method', 'affinity', 'preferred', 'expert', 'pick', 'hand', 'transfer'])
const presenceSetBy = z.enum(['system', 'manual', 'missedOffer', 'rejectedOffer'])

/** What every event has beside its own fields. */
const common = {
  /** Organization-wide, from 1, without gaps. */
  sequence: count,
  at: instant,
  actor: z.strictObject({
    kind: z.enum(['system', 'representative', 'supervisor', 'administrator', 'customer', 'integration']),
    name: text.nullable(),
  }),
  workItem: id.nullable(),
  queue: name.nullable(),
  representative: name.nullable(),
}

function event<const Type extends string, Fields extends z.ZodRawShape>(type: Type, fields: Fields) {
  return z.strictObject({ type: z.literal(type), ...fields, ...common })
}

const assignment = { session: id, mode, method: text, candidates: list(candidateTrace), because: text }

const classifiedRuleset = z.strictObject({
  name: text,
  skipped: text.optional(),
  error: text.optional(),
  rules: list(ruleTrace),
})

/** One line of the journal. Types that begin with workItem. concern `workItem`, and so on. */
export const journalEvent = z
  .discriminatedUnion('type', [
    event('workItem.created', {
      kind: z.enum(['record', 'conversation']),
      workstream: name,
      record: recordKey.nullable(),
      customer: id.nullable(),
    }),
    event('workItem.intake', { rules: list(ruleTrace), workstream: name.nullable() }),
    event('workItem.classified', {
      rulesets: list(classifiedRuleset),
      skills: requiredSkills,
      capacityProfiles: list(name),
      attributes: values,
      priorityScore: z.number(),
    }),
    event('workItem.routedToQueue', {
      rules: list(ruleTrace),
      reason: z.enum(['rule', 'fallbackNoMatch', 'fallbackNoRules', 'fallbackError', 'overflow']),
      message: text.nullable(),
    }),
    event('workItem.queued', {
      reason: z.enum(['routed', 'transfer', 'overflow', 'returned', 'released', 'hand']),
      rule: name.optional().describe('The prioritization rule that takes it; absent: none does'),
    }),
    event('workItem.overflowed', { trigger: text, action: text, targetQueue: name.nullable() }),
    event('workItem.notAssigned', { reasons: z.partialRecord(notEligibleReason, count) }),
    event('workItem.offered', { ...assignment, expiresAt: instant.nullable() }),
    event('workItem.assigned', assignment),
    event('workItem.accepted', { session: id }),
    event('workItem.declined', { session: id, reason: z.enum(['AgentReject', 'AgentTimeout']), declines: count }),
    event('workItem.offerWithdrawn', { session: id, reason: z.union([closureReason, z.literal('resume')]) }),
    event('workItem.sessionClosed', { session: id, reason: closureReason }),
    event('workItem.stateChanged', { from: workItemState, to: workItemState, reason: closureReason.nullable() }),
    event('workItem.capacityReleased', {}),
    event('workItem.requirementsChanged', { skills: requiredSkills, attributes: values, priorityScore: z.number() }),
    event('workItem.parked', { decliners: count }),
    event('workItem.botEngaged', { bot: name }),
    event('workItem.escalated', { bot: name, context: values, because: text.nullable() }),
    event('workItem.botLeft', { bot: name, reason: closureReason }),
    event('workItem.linked', { record: recordKey.nullable() }),
    event('workItem.dispositionsSet', { dispositions: list(name) }),
    event('workItem.consultAsked', { participant: id, expiresAt: instant, takesCapacity: z.boolean() }),
    event('workItem.participantJoined', { participant: id, mode: participantMode }),
    event('workItem.participantShown', { participant: id, mode: participantMode }),
    event('workItem.participantLeft', {
      participant: id,
      mode: participantMode,
      /** What it was when they left. Who had monitored without joining is told to those who supervise only. */
      access: participantAccess.optional(),
      reason: z.union([closureReason, z.enum(['left', 'consultEnded', 'resume'])]),
    }),
    event('workItem.customerActivity', { activity: z.enum(['message', 'left', 'disconnected', 'returned']) }),
    /** Conversations from before messages had a number of their own tell of them as customerActivity. */
    event('workItem.messageAdded', { message: id, from: messageSender, kind: messageKind, number: count }),
    event('representative.signedIn', {}),
    event('representative.signedOut', {}),
    event('representative.disconnected', {}),
    event('representative.reconnected', {}),
    event('representative.presenceChanged', { from: name, to: name, setBy: presenceSetBy }),
    event('representative.dayReset', { profiles: list(name) }),
    event('organization.configured', { version: count }),
    event('organization.routingChanged', {
      enabled: z.boolean(),
      openWork: z.enum(['drain', 'return', 'hold']).optional(),
    }),
    event('organization.resumed', { stoppedAt: instant }),
  ])
  .meta({ id: 'JournalEvent' })

export type JournalEvent = z.output<typeof journalEvent>
export type JournalEventType = JournalEvent['type']
