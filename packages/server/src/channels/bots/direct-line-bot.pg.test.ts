import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChatServer, saveWidget, startChatServer, widgetSecret } from '../direct-line/testing.fixture.ts'
import { type Asked, type BotReply, saveBot, startBot } from './bot.fixture.ts'

/** A small Direct Line server with a bot behind it: what it says to each text. */
type Says = (text: string) => readonly object[]

const clock = { offsetMs: 0 }
const overrides = {
  clock: { now: () => Date.now() + clock.offsetMs, notBefore: () => undefined, wakeAt: () => () => undefined },
}
let chat: ChatServer
let bot: Awaited<ReturnType<typeof startBot>>
let says: Says
const posted: string[] = []
const activities: object[] = []
const renewals: string[] = []

beforeAll(async () => {
  bot = await startBot(directLine)
  chat = await startChatServer({ webhooksInside: true, overrides })
  await saveWidget(chat.app)
  await saveBot(chat.app, { endpoint: 'directLine', address: `${bot.address}/v3/directline` })
})
afterAll(async () => {
  await chat.app.stop()
  await bot.stop()
})

function directLine({ method, path, headers, body }: Asked): BotReply {
  const bearer = headers.authorization
  if (path === '/v3/directline/conversations') {
    if (bearer !== 'Bearer secret-of-the-bot') return { status: 403 }
    return { status: 201, body: { conversationId: 'theirs', token: 'token 1', expires_in: 1_800 } }
  }
  if (path === '/v3/directline/tokens/refresh') {
    renewals.push(String(bearer))
    return { body: { conversationId: 'theirs', token: 'token 2', expires_in: 1_800 } }
  }
  if (!/^Bearer token \d$/.test(bearer ?? '')) return { status: 403 }
  const { pathname, searchParams } = new URL(path, 'http://bot')
  if (pathname !== '/v3/directline/conversations/theirs/activities') return { status: 404 }
  if (method === 'GET') {
    const from = Number(searchParams.get('watermark') ?? 0)
    return { body: { activities: activities.slice(from), watermark: String(activities.length) } }
  }
  activities.push({ ...body, id: `theirs|${activities.length}` })
  posted.push(`${body.type} ${body.text ?? body.name ?? ''}`.trim())
  const replies = body.type === 'event' ? says('') : body.type === 'message' ? says(body.text) : []
  for (const reply of replies)
    activities.push({ type: 'message', from: { id: 'bot' }, id: `theirs|${activities.length}`, ...reply })
  return { body: { id: `theirs|${activities.length}` } }
}

async function ask(
  method: string,
  path: string,
  { bearer, body }: { readonly bearer: string; readonly body?: object },
) {
  const reply = await fetch(`${chat.domain}${path}`, {
    method,
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return Object(await reply.json())
}

test('a Direct Line bot talks first, suggests answers, and escalates with its context', async () => {
  says = (text) => {
    if (text === '')
      return [
        {
          text: 'What can I do?',
          suggestedActions: { actions: [{ type: 'imBack', title: 'A person', value: 'person' }] },
        },
      ]
    if (text === 'slow') return []
    const tags = JSON.stringify({ type: 'Escalate', context: { topic: 'card', Tier: 2, bad: { no: 1 } } })
    return [
      { text: 'not for customers', channelData: { deliveryMode: 'unbridged' } },
      { text: 'Asked for a card.', channelData: { tags } },
    ]
  }
  const { conversationId: id, token } = await ask('POST', '/conversations', {
    bearer: widgetSecret,
    body: { user: { id: 'ada' } },
  })
  await chat.app.services.bots.look()
  const path = `/conversations/${id}/activities`
  const first = await ask('GET', path, { bearer: token })
  expect(first.activities).toMatchObject([
    {
      type: 'message',
      from: { name: 'Robin', role: 'bot' },
      text: 'What can I do?',
      suggestedActions: { actions: [{ type: 'imBack', title: 'A person', value: 'person' }] },
    },
  ])
  // Nothing is said again, however often it is asked for; an old token is renewed.
  clock.offsetMs += 26 * 60_000
  await ask('POST', path, { bearer: token, body: { type: 'message', from: { id: 'ada' }, text: 'slow' } })
  await chat.app.services.bots.look()
  expect(renewals).toEqual(['Bearer token 1'])
  expect((await ask('GET', path, { bearer: token })).activities).toHaveLength(2)

  await ask('POST', path, { bearer: token, body: { type: 'message', from: { id: 'ada' }, text: 'person' } })
  await chat.app.services.bots.look()
  expect(posted).toEqual(['event startConversation', 'message slow', 'message person', 'endOfConversation'])
  expect((await ask('GET', path, { bearer: token })).activities.map(({ text }: { text: string }) => text)).toEqual([
    'What can I do?',
    'slow',
    'person',
  ])
  const { body: item } = await chat.app.call('System Administrator', 'GET', `/api/v1/work-items/${id}`)
  expect(item).toMatchObject({ bot: null, queue: 'Chats', context: { topic: 'card', Tier: 2 } })
  expect(item.context).not.toHaveProperty('bad')
  const { body: all } = await chat.app.call('System Administrator', 'GET', `/api/v1/conversations/${id}/messages`)
  expect(all.items.at(-1)).toMatchObject({ from: 'bot', kind: 'note', text: 'Asked for a card.' })
})

test('the end that a bot declares is the end', async () => {
  says = (text) => (text === '' ? [] : [{ type: 'endOfConversation', text: 'Bye.' }])
  activities.length = 0
  const { conversationId: id, token } = await ask('POST', '/conversations', {
    bearer: widgetSecret,
    body: { user: { id: 'ada' } },
  })
  await ask('POST', `/conversations/${id}/activities`, {
    bearer: token,
    body: { type: 'message', from: { id: 'ada' }, text: 'Done' },
  })
  await chat.app.services.bots.look()
  const { activities: told } = await ask('GET', `/conversations/${id}/activities`, { bearer: token })
  expect(told.map(({ type, text }: { type: string; text?: string }) => `${type} ${text ?? ''}`.trim())).toEqual([
    'message Done',
    'message Bye.',
    'endOfConversation',
  ])
})
