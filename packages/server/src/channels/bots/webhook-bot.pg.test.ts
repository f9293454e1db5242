import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../../http/testing/test-app.ts'
import { type Asked, type BotReply, saveBot, signingSecret, startBot } from './bot.fixture.ts'

const clock = { offsetMs: 0 }
const overrides = {
  clock: { now: () => Date.now() + clock.offsetMs, notBefore: () => undefined, wakeAt: () => () => undefined },
}
let app: TestApp
let bot: Awaited<ReturnType<typeof startBot>>
/** What the bot says to each message; a test sets it. */
let says: (asked: Asked) => BotReply | Promise<BotReply>

beforeAll(async () => {
  bot = await startBot((asked) => says(asked))
  app = await startTestApp({ webhooksInside: true, overrides })
  await saveBot(app, { address: bot.address, answerSeconds: 30, displayName: 'Robin the bot' })
})
afterAll(async () => {
  await app.stop()
  await bot.stop()
})
beforeEach(() => {
  bot.asked.length = 0
  says = () => ({ body: {} })
})
afterEach(async () => {
  for (const item of app.engine.router()?.openWorkItems() ?? [])
    await app.call('System Administrator', 'POST', `/api/v1/work-items/${item.id}/force-close`)
  await app.services.bots.look()
})

const call = (method: string, path: string, body?: unknown) =>
  app.call('System Administrator', method, `/api/v1/${path}`, body === undefined ? {} : { body })

let started = 0
async function start(text: string | null = null): Promise<string> {
  const id = `CHAT-${++started}`
  const context = { topic: 'parcel' }
  expect((await call('POST', 'conversations', { id, workstream: 'Website chat', context, text })).status).toBe(201)
  await app.services.bots.look()
  return id
}
async function write(id: string, text: string): Promise<void> {
  await call('POST', `conversations/${id}/messages`, { from: 'customer', text })
  await app.services.bots.look()
}
const item = async (id: string) => (await call('GET', `work-items/${id}`)).body
const said = async (id: string) =>
  (await call('GET', `conversations/${id}/messages`)).body.items.map(
    ({ from, kind, text }: { from: string; kind: string; text: string }) => `${from} ${kind}: ${text}`,
  )
const escalations = async (id: string) =>
  (await call('GET', `work-items/${id}/journal`)).body.items.filter(
    ({ type }: { type: string }) => type === 'workItem.escalated',
  )
/** Lets time pass, and what is due happen. */
async function pass(seconds: number): Promise<void> {
  clock.offsetMs += seconds * 1_000
  await app.services.bots.look()
}

