import { z } from 'zod'
import { apiBase, noBody, noParams, noQuery, noReply, operation } from './operation.ts'
import { count, id, instant, list, name, text } from './values.ts'

const group = 'Enabling'

/** What the consent allows the installation to do, each with a sentence for the form. */
export const consentScopes = {
  readConfiguration: 'Read queues, workstreams, rules, presences, skills and the people who take work',
  readRecords: 'Read the records that are routed, and the records they refer to',
  assignWork: 'Give records and conversations to representatives on behalf of your organization',
  keepJournal: 'Keep a journal of every routing decision, with who got the work and why',
  serviceUser: 'Act as a service user that nobody can sign in as',
} as const

export type ConsentScope = keyof typeof consentScopes

const scope = z.enum(['readConfiguration', 'readRecords', 'assignWork', 'keepJournal', 'serviceUser'])

const consent = z.strictObject({ id, scopes: list(scope), grantedBy: name, grantedAt: instant })

const consentView = z
  .strictObject({
    /** What the form asks for. */
    asks: list(z.strictObject({ scope, text })),
    /** The one in force. */
    consent: consent.nullable(),
    /** Whether the caller may consent and revoke. */
    mayConsent: z.boolean(),
    history: list(consent.extend({ revokedBy: name.nullable(), revokedAt: instant.nullable() })),
  })
  .meta({ id: 'Consent' })
export type ConsentView = z.output<typeof consentView>

/** What must hold before unified routing can be turned on, in the order in which it is asked for. */
const prerequisiteKeys = [
  'rootSystemAdministrator',
  'configurationRole',
  'accessMode',
  'consent',
  'licence',
  'services',
  'schema',
] as const

const prerequisite = z
  .strictObject({
    key: z.enum(prerequisiteKeys),
    title: text,
    met: z.boolean(),
    /** What was found. */
    reason: text,
    /** What to do about it; null while it is met. `kind` says which button helps. */
    remedy: z
      .strictObject({ kind: z.enum(['consent', 'users', 'accounts', 'licences', 'checkAgain']), label: text, text })
      .nullable(),
  })
  .meta({ id: 'Prerequisite' })
export type Prerequisite = z.output<typeof prerequisite>

/** The execution states of a provisioning, by the names that administrators of such products know. */
const executionStatus = z.enum([
  'Record_Created',
  'Toggled',
  'Provisioning_Started',
  'Provisioning_Completed',
  'Completed',
  'Deprovisioning_Started',
  'Deprovisioning_Completed',
  'Failed',
])

const openWorkChoice = z.enum(['drain', 'return'])

const provisioningRun = z
  .strictObject({
    id,
    kind: z.enum(['provisioning', 'deprovisioning']),
    status: executionStatus,
    openWork: openWorkChoice.nullable(),
    startedBy: name,
    startedAt: instant,
    finishedAt: instant.nullable(),
    steps: list(
      z.strictObject({
        name,
        title: text,
        state: z.enum(['pending', 'running', 'done', 'failed']),
        attempts: count,
        startedAt: instant.nullable(),
        finishedAt: instant.nullable(),
        /** What it did, once it is done. */
        detail: text.nullable(),
        error: text.nullable(),
      }),
    ),
  })
  .meta({ id: 'ProvisioningRun' })
export type ProvisioningRun = z.output<typeof provisioningRun>

const unifiedRoutingView = z
  .strictObject({
    /** `draining`: off, but the work that was open is still given out. */
    state: z.enum(['off', 'provisioning', 'on', 'draining', 'failed']),
    message: z.strictObject({ kind: z.enum(['success', 'progress', 'needed', 'failure']), text }).nullable(),
    /** For the caller: another administrator may lack something else. */
    prerequisites: list(prerequisite),
    consent: consent.nullable(),
    mayConsent: z.boolean(),
    supportContact: text,
    /** The last provisioning or deprovisioning. */
    run: provisioningRun.nullable(),
    /** Work that is not closed. */
    openWork: z.strictObject({ waiting: count, offered: count, accepted: count }),
  })
  .meta({ id: 'UnifiedRouting' })
export type UnifiedRoutingView = z.output<typeof unifiedRoutingView>

export const getUnifiedRouting = operation({
  id: 'getUnifiedRouting',
  group,
  method: 'GET',
  path: `${apiBase}/unified-routing`,
  summary: 'Read whether unified routing is on, what it still needs, and how provisioning goes',
  audience: 'seeConfiguration',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: unifiedRoutingView,
  replyStatus: 200,
  errors: [],
})

export const enableUnifiedRouting = operation({
  id: 'enableUnifiedRouting',
  group,
  method: 'POST',
  path: `${apiBase}/unified-routing/enable`,
  summary: 'Turn unified routing on',
  description:
    'Starts provisioning, or goes on where a failed one stopped, and answers at once; read the state to follow it. Refused with the reason `prerequisites` while something is missing; `errors` names each of them.',
  audience: 'editConfiguration',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: unifiedRoutingView,
  replyStatus: 200,
  errors: ['refused'],
  example: {},
})

export const disableUnifiedRouting = operation({
  id: 'disableUnifiedRouting',
  group,
  method: 'POST',
  path: `${apiBase}/unified-routing/disable`,
  summary: 'Turn unified routing off',
  description:
    'Nothing new is routed. `drain`: what is open is given out and worked to its end. `return`: offers that nobody has accepted go back to their queues and wait; nobody is offered anything. What somebody has accepted stays with them either way.',
  audience: 'editConfiguration',
  params: noParams,
  query: noQuery,
  body: z.strictObject({ openWork: openWorkChoice }),
  reply: unifiedRoutingView,
  replyStatus: 200,
  errors: ['refused'],
  example: { openWork: 'drain' },
})

export const getConsent = operation({
  id: 'getConsent',
  group,
  method: 'GET',
  path: `${apiBase}/unified-routing/consent`,
  summary: 'Read what is asked for and who has consented',
  audience: 'seeConfiguration',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: consentView,
  replyStatus: 200,
  errors: [],
})

export const giveConsent = operation({
  id: 'giveConsent',
  group,
  method: 'POST',
  path: `${apiBase}/unified-routing/consent`,
  summary: 'Consent on behalf of the organization',
  description: 'For tenant administrators. Consent that is in force already stays as it was given.',
  audience: 'seeConfiguration',
  params: noParams,
  query: noQuery,
  body: z.strictObject({ onBehalfOfOrganization: z.literal(true) }),
  reply: consentView,
  replyStatus: 200,
  errors: [],
  example: { onBehalfOfOrganization: true },
})

export const revokeConsent = operation({
  id: 'revokeConsent',
  group,
  method: 'DELETE',
  path: `${apiBase}/unified-routing/consent`,
  summary: 'Revoke the consent',
  description:
    'For tenant administrators. Unified routing goes off at once: offers that nobody has accepted return to their queues, accepted work stays with whoever has it.',
  audience: 'seeConfiguration',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: noReply,
  replyStatus: 204,
  errors: ['refused'],
})
