import { afterAll, beforeAll, expect, test } from 'vitest'
import { readEvents } from './journal.ts'
import { readKeptAnswers } from './kept-answers.ts'
import { takeLease } from './lease.ts'
import { readOrganization } from './organization.ts'
import { readRouterMemory } from './router-state.ts'
import { readRows } from './rows.ts'
import type { Store } from './store.ts'
import {
  ORGANIZATION,
  openTestStore,
  takeTestLease,
  testEvent,
  testRow,
  testWorkItem,
  write,
} from './test-store.fixture.ts'
import { readWorkItems } from './work-items.ts'

let store: Store

beforeAll(async () => {
  store = await openTestStore()
})

afterAll(() => store.close())

test('a batch leaves behind all that it wrote, and a later one replaces it by key', async () => {
  const lease = await takeTestLease(store)
  const text = 'a "quoted" \\ {text}, with ünïcode 🙂 and\nlines'
  const committed = await write(store, lease, {
    events: [testEvent(1, 'w1'), testEvent(2)],
    workItems: [testWorkItem('w1'), testWorkItem('w2', { attributes: { text } })],
    memory: [
      { key: 'roundRobin:Billing', value: { ada: 5 } },
      { key: 'gone', value: 1 },
    ],
    rows: [testRow('c1', { title: text }), testRow('c2', {})],
    messages: [
      {
        id: 'm1',
        workItem: 'w1',
        number: 1,
        from: 'customer',
        author: null,
        kind: 'message',
        text,
        attachments: [],
        channelData: null,
      },
    ],
    answers: [{ key: 'k1', requestHash: 'h1', answer: { status: 'done' } }],
    configurations: [
      {
        version: 1,
        document: { version: 1, organization: { name: 'Renamed' } },
        organizationName: 'Renamed',
        by: 'admin',
        kind: 'replace',
        note: text,
        restoredVersion: null,
        sequence: 1,
        changes: [{ list: 'organization', name: 'name', formerName: null, before: null, after: 'Renamed' }],
      },
    ],
    audit: [
      {
        action: 'configurationChanged',
        by: { kind: 'account', name: text },
        ip: '192.0.2.1',
        list: 'organization',
        name: 'name',
        summary: text,
        configurationVersion: 1,
      },
    ],
    routingEnabled: false,
  })
  expect(committed).toBe(true)
  await write(store, lease, {
    workItems: [testWorkItem('w1', { state: 'Closed', closedAt: 20 })],
    memory: [{ key: 'gone', value: null }],
    rows: [testRow('c1', { title: 'new' }, { version: 2 })],
    deletedRows: [{ table: 'case', id: 'c2' }],
  })

  expect(await readEvents(store, { organizationId: ORGANIZATION, after: 0, limit: 10 })).toEqual([
    testEvent(1, 'w1'),
    testEvent(2),
  ])
  const items = await readWorkItems(store, ORGANIZATION, ['w1', 'w2'])
  expect(items.find(({ id }) => id === 'w1')).toEqual(testWorkItem('w1', { state: 'Closed', closedAt: 20 }))
  expect(items.find(({ id }) => id === 'w2')?.attributes).toEqual({ text })
  expect(await readRouterMemory(store, ORGANIZATION)).toEqual([{ key: 'roundRobin:Billing', value: { ada: 5 } }])
  const keys = [
    { table: 'case', id: 'c1' },
    { table: 'case', id: 'c2' },
  ]
  expect(await readRows(store, ORGANIZATION, keys)).toEqual([testRow('c1', { title: 'new' }, { version: 2 })])
  expect(await readOrganization(store, ORGANIZATION)).toEqual({
    id: ORGANIZATION,
    name: 'Renamed',
    routingEnabled: false,
  })
  const kept = await readKeptAnswers(store, { organizationId: ORGANIZATION, keys: ['k1', 'k2'], now: 9_999 })
  expect([...kept]).toEqual([['k1', { requestHash: 'h1', answer: { status: 'done' } }]])
  expect((await readKeptAnswers(store, { organizationId: ORGANIZATION, keys: ['k1'], now: 10_000 })).size).toBe(0)
})

test('a small batch, whose lone rows go over as parameters, leaves the same behind', async () => {
  const lease = await takeTestLease(store)
  const text = 'a "quoted" \\ {text}, with ünïcode 🙂 and\nlines'
  const small = (title: string | null) =>
    write(store, lease, {
      workItems: [testWorkItem('small', { attributes: { text }, customer: title })],
      memory: [{ key: 'small', value: [text, title] }],
      rows: [testRow('small', { title })],
      answers: [{ key: 'small', requestHash: 'h', answer: { title } }],
    })
  const keys = [{ table: 'case', id: 'small' }]
  for (const title of [null, text]) {
    expect(await small(title)).toBe(true)
    const item = testWorkItem('small', { attributes: { text }, customer: title })
    expect(await readWorkItems(store, ORGANIZATION, ['small'])).toEqual([item])
    expect(await readRouterMemory(store, ORGANIZATION)).toContainEqual({ key: 'small', value: [text, title] })
    expect(await readRows(store, ORGANIZATION, keys)).toEqual([testRow('small', { title })])
    const kept = await readKeptAnswers(store, { organizationId: ORGANIZATION, keys: ['small'], now: 0 })
    expect([...kept]).toEqual([['small', { requestHash: 'h', answer: { title } }]])
  }
})

test('with an epoch that is over, nothing at all is written', async () => {
  const lease = await takeTestLease(store)
  const next = await takeLease(store, {
    organizationId: ORGANIZATION,
    holder: 'other',
    now: 1_000_000,
    expiresAt: 1_005_000,
    fromEpoch: null,
  })
  expect(next?.epoch).toBe(lease.epoch + 1)
  const committed = await write(store, lease, {
    events: [testEvent(100)],
    workItems: [testWorkItem('late')],
    rows: [testRow('late', {})],
    routingEnabled: true,
  })
  expect(committed).toBe(false)
  expect(await readEvents(store, { organizationId: ORGANIZATION, after: 99, limit: 10 })).toEqual([])
  expect(await readWorkItems(store, ORGANIZATION, ['late'])).toEqual([])
  expect(await readRows(store, ORGANIZATION, [{ table: 'case', id: 'late' }])).toEqual([])
  expect((await readOrganization(store, ORGANIZATION))?.routingEnabled).toBe(false)
})

test('a takeover waits for the commit under way, which still counts', async () => {
  const lease = await takeTestLease(store, 'other')
  const connection = await store.pool.connect()
  await connection.query('begin')
  await connection.query('update router_lease set alive_at = 7 where organization_id = $1 and epoch = $2', [
    ORGANIZATION,
    lease.epoch,
  ])
  const takeover = takeLease(store, {
    organizationId: ORGANIZATION,
    holder: 'third',
    now: 2_000_000,
    expiresAt: 2_005_000,
    fromEpoch: null,
  })
  const early = await Promise.race([
    takeover,
    new Promise((resolve) => setTimeout(() => resolve('still waiting'), 200)),
  ])
  expect(early).toBe('still waiting')
  await connection.query('commit')
  connection.release()
  expect(await takeover).toEqual({ organizationId: ORGANIZATION, epoch: lease.epoch + 1, lastAliveAt: 7 })
})
