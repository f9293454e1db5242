import { settingKinds } from '@unified-routing/contract'
import { z } from 'zod'
import { callOutside } from '../../outside/call-outside.ts'
import type { Settings } from '../../settings/settings.ts'
import type { BotPeer, Call, Occasion, Told } from './bot-peer.ts'
import { botActivity, readBotActivity } from './read-bot-activity.ts'

const REPLY_BYTES_MAX = 1024 * 1024
/** A token is renewed when it is good for less than this. */
const RENEW_BEFORE_MS = 5 * 60_000
const SECOND_MS = 1_000

interface DirectLineOptions {
  readonly settings: Pick<Settings, 'secret'>
  readonly allowsInner: boolean
  readonly now: () => number
}

/** What is kept of the conversation on the bot's side. */
const line = z.object({
  conversation: z.string(),
  token: z.string(),
  expiresAt: z.number(),
  watermark: z.string().nullable(),
})
type Line = z.output<typeof line>

const opened = z.looseObject({
  conversationId: z.string(),
  token: z.string().optional(),
  expires_in: z.number().optional(),
})
const activitySet = z.looseObject({ activities: z.array(z.unknown()).default([]), watermark: z.string().nullish() })

/** Bots that speak Direct Line 3.0: we are the client, and the customer is its user. */
export function createDirectLinePeer(options: DirectLineOptions): BotPeer {
  return {
    async tell(call, occasion) {
      if (occasion.type === 'started') return start(call, options)
      const known = await knownLine(call, options)
      if ('failure' in known) return occasion.type === 'ended' ? known : start(call, options)
      const told = await post(call, known, { activity: activityOf(call, occasion), options })
      return told === null ? { answer: null, peer: known } : { failure: told }
    },
    async listen(call) {
      const known = await knownLine(call, options)
      if ('failure' in known) return known
      const { conversation, token, watermark } = known
      const query = watermark === null ? '' : `?watermark=${encodeURIComponent(watermark)}`
      const path = `/conversations/${encodeURIComponent(conversation)}/activities${query}`
      const reply = await ask(call, options, { method: 'GET', path, bearer: token, body: null })
      if ('failure' in reply) return reply
      const set = activitySet.safeParse(reply.json)
      if (!set.success) return { failure: 'the reply is not one of Direct Line' }
      const ours = userOf(call)
      const answers = set.data.activities.flatMap((each, index) => {
        const activity = botActivity.safeParse(each)
        if (!activity.success || activity.data.from?.id === ours) return []
        const answer = readBotActivity(activity.data)
        const key = activity.data.id ?? `${watermark ?? ''}+${index}`
        return answer === null ? [] : [{ key, answer }]
      })
      return { answers, peer: { ...known, watermark: set.data.watermark ?? watermark } }
    },
  }
}

async function start(call: Call, options: DirectLineOptions): Promise<Told> {
  const { settings, now } = options
  const secret = await settings.secret({ kind: settingKinds.bot, name: call.bot.name }, 'directLine')
  if (secret === null) return { failure: 'its Direct Line secret is not set' }
  const body = { user: { id: userOf(call) } }
  const reply = await ask(call, options, { method: 'POST', path: '/conversations', bearer: secret, body })
  if ('failure' in reply) return reply
  const parsed = opened.safeParse(reply.json)
  if (!parsed.success) return { failure: 'the reply is not one of Direct Line' }
  const { conversationId: conversation, token = secret, expires_in: seconds } = parsed.data
  const expiresAt = seconds === undefined ? Number.MAX_SAFE_INTEGER : now() + seconds * SECOND_MS
  const begun: Line = { conversation, token, expiresAt, watermark: null }
  const { id, workstream, channel, context } = call.item
  const activity = { type: 'event', name: 'startConversation', value: { id, workstream, channel, context } }
  const told = await post(call, begun, { activity, options })
  return told === null ? { answer: null, peer: begun } : { failure: told }
}

/** With a token that is good for a while. */
async function knownLine(call: Call, options: DirectLineOptions): Promise<Line | { readonly failure: string }> {
  const parsed = line.safeParse(call.peer)
  if (!parsed.success) return { failure: 'the conversation with the bot has not begun' }
  const { token, expiresAt } = parsed.data
  if (options.now() + RENEW_BEFORE_MS < expiresAt) return parsed.data
  const reply = await ask(call, options, { method: 'POST', path: '/tokens/refresh', bearer: token, body: {} })
  if ('failure' in reply) return reply
  const renewed = opened.safeParse(reply.json)
  if (!renewed.success) return { failure: 'the reply is not one of Direct Line' }
  const seconds = renewed.data.expires_in ?? 0
  return { ...parsed.data, token: renewed.data.token ?? token, expiresAt: options.now() + seconds * SECOND_MS }
}

interface Posted {
  readonly activity: Readonly<Record<string, unknown>>
  readonly options: DirectLineOptions
}

/** Null, or why it did not arrive. */
async function post(call: Call, { conversation, token }: Line, { activity, options }: Posted): Promise<string | null> {
  const path = `/conversations/${encodeURIComponent(conversation)}/activities`
  const body = { ...activity, from: { id: userOf(call) } }
  const reply = await ask(call, options, { method: 'POST', path, bearer: token, body })
  return 'failure' in reply ? reply.failure : null
}

function activityOf({ item }: Call, occasion: Exclude<Occasion, { type: 'started' }>) {
  if (occasion.type === 'ended') return { type: 'endOfConversation' }
  const { number, text, attachments } = occasion.message
  const files = attachments.map(({ name }) => name).join(', ')
  return {
    type: 'message',
    text: text === '' ? files : text,
    textFormat: 'plain',
    channelData: { clientActivityID: `${item.id}-${number}` },
  }
}

/** Who the customer is to the bot. */
function userOf({ item }: Call): string {
  return `dl_${item.id}`
}

interface Ask {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly bearer: string
  readonly body: unknown
}

async function ask(
  { bot }: Call,
  { allowsInner }: DirectLineOptions,
  { method, path, bearer, body }: Ask,
): Promise<{ readonly json: unknown } | { readonly failure: string }> {
  const reply = await callOutside({
    url: `${bot.value.address.replace(/\/$/, '')}${path}`,
    method,
    headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
    body: body === null ? null : JSON.stringify(body),
    allowsInner,
    replyBytesMax: REPLY_BYTES_MAX,
  })
  if ('failure' in reply) return reply
  if (reply.status < 200 || reply.status > 299) return { failure: `HTTP ${reply.status}` }
  if (reply.isCut) return { failure: 'the reply is too long' }
  try {
    return { json: reply.text === '' ? null : JSON.parse(reply.text) }
  } catch {
    return { failure: 'the reply is no JSON' }
  }
}
