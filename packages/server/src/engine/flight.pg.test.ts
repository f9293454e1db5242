import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase } from '../../../../tests/setup/postgres.ts'
import { lastEvent } from '../store/journal.ts'
import { ORGANIZATION } from '../store/test-store.fixture.ts'
import type { Operation } from './operations.ts'
import {
  by,
  newCase,
  newChat,
  openTestEngine,
  TestClock,
  type TestEngine,
  testConfiguration,
} from './test-engine.fixture.ts'

/** So many requests are committed together although others wait, and so many have to wait to be decided meanwhile. */
const FLYING = 16

let engine: TestEngine
let database: string
let blocker: pg.Client
/** Resolves when the second of two batches is decided while the first cannot be committed. */
let bothDecided: PromiseWithResolvers<void>
let decided: number

beforeEach(async () => {
  database = await createTestDatabase()
  decided = Number.NEGATIVE_INFINITY
  bothDecided = Promise.withResolvers()
  engine = await openTestEngine(database, {
    clock: new TestClock(),
    faults: async (point) => {
      if (point === 'decided' && ++decided === 2) bothDecided.resolve()
    },
  })
  const onlyOfDora = { path: 'record.customer.fullName', op: 'eq', value: 'Dora' } as const
  await engine.do({
    type: 'replaceConfiguration',
    ifVersion: null,
    configuration: {
      ...testConfiguration,
      recordTypes: [{ table: 'case', intakeRules: [{ name: 'Dora', when: onlyOfDora, workstream: 'Cases' }] }],
      rows: [
        { table: 'contact', id: 'cora', values: { fullName: 'Cora' } },
        { table: 'contact', id: 'dora', values: { fullName: 'Dora' } },
      ],
    },
  })
  for (const representative of ['ada', 'ben']) await engine.do(by({ type: 'signIn', representative }))
  blocker = new pg.Client({ connectionString: database })
  await blocker.connect()
  await blocker.query('begin')
  await blocker.query('select from router_lease for update')
  decided = 0
})

afterEach(async () => {
  await blocker.end()
  await engine.close()
})

/** Requests of which the first are being committed, and cannot be, when the rest is decided. */
async function inTwoBatches(first: readonly Operation[], second: readonly (readonly [Operation, string?])[]) {
  const flying = [...first, ...filling('first', FLYING - first.length)]
  const following = [...second, ...filling('second', FLYING - second.length).map((operation) => [operation] as const)]
  const all = Promise.allSettled([
    ...flying.map((operation, index) => engine.do(operation, `first ${index}`)),
    ...following.map(([operation, key], index) => engine.do(operation, key ?? `second ${index}`)),
  ])
  await bothDecided.promise
  return all.then((answers) => [...answers.slice(0, first.length), ...answers.slice(FLYING, FLYING + second.length)])
}

function filling(name: string, count: number): Operation[] {
  return Array.from({ length: count }, (_, index) => newCase(`${name} filling ${index}`, false))
}

const chat = (id: string): Operation => ({
  type: 'sendMessage',
  id,
  workItem: 'chat',
  from: 'customer',
  author: null,
  kind: 'message',
  text: 'Still there?',
  attachments: [],
  channelData: null,
})

test('what is decided during a commit builds on it: rows, what they look up, messages and answers', async () => {
  const answers = inTwoBatches(
    [
      newCase('one', false),
      { type: 'updateRow', table: 'case', id: 'one', values: { customer: 'dora' }, ifVersion: 1 },
      newChat('chat'),
      chat('hello'),
      newCase('gone', false),
      { type: 'deleteRow', table: 'case', id: 'gone' },
    ],
    [
      [newCase('one', false)],
      [{ type: 'saveAndRoute', table: 'case', id: 'one', values: {}, ifVersion: 2 }],
      [chat('hello')],
      [newCase('gone', false)],
      [newCase('one', false), 'first 0'],
    ],
  )
  await Promise.race([answers, bothDecided.promise])
  await blocker.query('commit')
  const [, , , , , , again, routed, said, back, repeated] = await answers
  expect(again).toMatchObject({ value: { status: 'refused', refusal: { code: 'alreadyExists' } } })
  expect(routed).toMatchObject({ value: { status: 'done', workItem: { record: { id: 'one' } } } })
  expect(said).toMatchObject({ value: { status: 'refused', refusal: { code: 'alreadyExists' } } })
  expect(back).toMatchObject({ value: { status: 'done', row: { version: 1 } } })
  expect(repeated).toMatchObject({ value: { status: 'done', row: { version: 1, values: { customer: 'cora' } } } })
})

test('nobody hears of a batch that was decided during a commit before its own', async () => {
  const heard: number[] = []
  engine.onCommitted(({ events }) => heard.push(events.length))
  const answers = inTwoBatches([newChat('chat')], [[newChat('other')]])
  await bothDecided.promise
  expect(heard).toEqual([])
  expect(await lastEvent(engine.store, ORGANIZATION)).toMatchObject({ sequence: engine.committedSequence() })
  await blocker.query('commit')
  for (const answer of await answers) expect(answer).toMatchObject({ value: { status: 'done' } })
  expect(heard).toHaveLength(2)
})

test('when a commit fails, what was decided meanwhile is never sent: both may be repeated', async () => {
  const before = await lastEvent(engine.store, ORGANIZATION)
  const answers = inTwoBatches([newChat('chat')], [[newChat('other')]])
  await bothDecided.promise
  const waiting = `select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
  const pids = async () => (await engine.store.pool.query<{ pid: number }>(waiting)).rows.map(({ pid }) => pid)
  await expect.poll(pids).toHaveLength(1)
  for (const pid of await pids()) await engine.store.pool.query('select pg_cancel_backend($1)', [pid])
  for (const answer of await answers) expect(answer).toMatchObject({ reason: { code: 'unavailable' } })
  expect(await lastEvent(engine.store, ORGANIZATION)).toEqual(before)
  await blocker.query('commit')
  await expect.poll(() => engine.role()).toBe('leader')
  expect(await engine.do(newChat('chat'), 'first 0')).toMatchObject({ status: 'done' })
  expect(await engine.do(newChat('other'), 'second 0')).toMatchObject({ status: 'done' })
})
