import { z } from 'zod'
import { apiBase, noParams, noQuery, noReply, operation } from './operation.ts'
import { id, list, literal, TEXT_LENGTH_MAX, text } from './values.ts'

const MESSAGES_PER_ANSWER_MAX = 10
const SUGGESTED_ACTIONS_MAX = 20
const CONTEXT_VARIABLES_MAX = 100
const REASON_LENGTH_MAX = 500
const TOKEN_LENGTH_MAX = 200

/** A reply that a bot puts into the customer's mouth: pressed, its value is what the customer says. */
const suggestedAction = z.strictObject({
  title: z.string().min(1).max(100),
  /** Absent: the title. */
  value: z.string().min(1).max(1_000).optional(),
})

/** What a bot says and does: in the reply to our request, or later. */
export const botAnswer = z
  .strictObject({
    messages: list(
      z.strictObject({
        text: z.string().min(1).max(TEXT_LENGTH_MAX),
        suggestedActions: list(suggestedAction, SUGGESTED_ACTIONS_MAX).default([]),
      }),
      MESSAGES_PER_ANSWER_MAX,
    ).default([]),
    /** Context variables; those set before stay. Rules see them when the bot escalates. */
    context: z
      .record(z.string().regex(/^\w{1,100}$/, 'must be letters, digits and underscores'), literal)
      .refine((context) => Object.keys(context).length <= CONTEXT_VARIABLES_MAX, 'must not be so many')
      .default({}),
    /** Hands over to people. */
    escalate: z
      .strictObject({
        /** Why, for the journal. */
        because: text.max(REASON_LENGTH_MAX).default(''),
        /** A note that only representatives see, such as a summary. */
        note: text.default(''),
      })
      .nullable()
      .default(null),
    end: z.boolean().default(false),
  })
  .refine(({ escalate, end }) => escalate === null || !end, {
    path: ['end'],
    message: 'must be false when the bot escalates',
  })
export type BotAnswer = z.output<typeof botAnswer>

export const answerAsBot = operation({
  id: 'answerAsBot',
  group: 'Bots',
  method: 'POST',
  path: `${apiBase}/bots/answers`,
  summary: 'Say or do something as the bot of a conversation',
  description:
    'For bots that answer later than in the reply to our request. The token came with that request and is good for this ' +
    'conversation, as long as the bot has it.',
  audience: 'anyone',
  params: noParams,
  query: noQuery,
  body: z.strictObject({
    conversation: id,
    token: z.string().min(1).max(TOKEN_LENGTH_MAX),
    /** An answer that comes again under its id counts once. */
    id: id.optional(),
    answer: botAnswer,
  }),
  reply: noReply,
  replyStatus: 204,
  errors: ['notFound', 'refused'],
  example: {
    conversation: 'CHAT-7',
    token: 'the-token-of-the-request',
    answer: { messages: [{ text: 'Your parcel is on its way.' }] },
  },
})
