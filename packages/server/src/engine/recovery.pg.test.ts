import type { Router } from '@unified-routing/routing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase } from '../../../../tests/setup/postgres.ts'
import { readEvents } from '../store/journal.ts'
import { readRows } from '../store/rows.ts'
import { ORGANIZATION } from '../store/test-store.fixture.ts'
import { openDeafProxy } from './deaf-proxy.fixture.ts'
import {
  by,
  newCase,
  newChat,
  openConfiguredEngine,
  openTestEngine,
  TestClock,
  type TestEngine,
} from './test-engine.fixture.ts'

let clock: TestClock
let database: string
let open: TestEngine[]

beforeEach(async () => {
  clock = new TestClock()
  database = await createTestDatabase()
  open = []
})

afterEach(async () => {
  for (const engine of open) await engine.close()
})

async function restarted(engine: TestEngine): Promise<TestEngine> {
  open = open.filter((one) => one !== engine)
  await engine.close()
  const next = await openTestEngine(database, { clock })
  open.push(next)
  return next
}

async function configured(connectionString = database): Promise<TestEngine> {
  const engine = await openConfiguredEngine(connectionString, clock)
  open.push(engine)
  return engine
}

/** All that can be read of a router and must survive it. */
function picture(router: Router | null) {
  if (router === null) throw new Error('this engine does not lead')
  const queues = ['Cases', 'Chats']
  return {
    items: [...router.openWorkItems()].toSorted((left, right) => (left.id < right.id ? -1 : 1)),
    people: ['ada', 'ben'].map((name) => router.representative(name)),
    waiting: queues.map((queue) => router.waiting(queue, 1_000).map(({ id }) => id)),
    wakeAt: router.wakeAt(),
    routingEnabled: router.routingEnabled(),
  }
}

test('after a restart the router is what it was: work, people, waiting order, timers', async () => {
  const engine = await configured()
  for (let index = 0; index < 25; index++) {
    clock.advanceMs(1_000)
    await engine.do(newCase(`case-${String(index).padStart(2, '0')}`))
  }
  await engine.do(newChat('chat-1'))
  const offered = engine.router()?.workItem('chat-1')?.session?.representative ?? ''
  await engine.do(by({ type: 'accept', workItem: 'chat-1', representative: offered }))
  await engine.do(by({ type: 'endConversation', workItem: 'chat-1', representative: offered }))
  await engine.do(by({ type: 'setPresence', representative: 'ben', presence: 'Away' }))
  await engine.drain()
  const before = picture(engine.router())
  expect(before.waiting[0]?.length).toBeGreaterThan(0)
  const after = picture((await restarted(engine)).router())
  expect(after).toEqual(before)
})

test('an offer that ran out while the server was down is made again and counts for nobody', async () => {
  const engine = await configured()
  await engine.do(newChat('chat-1'))
  clock.advanceMs(10_000)
  const next = await restarted(engine)
  clock.advanceMs(25_000)
  await next.drain()
  expect(next.router()?.workItem('chat-1')).toMatchObject({ state: 'Active', declines: {} })
  const events = await readEvents(next.store, { organizationId: ORGANIZATION, after: 0, limit: 1_000 })
  expect(events.map(({ type }) => type)).toContain('organization.resumed')
})

test('a repeated request gets the first answer, within a batch, later, and after a restart', async () => {
  const engine = await configured()
  const [first, twin, other] = await Promise.all([
    engine.do(newCase('c1'), 'key'),
    engine.do(newCase('c1'), 'key'),
    engine.do(newCase('c2'), 'key'),
  ])
  expect(first).toMatchObject({ status: 'done' })
  expect(twin).toEqual(first)
  expect(other).toMatchObject({ status: 'keyReused' })
  expect(await engine.do(newCase('c1'), 'key')).toEqual(first)
  const next = await restarted(engine)
  expect(await next.do(newCase('c1'), 'key')).toEqual(first)
  expect(await next.do(newCase('c2'), 'key')).toMatchObject({ status: 'keyReused' })
  const journal = await readEvents(next.store, { organizationId: ORGANIZATION, after: 0, limit: 1_000 })
  expect(journal.filter(({ type }) => type === 'workItem.created').length).toBe(1)
  clock.advanceMs(25 * 60 * 60 * 1_000)
  expect(await next.do(newCase('c2'), 'key')).toMatchObject({ status: 'done' })
})

