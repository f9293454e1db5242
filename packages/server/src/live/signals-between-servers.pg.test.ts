import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChatServer, olga, saveWidget, startChatServer } from '../channels/direct-line/testing.fixture.ts'
import { openStream, type StreamReader } from './stream-reader.fixture.ts'

let leader: ChatServer
let follower: ChatServer
beforeAll(async () => {
  leader = await startChatServer({ isAlone: false })
  await saveWidget(leader.app)
  const { connectionString } = leader.app
  follower = await startChatServer({ isAlone: false, connectionString })
  await olga(leader.app).signIn()
})
afterAll(async () => {
  await follower.app.stop()
  await leader.app.stop()
})

/** A conversation that olga has, and how its customer asks a server. */
async function talk() {
  const reply = await fetch(`${leader.base}/chat/widgets/shop/conversations`, { method: 'POST' })
  const { conversationId: id, token } = Object(await reply.json())
  await olga(leader.app).accept(id)
  await olga(leader.app).say(id, 'Hello')
  const send = ({ domain }: ChatServer, activity: object) =>
    fetch(`${domain}/conversations/${id}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    })
  return { id: String(id), send }
}

async function nextSignal(reader: StreamReader): Promise<object> {
  for (;;) {
    const { name, data } = await reader.next()
    if (name === 'live.signal') return data
  }
}

test('who types, and how far messages got, is heard on the servers of others, whichever of them routes', async () => {
  expect([leader.app.engine.role(), follower.app.engine.role()]).toEqual(['leader', 'follower'])
  const { id, send } = await talk()
  const cookie = await leader.app.cookieOf('Omnichannel Agent')
  for (const [at, from] of [[leader, follower] as const, [follower, leader] as const]) {
    const reader = await openStream(at.base, cookie)
    // The first notice may be sent before the other server listens; the customer goes on typing.
    const typed = setInterval(() => void send(from, { type: 'typing' }), 300)
    expect(await nextSignal(reader)).toEqual({ type: 'typing', workItem: id, from: 'customer', author: null })
    clearInterval(typed)
    const value = { messageId: `${id}|0000001` }
    expect((await send(from, { type: 'event', name: 'MessageRead', value })).status).toBe(200)
    let signal = await nextSignal(reader)
    while ('from' in signal) signal = await nextSignal(reader)
    expect(signal).toMatchObject({ type: 'receipt', workItem: id, read: 1 })
    await reader.close()
  }
})
