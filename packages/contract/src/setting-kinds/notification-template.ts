import { z } from 'zod'
import { settingKind } from '../setting-kind.ts'
import { list, name, text } from '../values.ts'

const WORKSTREAMS_MAX = 100
const FIELDS_MAX = 10
const TEXT_MAX = 200

/** When an offer comes up: `known` is a customer with a record, `unknown` one without. */
const occasions = ['any', 'incomingKnown', 'incomingUnknown', 'transfer', 'consult', 'assigned'] as const

const line = text.max(TEXT_MAX)

/** What representatives see and hear of work that comes to them. How long an offer stands, and whether it can be
 * rejected, is of the workstream: that is routing. */
export const notificationTemplate = settingKind({
  kind: 'notificationTemplate',
  words: { one: 'notification template', many: 'notification templates' },
  value: z.strictObject({
    title: name,
    occasion: z.enum(occasions).default('any'),
    /** Where it is used; empty: everywhere. */
    workstreams: list(name, WORKSTREAMS_MAX).default([]),
    /** May hold slugs such as {customerName}. Empty: the channel says it. */
    heading: line.default(''),
    /** The time runs whether it is shown or not. */
    showCountdown: z.boolean().default(true),
    acceptLabel: name.default('Accept'),
    rejectLabel: name.default('Reject'),
    showReject: z.boolean().default(true),
    sound: z.boolean().default(true),
    desktop: z.enum(['never', 'always', 'background']).default('never'),
    /** Headers with their values, which may hold slugs. Empty: what the work item tells of itself. */
    fields: list(z.strictObject({ header: name, value: line }), FIELDS_MAX).default([]),
  }),
  example: {
    title: 'Chats of members',
    occasion: 'incomingKnown',
    workstreams: [],
    heading: 'Chat with {customerName}',
    showCountdown: true,
    acceptLabel: 'Accept',
    rejectLabel: 'Reject',
    showReject: true,
    sound: true,
    desktop: 'background',
    fields: [{ header: 'Topic', value: '{topic}' }],
  },
  secrets: {},
  references: { workstreams: 'workstreams' },
  seenBy: 'seeOrganization',
  editedBy: 'editConfiguration',
  max: 500,
})