describe('a webhook bot', () => {
  test('is told of a conversation and of what is said, by requests that it can verify, and talks', async () => {
    says = ({ body }) =>
      body.type === 'conversation.started'
        ? { body: { messages: [{ text: 'Hello. Which parcel?' }] } }
        : { body: { messages: [{ text: 'On its way.' }, { text: 'Anything else?' }] } }
    const id = await start()
    await write(id, 'Number 7')
    expect(bot.asked.map(({ body }) => body.type)).toEqual(['conversation.started', 'message.added'])
    for (const { text, headers } of bot.asked)
      expect(() =>
        new Webhook(signingSecret).verify(text, {
          ...headers,
          'webhook-signature': String(headers['webhook-signature']),
          'webhook-id': String(headers['webhook-id']),
          'webhook-timestamp': String(headers['webhook-timestamp']),
        }),
      ).not.toThrow()
    expect(bot.asked[0]?.body.data).toMatchObject({
      conversation: { id, workstream: 'Website chat', channel: 'liveChat', context: { topic: 'parcel' } },
      message: null,
    })
    expect(bot.asked[1]?.body.data.message).toMatchObject({ number: 2, text: 'Number 7' })
    expect(await said(id)).toEqual([
      'bot message: Hello. Which parcel?',
      'customer message: Number 7',
      'bot message: On its way.',
      'bot message: Anything else?',
    ])
    expect(await item(id)).toMatchObject({ state: 'Active', queue: null, bot: 'robin' })
  })

  test('escalates with what it found out, and the representative reads the whole conversation', async () => {
    says = ({ body }) => {
      if (body.data.message === null) return { body: { context: { tier: 2 } } }
      const escalate = { because: 'The customer asks for a person.', note: 'Parcel 7 is late.' }
      return { body: { messages: [{ text: 'One moment.' }], context: { topic: 'late' }, escalate } }
    }
    await app.call('Omnichannel Agent', 'POST', '/api/v1/representatives/olga/sign-in')
    const id = await start('I want a person.')
    expect(await item(id)).toMatchObject({
      queue: 'Chats',
      bot: null,
      offeredTo: 'olga',
      context: { topic: 'late', tier: 2 },
    })
    expect(await escalations(id)).toMatchObject([{ bot: 'robin', because: 'The customer asks for a person.' }])
    expect((await app.call('Omnichannel Agent', 'POST', `/api/v1/work-items/${id}/accept`)).status).toBe(200)
    const { body } = await app.call('Omnichannel Agent', 'GET', `/api/v1/conversations/${id}/messages`)
    expect(body.items).toMatchObject([
      { from: 'customer', text: 'I want a person.' },
      { from: 'bot', author: 'Robin the bot', text: 'One moment.' },
      { from: 'bot', kind: 'note', text: 'Parcel 7 is late.' },
    ])
    expect(bot.asked.at(-1)?.body.type).toBe('conversation.ended')
    await app.call('Omnichannel Agent', 'POST', '/api/v1/representatives/olga/sign-out')
  })

  test('may end the conversation with its last words', async () => {
    says = ({ body }) => ({ body: body.data.message === null ? {} : { messages: [{ text: 'Goodbye.' }], end: true } })
    const id = await start('That is all.')
    expect(await item(id)).toMatchObject({ state: 'Closed', closureReason: 'BotEndConversation' })
    expect(await said(id)).toEqual(['customer message: That is all.', 'bot message: Goodbye.'])
  })

  test('that is down is tried again, and then the conversation goes on to people, who read why', async () => {
    says = () => ({ status: 503 })
    const id = await start()
    for (const seconds of [1, 5]) await pass(seconds + 0.1)
    expect(bot.asked).toHaveLength(3)
    expect(new Set(bot.asked.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(await item(id)).toMatchObject({ bot: 'robin' })
    await pass(15.1)
    expect(await item(id)).toMatchObject({ state: 'Open', queue: 'Chats', bot: null })
    expect(await escalations(id)).toMatchObject([{ because: 'The bot could not be reached: HTTP 503.' }])
  })

  test('that says nothing sensible has failed', async () => {
    says = () => ({ body: { messages: 'Hello' } })
    const id = await start()
    for (const seconds of [1, 5, 15]) await pass(seconds + 0.1)
    expect((await escalations(id))[0].because).toMatch(/docs\/bots\.md/)
  })

  test('may answer later, by its token, and each answer once', async () => {
    says = () => ({ status: 202 })
    const id = await start('Where is it?')
    const { token, url } = bot.asked[0]?.body.data.answers ?? {}
    expect(url).toBe('/api/v1/bots/answers')
    const answer = { conversation: id, token, id: 'answer-1', answer: { messages: [{ text: 'Here it is.' }] } }
    const later = (body: unknown) => app.call(null, 'POST', '/api/v1/bots/answers', { body })
    expect((await later(answer)).status).toBe(204)
    expect((await later(answer)).status).toBe(204)
    await pass(40)
    expect(await item(id)).toMatchObject({ bot: 'robin' })
    expect(await said(id)).toEqual(['customer message: Where is it?', 'bot message: Here it is.'])
    expect((await later({ ...answer, token: 'wrong' })).status).toBe(404)
    await later({ ...answer, id: 'answer-2', answer: { escalate: {} } })
    expect(await item(id)).toMatchObject({ queue: 'Chats' })
    expect(await later({ ...answer, id: 'answer-3' })).toMatchObject({ status: 409 })
  })

  test('that keeps the customer waiting loses the conversation', async () => {
    says = () => ({ status: 202 })
    const id = await start('Hello?')
    await pass(20)
    await write(id, 'Are you there?')
    expect(await item(id)).toMatchObject({ bot: 'robin' })
    await pass(10)
    expect(await escalations(id)).toMatchObject([{ because: 'The bot did not answer within 30 seconds.' }])
  })

  test('says nothing twice when the server ends between its reply and the note that it was told', async () => {
    says = ({ body }) => ({ body: { messages: [{ text: `${body.type} ${body.data.message?.text ?? ''}` }] } })
    const id = await start('One')
    await app.stop()
    const { connectionString } = app
    // As if the last note had not been written.
    const store = await import('../../store/store.ts').then(({ openStore }) =>
      openStore({ connectionString, connectionsMax: 1, name: 'test' }),
    )
    const { readBotDialog, saveBotDialog } = await import('../../store/bot-dialogs.ts')
    const kept = await readBotDialog(store, 'default', id)
    if (kept === null) throw new Error('there is no dialog')
    expect(kept.told).toBe(1)
    await saveBotDialog(store, 'default', { ...kept, told: 0 })
    await store.close()
    app = await startTestApp({ connectionString, webhooksInside: true, overrides })
    await app.services.bots.look()
    await write(id, 'Two')
    // Of other chats it may still be told what it did not hear when it was down.
    const asked = bot.asked
      .map(({ headers }) => String(headers['webhook-id']))
      .filter((it) => it.startsWith(`bot_${id}_`))
    expect(asked).toEqual([`bot_${id}_started`, `bot_${id}_1`, `bot_${id}_1`, `bot_${id}_4`])
    expect(await said(id)).toEqual([
      'customer message: One',
      'bot message: conversation.started ',
      'bot message: message.added One',
      'customer message: Two',
      'bot message: message.added Two',
    ])
  })
})

test('a bot in an inner network is not asked unless that is allowed', async () => {
  const other = await startTestApp({ overrides })
  await saveBot(other, { address: bot.address })
  await other.call('System Administrator', 'POST', '/api/v1/conversations', {
    body: { id: 'IN', workstream: 'Website chat' },
  })
  for (const seconds of [0, 1, 5, 15]) {
    clock.offsetMs += seconds * 1_000 + 100
    await other.services.bots.look()
  }
  const { body } = await other.call('System Administrator', 'GET', '/api/v1/work-items/IN/journal')
  expect(JSON.stringify(body)).toContain('UR_WEBHOOKS_INSIDE')
  expect(bot.asked).toEqual([])
  await other.stop()
})
