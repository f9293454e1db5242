import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTestDatabase } from '../../../../tests/setup/postgres.ts'
import { CommitQuery } from '../store/commit-query.ts'
import { readEvents } from '../store/journal.ts'
import { listMessages } from '../store/messages.ts'
import { readRow } from '../store/rows.ts'
import { ORGANIZATION } from '../store/test-store.fixture.ts'
import { readWorkItem } from '../store/work-items.ts'
import type { CommittedBatch } from './engine.ts'
import {
  by,
  newCase,
  newChat,
  openConfiguredEngine,
  openTestEngine,
  TestClock,
  type TestEngine,
  testConfiguration,
} from './test-engine.fixture.ts'

let clock: TestClock
let database: string
let engine: TestEngine

beforeEach(async () => {
  clock = new TestClock()
  database = await createTestDatabase()
  engine = await openConfiguredEngine(database, clock)
})

afterEach(async () => {
  vi.restoreAllMocks()
  await engine.close()
})

test('a routed record is assigned, and stored with its journal when the answer comes', async () => {
  const answer = await engine.do(newCase('c1'))
  expect(answer).toMatchObject({
    status: 'done',
    row: { id: 'c1', version: 1 },
    workItem: { state: 'Active', queue: 'Cases', session: { representative: 'ada' } },
  })
  const item = await readWorkItem(
    engine.store,
    ORGANIZATION,
    answer.status === 'done' ? (answer.workItem?.id ?? '') : '',
  )
  expect(item).toEqual(answer.status === 'done' ? { ...answer.workItem, businessUnit: 'root' } : null)
  const events = await readEvents(engine.store, { organizationId: ORGANIZATION, after: 0, limit: 1_000 })
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1))
  expect(events.at(-1)?.sequence).toBe(answer.status === 'done' ? answer.sequence : null)
  expect(events.map(({ type }) => type)).toContain('workItem.assigned')
})

test('requests that arrive during a commit share the next one', async () => {
  const commits = vi.spyOn(CommitQuery.prototype, 'submit')
  const answers = await Promise.all(Array.from({ length: 500 }, (_, index) => engine.do(newCase(`c${index}`))))
  expect(answers.every(({ status }) => status === 'done')).toBe(true)
  expect(commits.mock.calls.length).toBeGreaterThanOrEqual(1)
  expect(commits.mock.calls.length).toBeLessThanOrEqual(3)
})

test('a batch reads with as many queries as there are steps along the lookups, not operations', async () => {
  const connections = vi.spyOn(engine.store.pool, 'connect')
  const commits = vi.spyOn(CommitQuery.prototype, 'submit')
  await Promise.all(Array.from({ length: 200 }, (_, index) => engine.do(newCase(`c${index}`), `key ${index}`)))
  // A commit takes a connection too; the rest are the reads: answers, cases and their customer.
  expect(connections.mock.calls.length - commits.mock.calls.length).toBeLessThanOrEqual(3 * commits.mock.calls.length)
})

test('nobody hears of a commit before it is done, and then everybody in order', async () => {
  const told: string[] = []
  const batches: CommittedBatch[] = []
  engine.onCommitted((batch) => {
    told.push('listener')
    batches.push(batch)
  })
  const blocker = await engine.store.pool.connect()
  await blocker.query('begin')
  await blocker.query('select 1 from router_lease for update')
  const answer = engine.do(newCase('c1')).then(() => told.push('caller'))
  const reader = engine
    .settled()
    .then((router) => told.push(`reader sees ${[...(router?.openWorkItems() ?? [])].length}`))
  await new Promise((resolve) => setTimeout(resolve, 150))
  expect(told).toEqual([])
  await blocker.query('commit')
  blocker.release()
  await Promise.all([answer, reader])
  expect(told.toSorted()).toEqual(['caller', 'listener', 'reader sees 1'])
  const sequences = batches.flatMap(({ events }) => events.map(({ sequence }) => sequence))
  expect(sequences.at(-1)).toBe(engine.committedSequence())
  expect([...(batches[0]?.workItems.values() ?? [])]).toMatchObject([{ state: 'Active' }])
})

