import { z } from 'zod'
import { INBOX_CLOSED_DAYS } from './inbox.ts'
import { journalEvent } from './journal-event.ts'
import { apiBase, noBody, noQuery, operation } from './operation.ts'
import { cursor, id, limit, name, page, requiredSkills, values } from './values.ts'
import { channel, workItemState, workItemView } from './work-item.ts'

const group = 'Work items'
const item = z.strictObject({ id })
const path = (action: string) => `${apiBase}/work-items/{id}/${action}`

/** What an action on one work item has in common with the others: no parameters but the item, the item as reply. */
const action = {
  group,
  method: 'POST',
  params: item,
  query: noQuery,
  reply: workItemView,
  replyStatus: 200,
  errors: ['notFound', 'refused', 'keyReused'],
} as const

export const listWorkItems = operation({
  id: 'listWorkItems',
  group,
  method: 'GET',
  path: `${apiBase}/work-items`,
  summary: 'List work items',
  description:
    'Views: `my` (offered to, worked by or consulted about by the caller), `open` (Open in the queues the caller may ' +
    'see), `closed` ' +
    `(closed by the caller, or all for those who see all work, of the last ${INBOX_CLOSED_DAYS} days by what the list ` +
    'is sorted by), `ongoing` (not closed), `all` (everything the caller may see).',
  audience: 'seeOwnWork',
  params: z.strictObject({}),
  query: z.strictObject({
    view: z.enum(['my', 'open', 'closed', 'ongoing', 'all']).default('all'),
    queue: name.optional(),
    state: workItemState.optional(),
    /** Who has it, or is asked. */
    representative: name.optional(),
    channel: channel.optional(),
    sort: z.enum(['createdAt', '-createdAt', 'changedAt', '-changedAt', 'queuedAt', '-queuedAt']).default('-changedAt'),
    limit,
    cursor,
  }),
  body: noBody,
  reply: page(workItemView),
  replyStatus: 200,
  errors: [],
})

export const getWorkItem = operation({
  id: 'getWorkItem',
  group,
  method: 'GET',
  path: `${apiBase}/work-items/{id}`,
  summary: 'Read one work item',
  audience: 'seeOwnWork',
  params: item,
  query: noQuery,
  body: noBody,
  reply: workItemView,
  replyStatus: 200,
  errors: ['notFound'],
})

export const acceptWorkItem = operation({
  ...action,
  id: 'acceptWorkItem',
  path: path('accept'),
  summary: 'Accept the offer',
  audience: 'handleWork',
  body: noBody,
})

export const rejectWorkItem = operation({
  ...action,
  id: 'rejectWorkItem',
  path: path('reject'),
  summary: 'Reject the offer',
  audience: 'handleWork',
  body: noBody,
})

export const pickWorkItem = operation({
  ...action,
  id: 'pickWorkItem',
  path: path('pick'),
  summary: 'Pick an open item for oneself',
  audience: 'handleWork',
  body: noBody,
})

export const endWorkItem = operation({
  ...action,
  id: 'endWorkItem',
  path: path('end'),
  summary: 'End the conversation; wrap-up follows',
  audience: 'handleWork',
  body: noBody,
})

export const closeWorkItem = operation({
  ...action,
  id: 'closeWorkItem',
  path: path('close'),
  summary: 'Close the session on the representative’s side',
  audience: 'handleWork',
  body: noBody,
})

export const transferWorkItemToQueue = operation({
  ...action,
  id: 'transferWorkItemToQueue',
  path: path('transfer-to-queue'),
  summary: 'Transfer to a queue',
  audience: 'handleWork',
  body: z.strictObject({ queue: name }),
  example: { queue: 'Billing' },
})

export const transferWorkItemToRepresentative = operation({
  ...action,
  id: 'transferWorkItemToRepresentative',
  path: path('transfer-to-representative'),
  summary: 'Transfer to another representative',
  audience: 'handleWork',
  body: z.strictObject({ representative: name }),
  example: { representative: 'ana' },
})

export const setWorkItemSkills = operation({
  ...action,
  id: 'setWorkItemSkills',
  path: path('skills'),
  summary: 'Set the skills it requires',
  description:
    'They replace those of before; null is any rating. What waits is looked at anew; an offer that is out stands.',
  audience: 'handleWork',
  body: z.strictObject({ skills: requiredSkills }),
  example: { skills: { French: 2, Billing: null } },
})

export const setWorkItemAttributes = operation({
  ...action,
  id: 'setWorkItemAttributes',
  path: path('attributes'),
  summary: 'Set attributes that rules may read',
  description: 'Those not named stay as they are.',
  audience: 'handleWork',
  body: z.strictObject({ attributes: values }),
  example: { attributes: { urgent: true } },
})

export const assignWorkItem = operation({
  ...action,
  id: 'assignWorkItem',
  path: path('assign'),
  summary: 'Assign by hand to a representative or to a queue',
  audience: 'supervise',
  body: z.union([z.strictObject({ representative: name }), z.strictObject({ queue: name })]),
  example: { representative: 'ana' },
})

export const releaseWorkItem = operation({
  ...action,
  id: 'releaseWorkItem',
  path: path('release'),
  summary: 'Take it from its representative, back into its queue',
  audience: 'handleWork',
  body: noBody,
})

export const removeWorkItem = operation({
  ...action,
  id: 'removeWorkItem',
  path: path('remove'),
  summary: 'Remove it from its queue',
  audience: 'supervise',
  body: noBody,
})

export const forceCloseWorkItem = operation({
  ...action,
  id: 'forceCloseWorkItem',
  path: path('force-close'),
  summary: 'Close it whatever its state',
  audience: 'supervise',
  body: noBody,
})

export const listWorkItemJournal = operation({
  id: 'listWorkItemJournal',
  group,
  method: 'GET',
  path: path('journal'),
  summary: 'What happened to it, in order',
  audience: 'seeOwnWork',
  params: item,
  query: z.strictObject({ limit, cursor }),
  body: noBody,
  reply: page(journalEvent),
  replyStatus: 200,
  errors: ['notFound'],
})
