import { z } from 'zod'
import { apiBase, noBody, noQuery, operation } from './operation.ts'
import { id, list, name } from './values.ts'
import { recordKey, workItemView } from './work-item.ts'

const DISPOSITIONS_MAX = 12

const path = (action: string) => `${apiBase}/conversations/{id}/${action}`

/** What a representative or a supervisor does in a conversation; the reply is its work item. */
const action = {
  group: 'Conversations',
  method: 'POST',
  params: z.strictObject({ id }),
  query: noQuery,
  reply: workItemView,
  replyStatus: 200,
  errors: ['notFound', 'refused', 'keyReused'],
} as const

const somebody = z.strictObject({ representative: name })

export const consult = operation({
  ...action,
  id: 'consult',
  path: path('consult'),
  summary: 'Ask a colleague for advice',
  description:
    'The colleague accepts or rejects it like an offer (`acceptWorkItem`, `rejectWorkItem`). They read along, and the ' +
    'customer does not know of them, until `addParticipant`.',
  audience: 'handleWork',
  body: somebody.extend({
    /** Whether it takes capacity of the colleague like the conversation itself. */
    takesCapacity: z.boolean().default(false),
  }),
  example: { representative: 'ana' },
})

export const endConsult = operation({
  ...action,
  id: 'endConsult',
  path: path('stop-consult'),
  summary: 'End the part of a colleague who was asked for advice, or take the question back',
  audience: 'handleWork',
  body: somebody,
  example: { representative: 'ana' },
})

export const addParticipant = operation({
  ...action,
  id: 'addParticipant',
  path: path('add-participant'),
  summary: 'Let a colleague who was consulted take part: the customer sees them, and they may write',
  audience: 'handleWork',
  body: somebody,
  example: { representative: 'ana' },
})

export const leaveConversation = operation({
  ...action,
  id: 'leaveConversation',
  path: path('leave'),
  summary: 'Leave a conversation in which one was consulted, or which one monitors',
  audience: 'handleWork',
  body: noBody,
})

export const monitorConversation = operation({
  ...action,
  id: 'monitorConversation',
  path: path('monitor'),
  summary: 'Read a conversation along; nobody in it is told',
  audience: 'supervise',
  body: noBody,
})

export const joinConversation = operation({
  ...action,
  id: 'joinConversation',
  path: path('join'),
  summary: 'Take part in a conversation that one monitors: customer and representative are told',
  audience: 'supervise',
  body: noBody,
})

export const linkConversation = operation({
  ...action,
  id: 'linkConversation',
  path: path('link'),
  summary: 'Link a conversation to the record it is about; null takes the link off',
  audience: 'handleWork',
  body: z.strictObject({ record: recordKey.nullable() }),
  example: { record: { table: 'case', id: 'CAS-1001' } },
})

export const setDispositions = operation({
  ...action,
  id: 'setDispositions',
  path: path('dispositions'),
  summary: 'Note how a conversation turned out, in place of what was noted before',
  audience: 'handleWork',
  body: z.strictObject({ dispositions: list(name, DISPOSITIONS_MAX) }),
  example: { dispositions: ['Solved'] },
})
