import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { keepCustomerStreams } from '../../store/customer-streams.ts'
import { PublishedClient } from './published-client.fixture.ts'
import { type ChatServer, olga, saveWidget, startChatServer, widgetSecret } from './testing.fixture.ts'

let chat: ChatServer
beforeAll(async () => {
  chat = await startChatServer()
  await saveWidget(chat.app)
})
afterAll(() => chat.app.stop())

const clients: PublishedClient[] = []
afterEach(async () => {
  for (const client of clients.splice(0)) {
    const id = conversationOf(client)
    client.end()
    if (id !== '') await chat.app.call('Omnichannel Supervisor', 'POST', `/api/v1/work-items/${id}/force-close`)
  }
})

async function tokenFor(user?: string): Promise<string> {
  const reply = await fetch(`${chat.domain}/tokens/generate`, {
    method: 'POST',
    headers: { authorization: `Bearer ${widgetSecret}`, 'content-type': 'application/json' },
    body: JSON.stringify(user === undefined ? {} : { user: { id: user } }),
  })
  return Object(await reply.json()).token
}

async function join(options: { webSocket?: boolean; pollingInterval?: number } = {}): Promise<PublishedClient> {
  const client = new PublishedClient({ domain: chat.domain, token: await tokenFor('ada'), ...options })
  clients.push(client)
  await client.until(() => client.status === 'Online')
  return client
}

function conversationOf(client: PublishedClient): string {
  return Object(client.line).conversationId ?? ''
}

/** A customer who talks with olga. */
async function talk(options: { webSocket?: boolean; pollingInterval?: number } = {}) {
  const representative = olga(chat.app)
  await representative.signIn()
  const client = await join(options)
  const id = conversationOf(client)
  await representative.accept(id)
  return { client, id, representative }
}

describe('the published Direct Line client', () => {
  test('starts a conversation, sends, hears its own message and the answer', async () => {
    const { client, id, representative } = await talk()
    expect(await client.say('Where is my parcel?')).toMatch(/\|0000001$/)
    await representative.say(id, 'On its way')
    await client.hears(2)
    expect(client.heard).toMatchObject([
      { type: 'message', text: 'Where is my parcel?', from: { id: 'ada', role: 'user' } },
      { type: 'message', text: 'On its way', textFormat: 'plain', from: { id: 'olga', role: 'bot' } },
    ])
    expect(await representative.messages(id)).toMatchObject([
      { from: 'customer', text: 'Where is my parcel?' },
      { from: 'representative', text: 'On its way' },
    ])
  })

  test('never hears notes', async () => {
    const { client, id, representative } = await talk()
    await representative.say(id, 'Difficult customer', 'note')
    await representative.say(id, 'Good morning')
    await client.hears(1)
    expect(client.texts()).toEqual(['Good morning'])
  })

  test('loses nothing and hears nothing twice while its socket is cut', async () => {
    const { client, id, representative } = await talk()
    await representative.say(id, 'one')
    await client.hears(1)
    client.cutSocket()
    for (const text of ['two', 'three', 'four']) await representative.say(id, text)
    await client.hears(4)
    await client.say('five')
    await client.hears(5)
    expect(client.texts()).toEqual(['one', 'two', 'three', 'four', 'five'])
  })

  test('polls where it may not open sockets', async () => {
    const { client, id, representative } = await talk({ webSocket: false, pollingInterval: 200 })
    await client.say('one')
    await representative.say(id, 'two')
    await client.hears(2)
    await representative.end(id)
    await client.until(() => client.heard.some(({ type }) => String(type) === 'endOfConversation'))
    expect(client.texts()).toEqual(['one', 'two'])
  })

  test('shows typing of both sides', async () => {
    const { client, id, representative } = await talk()
    const heard: unknown[] = []
    const stop = chat.app.services.signals.listen((signal) => heard.push(signal))
    await client.post({ type: 'typing' })
    stop()
    expect(heard).toContainEqual({ type: 'typing', workItem: id, from: 'customer', author: null })
    await client.until(() => client.sockets.length > 0)
    await representative.say(id, 'a moment')
    await client.hears(1)
    await representative.types(id)
    await client.until(() => client.heard.at(-1)?.type === 'typing')
    expect(client.heard.at(-1)).toMatchObject({ from: { id: 'olga' } })
  })

  test('ends the conversation for both', async () => {
    const { client, id } = await talk()
    await client.post({ type: 'endOfConversation' })
    await client.until(() => client.heard.some(({ type }) => String(type) === 'endOfConversation'))
    const { body } = await chat.app.call('Omnichannel Agent', 'GET', `/api/v1/work-items/${id}`)
    expect(body).toMatchObject({ state: 'Wrap-up', closureReason: 'CustomerEndConversation' })
    await expect(client.say('Hello?')).rejects.toMatchObject({ status: 404 })
  })
})

test('a customer who has left while the server was away has lost the connection', async () => {
  const { client, id } = await talk()
  await client.say('Hello')
  await client.hears(1)
  const { connectionString } = chat.app
  await chat.app.stop()
  client.end()
  clients.length = 0
  chat = await startChatServer({ connectionString, overrides: { chat: { reloadMs: 0, sweepMs: 50 } } })
  const lost = new Promise<void>((resolve) => {
    chat.app.engine.onCommitted(({ workItems }) => {
      if (typeof workItems.get(id)?.customerDisconnectedAt === 'number') resolve()
    })
  })
  await keepCustomerStreams(chat.app.store, 'default', { conversations: [id], at: 0 })
  await lost
  await chat.app.call('Omnichannel Supervisor', 'POST', `/api/v1/work-items/${id}/force-close`)
})

test('a restart of the server loses nothing and repeats nothing', async () => {
  const { connectionString } = chat.app
  const { client, id, representative } = await talk()
  await representative.say(id, 'before')
  await client.hears(1)
  const port = Number(new URL(chat.base).port)
  await chat.app.stop()
  chat = await startChatServer({ connectionString, port })
  await olga(chat.app).say(id, 'after')
  await client.hears(2)
  expect(client.texts()).toEqual(['before', 'after'])
})
