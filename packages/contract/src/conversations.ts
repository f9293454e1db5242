import { z } from 'zod'
import { apiBase, noBody, noParams, noQuery, operation } from './operation.ts'
import { cursor, id, instant, limit, name, page, TEXT_LENGTH_MAX, values } from './values.ts'
import { workItemView } from './work-item.ts'

const group = 'Conversations'
const conversation = z.strictObject({ id })
const messageText = z.string().min(1).max(TEXT_LENGTH_MAX)

export const message = z
  .strictObject({
    id,
    from: z.enum(['customer', 'representative']),
    author: name.nullable(),
    text: messageText,
    at: instant,
  })
  .meta({ id: 'Message' })
export type MessageView = z.output<typeof message>

export const startConversation = operation({
  id: 'startConversation',
  group,
  method: 'POST',
  path: `${apiBase}/conversations`,
  summary: 'Start a conversation for a customer',
  audience: 'speakForCustomer',
  params: noParams,
  query: noQuery,
  body: z.strictObject({
    id: id.optional(),
    workstream: name,
    /** A contact's id. */
    customer: id.nullable().default(null),
    context: values.default({}),
    /** The first message. */
    text: messageText.nullable().default(null),
  }),
  reply: workItemView,
  replyStatus: 201,
  errors: ['notFound', 'refused', 'keyReused'],
  example: {
    workstream: 'Website chat',
    customer: 'CONTACT-7',
    context: { topic: 'Delivery' },
    text: 'Where is my parcel?',
  },
})

export const listMessages = operation({
  id: 'listMessages',
  group,
  method: 'GET',
  path: `${apiBase}/conversations/{id}/messages`,
  summary: 'List the messages of a conversation, oldest first',
  audience: 'seeOwnWork',
  params: conversation,
  query: z.strictObject({ limit, cursor }),
  body: noBody,
  reply: page(message),
  replyStatus: 200,
  errors: ['notFound'],
})

export const sendMessage = operation({
  id: 'sendMessage',
  group,
  method: 'POST',
  path: `${apiBase}/conversations/{id}/messages`,
  summary: 'Send a message',
  description: 'From the representative who holds the conversation; from the customer by an integration.',
  audience: 'seeOwnWork',
  params: conversation,
  query: noQuery,
  body: z.strictObject({ id: id.optional(), from: z.enum(['customer', 'representative']), text: messageText }),
  reply: message,
  replyStatus: 201,
  errors: ['notFound', 'refused', 'keyReused'],
  example: { from: 'representative', text: 'It is out for delivery today.' },
})

export const endConversation = operation({
  id: 'endConversation',
  group,
  method: 'POST',
  path: `${apiBase}/conversations/{id}/end`,
  summary: 'End a conversation for the customer',
  audience: 'speakForCustomer',
  params: conversation,
  query: noQuery,
  body: noBody,
  reply: workItemView,
  replyStatus: 200,
  errors: ['notFound', 'refused', 'keyReused'],
})
