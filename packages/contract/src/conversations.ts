import { z } from 'zod'
import {
  ATTACHMENT_BYTES_MAX,
  ATTACHMENTS_PER_MESSAGE_MAX,
  attachment,
  fileName,
  mediaType,
  message,
  messageKind,
} from './message.ts'
import { apiBase, fileBytes, noBody, noParams, noQuery, noReply, operation } from './operation.ts'
import { SURVEY_QUESTIONS_MAX } from './setting-kinds/chat-widget.ts'
import { isTimeZone } from './time-zone.ts'
import { count, cursor, id, instant, limit, list, name, page, TEXT_LENGTH_MAX, values } from './values.ts'
import { workItemView } from './work-item.ts'

const group = 'Conversations'
const conversation = z.strictObject({ id })
const messageText = z.string().min(1).max(TEXT_LENGTH_MAX)

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
  description:
    'From the representative who holds the conversation; from the customer by an integration. A note is for colleagues ' +
    'only. Attachments are uploaded first; each goes with one message.',
  audience: 'seeOwnWork',
  params: conversation,
  query: noQuery,
  body: z
    .strictObject({
      id: id.optional(),
      from: z.enum(['customer', 'representative']),
      kind: messageKind.default('message'),
      text: z.string().max(TEXT_LENGTH_MAX).default(''),
      /** Ids of uploaded attachments. */
      attachments: list(id, ATTACHMENTS_PER_MESSAGE_MAX).default([]),
    })
    .refine(({ text, attachments }) => text !== '' || attachments.length > 0, {
      path: ['text'],
      message: 'must not be empty unless there are attachments',
    })
    .refine(({ from, kind }) => kind === 'message' || from === 'representative', {
      path: ['kind'],
      message: 'customers write no notes; leave it out',
    }),
  reply: message,
  replyStatus: 201,
  errors: ['notFound', 'refused', 'keyReused'],
  example: { from: 'representative', text: 'It is out for delivery today.' },
})

export const sendTyping = operation({
  id: 'sendTyping',
  group,
  method: 'POST',
  path: `${apiBase}/conversations/{id}/typing`,
  summary: 'Show the other side that somebody is typing',
  description: 'Shown for a few seconds and never stored: repeat it every three seconds while typing goes on.',
  audience: 'seeOwnWork',
  params: conversation,
  query: noQuery,
  body: z.strictObject({ from: z.enum(['customer', 'representative']) }),
  reply: noReply,
  replyStatus: 204,
  errors: ['notFound', 'refused'],
  example: { from: 'representative' },
})

export const uploadAttachment = operation({
  id: 'uploadAttachment',
  group,
  method: 'POST',
  path: `${apiBase}/conversations/{id}/attachments`,
  summary: 'Upload a file for a message',
  description:
    'The body is the file itself. It is scanned before anybody can see it, and shown once a message names it; files that ' +
    'no message names are deleted after a day. Types that could run are refused.',
  audience: 'seeOwnWork',
  params: conversation,
  query: z.strictObject({
    name: fileName,
    type: mediaType.default('application/octet-stream'),
    from: z.enum(['customer', 'representative']).default('representative'),
  }),
  body: fileBytes(ATTACHMENT_BYTES_MAX),
  bodyType: 'application/octet-stream',
  bodyBytesMax: ATTACHMENT_BYTES_MAX,
  reply: attachment,
  replyStatus: 201,
  errors: ['notFound', 'refused'],
})

export const getFileRules = operation({
  id: 'getFileRules',
  group,
  method: 'GET',
  path: `${apiBase}/conversations/{id}/file-rules`,
  summary: 'Read which files a conversation takes',
  description: 'As its chat widget says; without one, whatever the server takes.',
  audience: 'seeOwnWork',
  params: conversation,
  query: noQuery,
  body: noBody,
  reply: z
    .strictObject({
      /** Of the customer. */
      takesFiles: z.boolean(),
      /** Of representatives. */
      sendsFiles: z.boolean(),
      /** Such as pdf; none: any that cannot run. */
      endings: list(z.string()),
      bytesMax: count,
    })
    .meta({ id: 'FileRules' }),
  replyStatus: 200,
  errors: ['notFound'],
})

export const getAttachment = operation({
  id: 'getAttachment',
  group,
  method: 'GET',
  path: `${apiBase}/conversations/{id}/attachments/{attachment}`,
  summary: 'Download a file of a conversation',
  audience: 'seeOwnWork',
  params: z.strictObject({ id, attachment: id }),
  query: noQuery,
  body: noBody,
  reply: fileBytes(ATTACHMENT_BYTES_MAX),
  replyType: 'application/octet-stream',
  replyStatus: 200,
  errors: ['notFound'],
})

export const getTranscript = operation({
  id: 'getTranscript',
  group,
  method: 'GET',
  path: `${apiBase}/conversations/{id}/transcript`,
  summary: 'Download a conversation as a text',
  description: 'What customers and representatives said, in order, without notes: at most 10,000 messages.',
  audience: 'seeOwnWork',
  params: conversation,
  query: z.strictObject({
    /** Of the reader; without it, that of the organization. */
    timeZone: name.refine(isTimeZone, 'must be a time zone such as Europe/Oslo').optional(),
  }),
  body: noBody,
  reply: z.string(),
  replyType: 'text/plain',
  replyStatus: 200,
  errors: ['notFound'],
})

export const getSurvey = operation({
  id: 'getSurvey',
  group,
  method: 'GET',
  path: `${apiBase}/conversations/{id}/survey`,
  summary: 'Read what the customer answered when the conversation was over',
  audience: 'seeOwnWork',
  params: conversation,
  query: noQuery,
  body: noBody,
  reply: z
    .strictObject({
      /** Null: nothing was answered. */
      answeredAt: instant.nullable(),
      answers: list(z.strictObject({ question: z.string(), answer: z.string() }), SURVEY_QUESTIONS_MAX),
    })
    .meta({ id: 'Survey' }),
  replyStatus: 200,
  errors: ['notFound'],
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
