import { createHmac, timingSafeEqual } from 'node:crypto'
import { apiBase, type BotAnswer, botAnswer, settingKinds } from '@unified-routing/contract'
import type { WorkItemId } from '@unified-routing/routing'
import { callOutside } from '../../outside/call-outside.ts'
import { webhookHeaders } from '../../outside/sign-webhook.ts'
import type { Settings } from '../../settings/settings.ts'
import type { BotPeer, Call, Occasion } from './bot-peer.ts'

const REPLY_BYTES_MAX = 256 * 1024

/** What answers of bots outside our requests are signed with. */
export interface AnswerTokens {
  of(conversation: WorkItemId): string
  isOf(conversation: WorkItemId, token: string): boolean
}

/** `key` is of this installation. */
export function createAnswerTokens(key: string): AnswerTokens {
  const of = (conversation: WorkItemId) =>
    createHmac('sha256', key).update(`bot answers\n${conversation}`).digest('base64url')
  return {
    of,
    isOf: (conversation, token) => {
      const [right, given] = [Buffer.from(of(conversation)), Buffer.from(token)]
      return right.length === given.length && timingSafeEqual(right, given)
    },
  }
}

interface WebhookOptions {
  readonly settings: Pick<Settings, 'secret'>
  readonly tokens: AnswerTokens
  readonly publicOrigin: string | null
  readonly allowsInner: boolean
  readonly now: () => number
}

/** Bots that take our requests: docs/bots.md is their contract. */
export function createWebhookPeer(options: WebhookOptions): BotPeer {
  const { settings, allowsInner, now } = options
  return {
    listen: null,
    async tell(call, occasion) {
      const { bot } = call
      const at = now()
      const body = JSON.stringify(requestOf(call, occasion, { ...options, at }))
      const secret = await settings.secret({ kind: settingKinds.bot, name: bot.name }, 'signing')
      const headers = webhookHeaders({ id: requestId(call, occasion), at, body }, secret)
      const url = bot.value.address
      const reply = await callOutside({
        url,
        method: 'POST',
        headers,
        body,
        allowsInner,
        replyBytesMax: REPLY_BYTES_MAX,
      })
      if ('failure' in reply) return reply
      const { status, text, isCut } = reply
      if (status < 200 || status > 299) return { failure: `HTTP ${status}` }
      if (isCut) return { failure: `the reply is longer than ${REPLY_BYTES_MAX} bytes` }
      if (text.trim() === '') return { answer: null, peer: null }
      const answer = readAnswer(text)
      return answer === null ? { failure: 'the reply is none that docs/bots.md tells of' } : { answer, peer: null }
    },
  }
}

/** The same for every try, so that a bot can tell. */
function requestId({ item }: Call, occasion: Occasion): string {
  const place = occasion.type === 'message' ? occasion.message.number : occasion.type
  return `bot_${item.id}_${place}`
}

const types = { started: 'conversation.started', message: 'message.added', ended: 'conversation.ended' } as const

function requestOf(
  { item }: Call,
  occasion: Occasion,
  { tokens, publicOrigin, at }: WebhookOptions & { readonly at: number },
) {
  const { id, workstream, channel, customer, context } = item
  return {
    type: types[occasion.type],
    timestamp: new Date(at).toISOString(),
    data: {
      conversation: { id, workstream, channel, customer, context },
      message: occasion.type === 'message' ? messageOf(occasion.message) : null,
      answers: { url: `${publicOrigin ?? ''}${apiBase}/bots/answers`, token: tokens.of(id) },
    },
  }
}

function messageOf({ id, number, text, attachments }: Extract<Occasion, { type: 'message' }>['message']) {
  const files = attachments.map(({ name, contentType, bytes }) => ({ name, contentType, bytes }))
  return { id, number, text, attachments: files }
}

function readAnswer(text: string): BotAnswer | null {
  try {
    return botAnswer.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}
