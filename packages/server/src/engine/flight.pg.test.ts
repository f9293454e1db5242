import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase } from '../../../../tests/setup/postgres.ts'
import { lastEvent } from '../store/journal.ts'
import { ORGANIZATION } from '../store/test-store.fixture.ts'
import { readWorkItems } from '../store/work-items.ts'
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

/** So many requests are committed together, and so many have to wait to be decided meanwhile. */
const FLYING = 16

let engine: TestEngine
let database: string
let blocker: pg.Client
/** Resolves when so many batches are decided while the first cannot be committed. */
let allDecided: PromiseWithResolvers<void>
let decided: number
let batches: number

beforeEach(async () => {
  database = await createTestDatabase()
  decided = Number.NEGATIVE_INFINITY
  allDecided = Promise.withResolvers()
  engine = await openTestEngine(database, {
    clock: new TestClock(),
    limits: { batchMax: FLYING },
    faults: async (point) => {
      if (point === 'decided' && ++decided === batches) allDecided.resolve()
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

type Keyed = readonly [operation: Operation, key?: string]

/** Requests in a batch for each list; the first is being committed, and cannot be, when the others are decided. Without a
 * key of its own the first request has `0 0`, the next `0 1`, and so on. */
async function inBatches(...lists: readonly (readonly Keyed[])[]) {
  batches = lists.length
  const filled = lists.map((list, batch): Keyed[] => [...list, ...filling(`batch ${batch}`, FLYING - list.length)])
  const all = filled.map((list, batch) =>
    Promise.allSettled(list.map(([operation, key], index) => engine.do(operation, key ?? `${batch} ${index}`))),
  )
  const answers = await Promise.all(all)
  return lists.flatMap((list, batch) => answers[batch]?.slice(0, list.length) ?? [])
}

function filling(name: string, count: number): Keyed[] {
  return Array.from({ length: count }, (_, index): Keyed => [newCase(`${name} filling ${index}`, false)])
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
  const answers = inBatches(
    [
      [newCase('one', false)],
      [{ type: 'updateRow', table: 'case', id: 'one', values: { customer: 'dora' }, ifVersion: 1 }],
      [newChat('chat')],
      [chat('hello')],
      [newCase('gone', false)],
      [{ type: 'deleteRow', table: 'case', id: 'gone' }],
    ],
    [
      [newCase('one', false)],
      [{ type: 'saveAndRoute', table: 'case', id: 'one', values: {}, ifVersion: 2 }],
      [chat('hello')],
      [newCase('gone', false)],
      [newCase('one', false), '0 0'],
    ],
    [
      [{ type: 'updateRow', table: 'case', id: 'gone', values: { title: 'Back' }, ifVersion: 1 }],
      [newCase('one', false), '0 0'],
      [newCase('one', false), '1 0'],
      [chat('hello')],
    ],
  )
  await Promise.race([answers, allDecided.promise])
  await blocker.query('commit')
  const [, , , , , , again, routed, said, back, repeated, changed, ofFirst, ofSecond, saidAgain] = await answers
  const taken = { value: { status: 'refused', refusal: { code: 'alreadyExists' } } }
  const first = { value: { status: 'done', row: { version: 1, values: { customer: 'cora' } } } }
  expect(again).toMatchObject(taken)
  expect(routed).toMatchObject({ value: { status: 'done', workItem: { record: { id: 'one' } } } })
  expect(said).toMatchObject(taken)
  expect(back).toMatchObject({ value: { status: 'done', row: { version: 1 } } })
  expect(repeated).toMatchObject(first)
  expect(changed).toMatchObject({ value: { status: 'done', row: { version: 2, values: { title: 'Back' } } } })
  expect(ofFirst).toMatchObject(first)
  expect(ofSecond).toEqual(again)
  expect(saidAgain).toMatchObject(taken)
})

test('nobody hears of a batch that was decided during a commit before its own', async () => {
  const heard: number[] = []
  engine.onCommitted(({ events }) => {
    if (events.some(({ type }) => type === 'workItem.created')) heard.push(events.length)
  })
  const answers = inBatches([[newChat('chat')]], [[newChat('other')], [newChat('another')]], [[newChat('last')]])
  await allDecided.promise
  expect(heard).toEqual([])
  expect(await lastEvent(engine.store, ORGANIZATION)).toMatchObject({ sequence: engine.committedSequence() })
  await blocker.query('commit')
  for (const answer of await answers) expect(answer).toMatchObject({ value: { status: 'done' } })
  expect(heard).toHaveLength(3)
})

test('when a commit fails, nothing of what was decided meanwhile is stored: all of it may be repeated', async () => {
  const before = await lastEvent(engine.store, ORGANIZATION)
  const chats = ['chat', 'other', 'last']
  const answers = inBatches(...chats.map((id): Keyed[] => [[newChat(id)]]))
  await allDecided.promise
  const waiting = `select pid from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`
  const pids = async () => (await engine.store.pool.query<{ pid: number }>(waiting)).rows.map(({ pid }) => pid)
  await expect.poll(pids).toHaveLength(1)
  for (const pid of await pids()) await engine.store.pool.query('select pg_cancel_backend($1)', [pid])
  for (const answer of await answers) expect(answer).toMatchObject({ reason: { code: 'unavailable' } })
  expect(await lastEvent(engine.store, ORGANIZATION)).toEqual(before)
  await blocker.query('commit')
  await expect.poll(() => engine.role()).toBe('leader')
  expect(await readWorkItems(engine.store, ORGANIZATION, chats)).toEqual([])
  for (const [batch, id] of chats.entries())
    expect(await engine.do(newChat(id), `${batch} 0`)).toMatchObject({ status: 'done' })
})
