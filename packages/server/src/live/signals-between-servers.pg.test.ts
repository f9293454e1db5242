import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ChatServer, olga, saveWidget, startChatServer } from '../channels/direct-line/testing.fixture.ts'
import { createSystemClock } from '../engine/clock.ts'
import { people } from '../http/testing/test-configuration.ts'
import { openStream, type StreamReader } from './stream-reader.fixture.ts'

let leader: ChatServer
let follower: ChatServer
/** Of the follower's clock. */
let aheadMs = 0
beforeAll(async () => {
  leader = await startChatServer({ isAlone: false })
  await saveWidget(leader.app)
  const { connectionString } = leader.app
  const clock = createSystemClock({ wall: () => Date.now() + aheadMs, monotonic: () => performance.now() })
  follower = await startChatServer({ isAlone: false, connectionString, overrides: { clock } })
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

test('who may no longer see work hears of none on a server that follows, from the first event on', async () => {
  const edit = async (change: object) => {
    const { version } = leader.app.engine.configuration()
    const body = { basedOn: version, changes: [{ list: 'representatives', ...change }] }
    const reply = await leader.app.call('System Administrator', 'POST', '/api/v1/configuration/changes', { body })
    expect(reply.status, reply.text).toBe(200)
    await expect.poll(() => follower.app.engine.configuration().version).toBe(version + 1)
  }
  const newCase = () =>
    leader.app.call('System Administrator', 'POST', '/api/v1/tables/case/rows', {
      body: { values: { title: 'Not for everybody' }, route: true },
    })
  const name = people['CSR Manager']
  const row = (role: string) => ({ name, row: { name, email: `${name}@example.com`, roles: [role] } })
  const reader = await openStream(follower.base, await leader.app.cookieOf('CSR Manager'))
  const untilConfigured = async (): Promise<string[]> => {
    const { name: event, data } = await reader.next()
    if (event === 'organization.configured') return []
    return [...(data.workItem === null ? [] : [event]), ...(await untilConfigured())]
  }

  await newCase()
  await edit(row('Customer Service Representative'))
  expect(await untilConfigured()).toContain('workItem.created')
  // What it remembers of whom cookies belong to is old by then, and has to be looked up.
  aheadMs += 10_000
  await newCase()
  await edit(row('CSR Manager'))
  expect(await untilConfigured()).toEqual([])
  await reader.close()
})