test('a full queue refuses at once, and can be tried again', async () => {
  await engine.close()
  engine = await openTestEngine(database, { clock, limits: { queueMax: 5 } })
  const results = await Promise.allSettled(Array.from({ length: 8 }, (_, index) => engine.do(newCase(`c${index}`))))
  const failures = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []))
  expect(failures.length).toBe(3)
  expect(failures[0]).toMatchObject({ code: 'unavailable', retryAfterSeconds: 1 })
  expect(await engine.do(newCase('c7'))).toMatchObject({ status: 'done' })
})

test('an offer times out at its instant', async () => {
  await engine.do(newChat('chat'))
  const first = engine.router()?.workItem('chat')?.session?.representative
  clock.advanceMs(29_999)
  await engine.drain()
  expect(engine.router()?.workItem('chat')?.session?.representative).toBe(first)
  clock.advanceMs(1)
  await engine.drain()
  const item = await readWorkItem(engine.store, ORGANIZATION, 'chat')
  expect(item?.declines).toEqual({ [first ?? '']: 1 })
  expect(item?.session?.representative).not.toBe(first)
})

test('rows: created once, changed by version, completed and deleted', async () => {
  await engine.do(newCase('c1', null))
  expect(engine.router()?.workItemOfRecord('case', 'c1')).toBeNull()
  expect(await engine.do(newCase('c1'))).toMatchObject({ status: 'refused', refusal: { code: 'alreadyExists' } })
  const change = { type: 'updateRow', table: 'case', id: 'c1', values: { title: 'New', customer: null } } as const
  expect(await engine.do({ ...change, ifVersion: 1 })).toMatchObject({
    status: 'done',
    row: { version: 2, values: { title: 'New' } },
  })
  expect(await engine.do({ ...change, ifVersion: 1 })).toMatchObject({ status: 'conflict', presentVersion: 2 })
  const routed = await engine.do({
    type: 'saveAndRoute',
    table: 'case',
    id: 'c1',
    values: { title: 'Newer' },
    ifVersion: 2,
  })
  expect(routed).toMatchObject({
    status: 'done',
    row: { version: 3, values: { title: 'Newer' } },
    workItem: { state: 'Active' },
  })
  expect(await engine.do({ type: 'completeRow', table: 'case', id: 'c1' })).toMatchObject({
    status: 'done',
    row: { active: false, version: 4 },
    workItem: { state: 'Closed' },
  })
  expect(await engine.do({ type: 'deleteRow', table: 'case', id: 'c1' })).toMatchObject({ status: 'done' })
  expect(await readRow(engine.store, ORGANIZATION, { table: 'case', id: 'c1' })).toBeNull()
  expect(await engine.do({ type: 'deleteRow', table: 'case', id: 'c1' })).toMatchObject({ status: 'notFound' })
  expect(await engine.do({ ...change, table: 'nothing', ifVersion: null })).toMatchObject({
    status: 'notFound',
    what: 'table',
  })
})

test('a record refused by the router is not saved either', async () => {
  await engine.do(newCase('c1', false))
  await engine.do(by({ type: 'setRouting', enabled: false }))
  const refused = await engine.do({
    type: 'saveAndRoute',
    table: 'case',
    id: 'c1',
    values: { title: 'Lost' },
    ifVersion: null,
  })
  expect(refused).toMatchObject({ status: 'refused', refusal: { code: 'routingOff' } })
  expect((await readRow(engine.store, ORGANIZATION, { table: 'case', id: 'c1' }))?.values.title).toBe('Case c1')
})

test('operations of one batch see the rows that the ones before them wrote', async () => {
  const [, , answer] = await Promise.all([
    engine.do({ type: 'createRow', table: 'contact', id: 'new', values: { fullName: 'New' }, route: false }),
    engine.do({ type: 'createRow', table: 'case', id: 'c1', values: { customer: 'new' }, route: false }),
    engine.do({ type: 'saveAndRoute', table: 'case', id: 'c1', values: { title: 'T' }, ifVersion: 1 }),
  ])
  expect(answer).toMatchObject({ status: 'done', row: { version: 2, values: { customer: 'new', title: 'T' } } })
})

