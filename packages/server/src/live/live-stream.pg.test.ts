import { roles } from '@unified-routing/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signIn, startTestApp, type TestApp } from '../http/testing/test-app.ts'
import { openStream, type StreamRequest } from './stream-reader.fixture.ts'

let app: TestApp
let base: string
beforeAll(async () => {
  app = await startTestApp({ overrides: { presence: { reloadMs: 0, restartMs: 0 } } })
  base = await app.server.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(() => app.stop())

const open = (cookie: string, rest?: StreamRequest) => openStream(base, cookie, rest)

function createCase(title: string) {
  return app.call('CSR Manager', 'POST', '/api/v1/tables/case/rows', { body: { values: { title }, route: true } })
}

test.each(roles)('%s may open a stream, somebody who is not signed in may not', async (role) => {
  const reader = await open(await app.cookieOf(role))
  await reader.close()
  expect((await fetch(`${base}/api/v1/live`)).status).toBe(401)
})

test('an event comes as it is committed, with the item as it is then', async () => {
  const reader = await open(await app.cookieOf('CSR Manager'))
  const created = await createCase('Live')
  const first = await reader.next()
  expect(first.name).toBe('workItem.created')
  expect(first.id).toBe(first.data.event.sequence)
  expect(first.data.workItem).toMatchObject({ id: created.body.workItem.id, title: 'Live' })
  await reader.close()
})

test('a stream that is cut again and again skips nothing and repeats nothing, while work goes on', async () => {
  const cookie = await app.cookieOf('CSR Manager')
  const start = app.engine.committedSequence()
  const load = (async () => {
    for (let number = 0; number < 60; number++) await createCase(`Under load ${number}`)
  })()
  const seen: number[] = []
  const goal = 200
  while (seen.length < goal) {
    const reader = await open(cookie, { after: seen.at(-1) ?? start })
    for (const { id } of await reader.take(Math.min(17, goal - seen.length))) seen.push(id)
    await reader.close()
  }
  await load
  expect(seen).toEqual(Array.from({ length: goal }, (_, index) => start + 1 + index))
})

test('a stream from the very beginning tells the whole journal', async () => {
  const reader = await open(await app.cookieOf('CSR Manager'), { after: 0 })
  const last = app.engine.committedSequence()
  const events = await reader.take(last)
  expect(events.map(({ id }) => id)).toEqual(Array.from({ length: last }, (_, index) => index + 1))
  await reader.close()
})

test('representatives hear of their queues only', async () => {
  const chats = await open(await app.cookieOf('Omnichannel Agent'))
  await createCase('Not for chat people')
  await app.call('Omnichannel Supervisor', 'POST', '/api/v1/conversations', {
    body: { workstream: 'Website chat', customer: 'contact-1' },
  })
  const first = await chats.next()
  expect(first.data.workItem).toMatchObject({ kind: 'conversation' })
  await chats.close()
})

describe('presence=1', () => {
  test('the end of the last stream disconnects, a new one reconnects', async () => {
    await app.call('Omnichannel Agent', 'POST', '/api/v1/representatives/olga/sign-in')
    const watch = await open(await app.cookieOf('CSR Manager'))
    const until = async (name: string) => {
      for (let event = await watch.next(); event.name !== name; event = await watch.next())
        expect(event.id).toBeGreaterThan(0)
    }
    const cookie = await signIn(app, 'olga@example.com')
    const first = await open(cookie, { query: '?presence=1' })
    const second = await open(cookie, { query: '?presence=1' })
    await first.close()
    await second.close()
    await until('representative.disconnected')
    const third = await open(cookie, { query: '?presence=1' })
    await until('representative.reconnected')
    const olga = await app.call('CSR Manager', 'GET', '/api/v1/representatives/olga')
    expect(olga.body.disconnectedAt).toBeNull()
    await third.close()
    await watch.close()
  })
})

test('representatives whose streams died with their server are disconnected by the next one', async () => {
  const mine = await startTestApp()
  const address = await mine.server.listen({ host: '127.0.0.1', port: 0 })
  await mine.call('Omnichannel Agent', 'POST', '/api/v1/representatives/olga/sign-in')
  const cookie = await mine.cookieOf('Omnichannel Agent')
  const held = await fetch(`${address}/api/v1/live?presence=1`, { headers: { cookie } })
  const { listLivePresence } = await import('../store/live-presence.ts')
  await expect.poll(() => listLivePresence(mine.store, 'default')).toEqual(['olga'])
  await mine.stop()
  await held.body?.cancel().catch(() => undefined)

  const next = await startTestApp({
    connectionString: mine.connectionString,
    overrides: { presence: { reloadMs: 0, restartMs: 0 } },
  })
  const olga = () => next.call('CSR Manager', 'GET', '/api/v1/representatives/olga')
  await expect.poll(async () => (await olga()).body.disconnectedAt, { timeout: 10_000 }).not.toBeNull()
  await next.stop()
})

describe('messages', () => {
  test('come to every stream of who has the conversation, and to nobody else of the queue', async () => {
    const cookie = await app.cookieOf('Omnichannel Agent')
    await app.call('Omnichannel Agent', 'POST', '/api/v1/representatives/olga/sign-in')
    const started = await app.call('Omnichannel Supervisor', 'POST', '/api/v1/conversations', {
      body: { workstream: 'Website chat' },
    })
    const { id } = started.body
    await app.call('Omnichannel Agent', 'POST', `/api/v1/work-items/${id}/accept`)
    const [first, second, cases] = [
      await open(cookie),
      await open(cookie),
      await open(await app.cookieOf('Customer Service Representative')),
    ]
    await app.call('Omnichannel Agent', 'POST', `/api/v1/conversations/${id}/messages`, {
      body: { from: 'representative', text: 'Good morning' },
    })
    const said = {
      name: 'workItem.messageAdded',
      data: { message: { text: 'Good morning', author: 'olga', number: 1 } },
    }
    expect(await first.next()).toMatchObject(said)
    expect(await second.next()).toMatchObject(said)
    const late = await open(cookie, { after: app.engine.committedSequence() - 1 })
    expect(await late.next()).toMatchObject(said)
    await createCase('After the message')
    expect((await cases.next()).name).not.toBe('workItem.messageAdded')
    for (const reader of [first, second, cases, late]) await reader.close()
  })

  test('typing passes by without moving anybody, and only those hear it who follow the conversation', async () => {
    const started = await app.call('Omnichannel Supervisor', 'POST', '/api/v1/conversations', {
      body: { workstream: 'Website chat' },
    })
    const reader = await open(await app.cookieOf('CSR Manager'))
    const typing = { type: 'typing', workItem: started.body.id, from: 'customer', author: null } as const
    app.services.signals.send(typing)
    await createCase('After the typing')
    const first = await reader.next()
    expect(first).toMatchObject({ name: 'live.signal', data: typing })
    await reader.close()
  })
})

test('a place that was removed from the journal is refused, since what followed may be gone, too', async () => {
  await createCase('Before the removal')
  const cookie = await app.cookieOf('CSR Manager')
  const { rows } = await app.store.pool.query<{ last: number }>(`
    delete from routing_event
     where sequence = (select min(sequence) from routing_event)
    returning sequence as last`)
  const last = rows[0]?.last ?? 0
  const open = (after: number) => fetch(`${base}/api/v1/live`, { headers: { cookie, 'last-event-id': String(after) } })
  const refused = await open(last)
  expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('Last-Event-ID')])
  const welcome = await open(last + 1)
  expect(welcome.status).toBe(200)
  await welcome.body?.cancel()
})

describe('a stream whose reader may hear less than before', () => {
  test('ends when they sign out, and when their key is revoked', async () => {
    const cookie = await signIn(app, 'otto@example.com')
    const signedIn = await open(cookie)
    const made = await app.call('System Administrator', 'POST', '/api/v1/api-keys', {
      body: { name: 'reports', roles: ['CSR Manager'] },
    })
    const byKey = await openStream(base, '', { key: made.body.key })
    expect((await app.call(null, 'POST', '/api/auth/sign-out', { headers: { cookie } })).status).toBe(204)
    await expect(signedIn.next()).rejects.toThrow('the stream has ended')
    await app.call('System Administrator', 'DELETE', `/api/v1/api-keys/${made.body.apiKey.id}`)
    await expect(byKey.next()).rejects.toThrow('the stream has ended')
  })
})
