import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
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
  const agent = olga(chat.app)
  await agent.signIn()
  const client = await join(options)
  const id = conversationOf(client)
  await agent.accept(id)
  return { client, id, agent }
}

describe('the published Direct Line client', () => {
  test('starts a conversation, sends, hears its own message and the answer', async () => {
    const { client, id, agent } = await talk()
    expect(await client.say('Where is my parcel?')).toMatch(/\|0000001$/)
    await agent.say(id, 'On its way')
    await client.hears(2)
    expect(client.heard).toMatchObject([
      { type: 'message', text: 'Where is my parcel?', from: { id: 'ada', role: 'user' } },
      { type: 'message', text: 'On its way', textFormat: 'plain', from: { id: 'olga', role: 'bot' } },
    ])
    expect(await agent.messages(id)).toMatchObject([
      { from: 'customer', text: 'Where is my parcel?' },
      { from: 'representative', text: 'On its way' },
    ])
  })

  test('never hears notes', async () => {
    const { client, id, agent } = await talk()
    await agent.say(id, 'Difficult customer', 'note')
    await agent.say(id, 'Good morning')
    await client.hears(1)
    expect(client.texts()).toEqual(['Good morning'])
  })

  test('loses nothing and hears nothing twice while its socket is cut', async () => {
    const { client, id, agent } = await talk()
    await agent.say(id, 'one')
    await client.hears(1)
    client.cutSocket()
    for (const text of ['two', 'three', 'four']) await agent.say(id, text)
    await client.hears(4)
    await client.say('five')
    await client.hears(5)
    expect(client.texts()).toEqual(['one', 'two', 'three', 'four', 'five'])
  })

  test('polls where it may not open sockets', async () => {
    const { client, id, agent } = await talk({ webSocket: false, pollingInterval: 200 })
    await client.say('one')
    await agent.say(id, 'two')
    await client.hears(2)
    await agent.end(id)
    await client.until(() => client.heard.some(({ type }) => String(type) === 'endOfConversation'))
    expect(client.texts()).toEqual(['one', 'two'])
  })

  test('shows typing of both sides', async () => {
    const { client, id, agent } = await talk()
    const heard: unknown[] = []
    const stop = chat.app.services.signals.listen((signal) => heard.push(signal))
    await client.post({ type: 'typing' })
    stop()
    expect(heard).toContainEqual({ type: 'typing', workItem: id, from: 'customer', author: null })
    await client.until(() => client.sockets.length > 0)
    await agent.say(id, 'a moment')
    await client.hears(1)
    await agent.types(id)
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

test('a restart of the server loses nothing and repeats nothing', async () => {
  const { connectionString } = chat.app
  const { client, id, agent } = await talk()
  await agent.say(id, 'before')
  await client.hears(1)
  const port = Number(new URL(chat.base).port)
  await chat.app.stop()
  chat = await startChatServer({ connectionString, port })
  await olga(chat.app).say(id, 'after')
  await client.hears(2)
  expect(client.texts()).toEqual(['before', 'after'])
})