test('a commit whose answer was lost counts: repeating it under its key gives the first answer', async () => {
  const proxy = await openDeafProxy(database)
  const engine = await configured(proxy.connectionString)
  proxy.loseNextReplyTo('the-lost-one')
  await expect(engine.do(newCase('the-lost-one'), 'key')).rejects.toMatchObject({ code: 'unavailable' })
  // While it recovers, what was in force still is: requests are not measured against an empty configuration.
  expect(engine.configuration().document.workstreams?.length).toBe(2)
  const answer = await untilAccepted(() => engine.do(newCase('the-lost-one'), 'key'))
  expect(answer).toMatchObject({ status: 'done', row: { id: 'the-lost-one', version: 1 } })
  const journal = await readEvents(engine.store, { organizationId: ORGANIZATION, after: 0, limit: 1_000 })
  expect(journal.filter(({ type }) => type === 'workItem.created').length).toBe(1)
  expect(journal.map(({ sequence }) => sequence)).toEqual(journal.map((_, index) => index + 1))
  expect(engine.router()?.representative('ada')?.items.length).toBe(1)
  await engine.close()
  open = []
  await proxy.close()
})

test('listeners hear of a commit whose answer was lost, once and in order', async () => {
  const proxy = await openDeafProxy(database)
  const engine = await configured(proxy.connectionString)
  const heard: number[] = []
  const begin = engine.committedSequence()
  engine.onCommitted(({ events }) => heard.push(...events.map(({ sequence }) => sequence)))
  proxy.loseNextReplyTo('the-lost-one')
  await expect(engine.do(newCase('the-lost-one'), 'key')).rejects.toMatchObject({ code: 'unavailable' })
  await untilAccepted(() => engine.do(newCase('the-next-one'), 'other key'))
  expect(heard).toEqual(heard.map((_, index) => begin + 1 + index))
  expect(heard.at(-1)).toBe(engine.committedSequence())
  await engine.close()
  open = []
  await proxy.close()
})

test('a commit that PostgreSQL cuts off never happened, and the engine goes on by itself', async () => {
  const engine = await configured()
  const blocker = await engine.store.pool.connect()
  await blocker.query('begin')
  await blocker.query('select 1 from router_lease for update')
  const cutOff = expect(engine.do(newCase('c1'), 'key')).rejects.toMatchObject({ code: 'unavailable' })
  const waiting = `select pid from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%into routing_event%'`
  const waitingPids = async () => (await engine.store.pool.query(waiting)).rows.map(({ pid }) => pid)
  await expect.poll(waitingPids).toHaveLength(1)
  const [pid] = await waitingPids()
  await blocker.query('select pg_terminate_backend($1)', [pid])
  await cutOff
  await blocker.query('commit')
  blocker.release()
  expect(await readRows(engine.store, ORGANIZATION, [{ table: 'case', id: 'c1' }])).toEqual([])
  expect(await untilAccepted(() => engine.do(newCase('c1'), 'key'))).toMatchObject({ status: 'done' })
})

test('a request the router fails on is answered alone as internal; the others may be repeated', async () => {
  const engine = await configured()
  const router = engine.router()
  const decide = router?.decide
  if (router === null || decide === undefined) throw new Error('this engine does not lead')
  Object.assign(router, {
    decide: (...[command, context]: Parameters<Router['decide']>) => {
      if (command.type === 'routeRecord' && command.record.id === 'poison') throw new Error('a defect of the router')
      return decide(command, context)
    },
  })
  const results = await Promise.allSettled([
    engine.do(newCase('c1'), 'k1'),
    engine.do(newCase('poison'), 'k2'),
    engine.do(newCase('c3'), 'k3'),
  ])
  expect(results.map((result) => (result.status === 'rejected' ? result.reason.code : 'done'))).toEqual([
    'unavailable',
    'internal',
    'unavailable',
  ])
  expect(await untilAccepted(() => engine.do(newCase('c1'), 'k1'))).toMatchObject({ status: 'done' })
})

/** Repeats while the engine recovers, as a client does. */
async function untilAccepted<Answer>(attempt: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'unavailable')) throw error
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
}
