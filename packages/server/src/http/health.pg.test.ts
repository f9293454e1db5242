import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { createTestDatabase } from '../../../../tests/setup/postgres.ts'
import { openDeafProxy } from '../engine/deaf-proxy.fixture.ts'
import { send, startTestApp, type TestApp } from './testing/test-app.ts'

const opened: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close()
})

async function open(...changes: Parameters<typeof startTestApp>): Promise<TestApp> {
  const app = await startTestApp(...changes)
  opened.push(app.stop)
  return app
}

const status = async (app: TestApp, url: string, headers = {}) =>
  (await send(app, { method: 'GET', url, headers })).status

/** The process lives all the while, whoever asks; whether it is ready is another question. */
async function expectAliveButNotReady(app: TestApp): Promise<void> {
  await expect.poll(() => status(app, '/readyz')).toBe(503)
  expect(await status(app, '/healthz')).toBe(200)
  expect(await status(app, '/healthz', { 'x-api-key': 'a key that only the database knows' })).toBe(200)
}

test('a server that routes is ready, and so is one that follows it', async () => {
  const leader = await open()
  const follower = await open({ connectionString: leader.connectionString, isAlone: false })
  for (const [app, role] of [
    [leader, 'leader'],
    [follower, 'follower'],
  ] as const) {
    const reply = await send(app, { method: 'GET', url: '/readyz' })
    expect(reply).toMatchObject({ status: 200, body: { status: 'ready', role } })
  }
})

test('a server that recovers is not ready until it routes again', async () => {
  const app = await open()
  const holder = new pg.Client({ connectionString: app.connectionString })
  await holder.connect()
  opened.push(() => holder.end())
  // What a recovery reads first cannot be read yet.
  await holder.query('begin')
  await holder.query('lock table representative_state in access exclusive mode')
  const recovered = app.engine.recover()
  await expectAliveButNotReady(app)
  const reply = await send(app, { method: 'GET', url: '/readyz' })
  expect(reply.headers['retry-after']).toBe('1')
  await holder.query('rollback')
  await recovered
  expect(await status(app, '/readyz')).toBe(200)
})

test('a server whose database is gone is not ready', async () => {
  const proxy = await openDeafProxy(await createTestDatabase())
  const app = await open({ connectionString: proxy.connectionString })
  expect(await status(app, '/readyz')).toBe(200)
  await proxy.close()
  await expectAliveButNotReady(app)
})

test('figures can be read while a commit hangs', async () => {
  const app = await open()
  const holder = new pg.Client({ connectionString: app.connectionString })
  await holder.connect()
  opened.push(() => holder.end())
  await holder.query('begin')
  await holder.query('lock table work_item in access exclusive mode')
  const routed = app.call('CSR Manager', 'POST', '/api/v1/tables/case/rows', { body: { values: {}, route: true } })
  const locks = 'select 1 from pg_locks where not granted and relation = $1::regclass'
  await expect.poll(async () => (await holder.query(locks, ['work_item'])).rowCount).toBe(1)
  const figures = await app.call('System Administrator', 'GET', '/metrics')
  expect(figures.text).toContain('unified_routing_router_leader 1')
  await holder.query('rollback')
  expect((await routed).status).toBe(201)
})

test('a server that stops is not ready', async () => {
  const app = await open()
  await app.engine.stop()
  await expectAliveButNotReady(app)
})