test('a text that PostgreSQL cannot hold is refused alone', async () => {
  const [bad, half, good] = await Promise.all([
    engine.do({ type: 'createRow', table: 'case', id: 'c1', values: { title: 'a\0b' }, route: false }),
    engine.do({ type: 'createRow', table: 'case', id: 'c2', values: { title: 'a\ud800b' }, route: false }),
    engine.do(newCase('c3')),
  ])
  expect(bad).toMatchObject({ status: 'invalid', problems: [{ path: 'values.title' }] })
  expect(half).toMatchObject({ status: 'invalid', problems: [{ path: 'values.title' }] })
  expect(good).toMatchObject({ status: 'done' })
})

test('messages are kept in order with who wrote them', async () => {
  await engine.do(newChat('chat'))
  const holder = engine.router()?.workItem('chat')?.session?.representative ?? ''
  await engine.do(by({ type: 'accept', workItem: 'chat', representative: holder }))
  await Promise.all([
    engine.do({ ...said, id: 'm1', from: 'representative', author: 'admin', text: 'Good morning' }),
    engine.do({ ...said, id: 'm2', text: 'It rains' }),
  ])
  const messages = await listMessages(engine.store, ORGANIZATION, { workItem: 'chat', after: 0, limit: 10 })
  expect(messages.map(({ number, from, author, text }) => [number, from, author, text])).toEqual([
    [1, 'customer', null, 'Hello?'],
    [2, 'representative', 'admin', 'Good morning'],
    [3, 'customer', null, 'It rains'],
  ])
  expect(engine.router()?.workItem('chat')?.messageCount).toBe(3)
  expect(await engine.do({ ...said, id: 'm3', workItem: 'gone' })).toMatchObject({ status: 'notFound' })
})

test('a message id is taken once, in one batch or in two, and the batch goes on', async () => {
  await engine.do(newChat('chat-ids'))
  const twice = { ...said, id: 'twin', workItem: 'chat-ids' }
  const [first, second] = await Promise.all([engine.do(twice), engine.do(twice)])
  expect([first, second]).toMatchObject([{ status: 'done' }, { status: 'refused', refusal: { code: 'alreadyExists' } }])
  expect(await engine.do(twice)).toMatchObject({ status: 'refused', refusal: { code: 'alreadyExists' } })
})

const said = {
  type: 'sendMessage',
  id: 'm',
  workItem: 'chat',
  from: 'customer',
  author: null,
  kind: 'message',
  text: 'Hello',
  attachments: [],
  channelData: null,
} as const

test('a configuration is replaced by version, and refused with every problem by path', async () => {
  const ifVersion = engine.configuration().version
  const renamed = { ...testConfiguration, organization: { name: 'Renamed' } }
  const configuration = { ...renamed, rows: [{ table: 'contact', id: 'cora', values: { fullName: 'Cora B' } }] }
  expect(await engine.do({ type: 'replaceConfiguration', configuration, ifVersion: ifVersion + 7 })).toMatchObject({
    status: 'conflict',
    presentVersion: ifVersion,
  })
  const refused = await engine.do({
    type: 'replaceConfiguration',
    configuration: { ...configuration, queues: [{ name: 'Cases', type: 'record', members: ['nobody'] }] },
    ifVersion,
  })
  expect(refused).toMatchObject({ status: 'invalid' })
  expect(engine.configuration().version).toBe(ifVersion)
  const zone = { ...configuration, organization: { timeZone: 'Mars/Olympus' } }
  expect(await engine.do({ type: 'replaceConfiguration', configuration: zone, ifVersion })).toMatchObject({
    status: 'invalid',
  })

  const done = await engine.do({ type: 'replaceConfiguration', configuration, ifVersion })
  expect(done).toMatchObject({ status: 'done', configurationVersion: ifVersion + 1 })
  expect(engine.configuration()).toMatchObject({
    version: ifVersion + 1,
    document: { organization: { name: 'Renamed' } },
  })
  expect(await readRow(engine.store, ORGANIZATION, { table: 'contact', id: 'cora' })).toMatchObject({
    version: 2,
    values: { fullName: 'Cora B' },
  })
})
