import { z } from 'zod'
import { apiBase, noBody, operation } from './operation.ts'
import { count, cursor, instant, limit, list, page, text } from './values.ts'

const group = 'Audit'

/** What the audit log tells of. Entries are kept for good, so readers meet words of other releases too. */
export const auditActions = [
  'configurationChanged',
  'routingSwitched',
  'provisioningStarted',
  'provisioningFinished',
  'provisioningFailed',
  'consentGiven',
  'consentRevoked',
  'licenceChanged',
  'channelSwitched',
  'settingChanged',
  'accountCreated',
  'accountChanged',
  'accountRemoved',
  'accountInvited',
  'accountUnlocked',
  'passwordSet',
  'roleMappingChanged',
  'businessUnitChanged',
  'apiKeyCreated',
  'apiKeyRevoked',
  'signedIn',
  'signInFailed',
  'signInLocked',
  'signedOut',
  'sessionsEnded',
  'authenticationChanged',
  'driftMended',
] as const
export type AuditAction = (typeof auditActions)[number]

const auditAction = z.enum(auditActions)

const SUBJECT_LENGTH_MAX = 400
const moment = z.iso.datetime({ offset: false }).max(30).describe('UTC')

export const auditEntry = z
  .strictObject({
    id: z.string().max(20),
    at: instant,
    action: z
      .string()
      .max(100)
      .meta({ examples: [...auditActions] }),
    /** An account, a program with its key, the product itself, or somebody who did not sign in. */
    by: z.strictObject({ kind: z.enum(['account', 'apiKey', 'system', 'nobody']), name: text }),
    /** The address it came from; null: from the server itself. */
    ip: z.string().max(100).nullable(),
    /** The request that did it, as the log of the server has it; null: the server by itself. */
    requestId: z.string().max(200).nullable(),
    /** What it was about: a list and, where it was one thing, its name. Lists of the configuration go by their names. */
    list: z.string().max(100),
    name: z.string().max(SUBJECT_LENGTH_MAX).nullable(),
    /** What happened, as a sentence. */
    summary: text,
    /** The version of the configuration that it made. */
    configurationVersion: count.nullable(),
  })
  .meta({ id: 'AuditEntry' })
export type AuditEntryView = z.output<typeof auditEntry>

/** One field that changed. A side that is absent: there was, or is, nothing. */
const fieldDifference = z.strictObject({
  /** Inside the row; empty: the whole of it. */
  path: z.string().max(2000),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
})

/** One row that changed, field by field; the order of a list goes by the name `order`. */
export const rowDifference = z.strictObject({
  change: z.enum(['add', 'change', 'remove']),
  list: z.string().max(100),
  name: z.string().max(SUBJECT_LENGTH_MAX),
  /** The name it had before, when it was renamed. */
  formerName: z.string().max(SUBJECT_LENGTH_MAX).optional(),
  fields: list(fieldDifference),
})
export type RowDifference = z.output<typeof rowDifference>

export const listAuditEntries = operation({
  id: 'listAuditEntries',
  group,
  method: 'GET',
  path: `${apiBase}/audit`,
  summary: 'List who changed what, newest first',
  audience: 'seeAudit',
  params: z.strictObject({}),
  query: z.strictObject({
    from: moment.optional(),
    to: moment.optional(),
    by: z.string().min(1).max(200).optional(),
    action: auditAction.optional(),
    list: z.string().min(1).max(100).optional(),
    name: z.string().min(1).max(SUBJECT_LENGTH_MAX).optional(),
    limit,
    cursor,
  }),
  body: noBody,
  reply: page(auditEntry),
  replyStatus: 200,
  errors: [],
})

export const getAuditEntry = operation({
  id: 'getAuditEntry',
  group,
  method: 'GET',
  path: `${apiBase}/audit/{id}`,
  summary: 'Read an entry of the audit log with what changed, field by field',
  audience: 'seeAudit',
  params: z.strictObject({ id: z.string().regex(/^[0-9]{1,15}$/, 'must be the id of an entry') }),
  query: z.strictObject({}),
  body: noBody,
  reply: auditEntry.extend({ difference: list(rowDifference, 100_000) }),
  replyStatus: 200,
  errors: ['notFound'],
})
