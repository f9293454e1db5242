import type { WorkItem } from '@unified-routing/routing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { WorkReach } from './reach.ts'
import type { PageEnd, WorkItemsQuery } from './reads.ts'
import type { Store } from './store.ts'
import { ORGANIZATION, openTestStore, takeTestLease, testWorkItem, write } from './test-store.fixture.ts'
import { countWorkItems, listWorkItems } from './work-items.ts'

let store: Store
const session = (representative: string) => ({
  id: 's',
  representative,
  offeredAt: 1,
  offerExpiresAt: null,
  acceptedAt: 1,
})

beforeAll(async () => {
  store = await openTestStore()
  await write(store, await takeTestLease(store), {
    workItems: [
      testWorkItem('1', { createdAt: 1, changedAt: 90 }),
      testWorkItem('2', { createdAt: 2, state: 'Active', session: session('ada'), lastRepresentative: 'ada' }),
      testWorkItem('3', { createdAt: 3, state: 'Closed', lastRepresentative: 'ada', closedAt: 80, changedAt: 80 }),
      testWorkItem('4', { createdAt: 4, queue: 'Technical', queuedAt: 3, customer: 'carl' }),
      testWorkItem('5', {
        createdAt: 5,
        queue: 'Technical',
        state: 'Closed',
        closedAt: 70,
        changedAt: 70,
        customer: 'carl',
      }),
      testWorkItem('6', { createdAt: 5, queue: null, queuedAt: null }),
    ],
  })
})

afterAll(() => store.close())

const everything: Omit<WorkItemsQuery, 'after' | 'limit'> = {
  states: null,
  queue: null,
  heldBy: null,
  lastRepresentative: null,
  customer: null,
  since: null,
  visibleTo: null,
  sort: { by: 'createdAt', descending: false },
}

async function walk(parts: Partial<WorkItemsQuery>): Promise<string[]> {
  const query = { ...everything, ...parts }
  const found: string[] = []
  let after: PageEnd | null = null
  for (let page = 0; page < 10; page++) {
    const items: WorkItem[] = await listWorkItems(store, ORGANIZATION, { ...query, after, limit: 2 })
    found.push(...items.map(({ id }) => id))
    const last = items.at(-1)
    if (last === undefined) break
    after = { value: last[query.sort.by], id: last.id }
  }
  return found
}

test('every item once, in order of creation, either way', async () => {
  expect(await walk({})).toEqual(['1', '2', '3', '4', '5', '6'])
  expect(await walk({ sort: { by: 'createdAt', descending: true } })).toEqual(['6', '5', '4', '3', '2', '1'])
})

test('by last change', async () => {
  expect(await walk({ sort: { by: 'changedAt', descending: true } })).toEqual(['1', '3', '5', '6', '4', '2'])
})

test('by entry into the queue, of those that are in one', async () => {
  expect(await walk({ states: ['Open'], sort: { by: 'queuedAt', descending: false } })).toEqual(['4', '1'])
})

test('by state, queue and person', async () => {
  expect(await walk({ states: ['Closed'] })).toEqual(['3', '5'])
  expect(await walk({ states: ['Open', 'Closed'], queue: 'Technical' })).toEqual(['4', '5'])
  expect(await walk({ heldBy: 'ada' })).toEqual(['2'])
  expect(await walk({ lastRepresentative: 'ada' })).toEqual(['2', '3'])
})

const own: WorkReach = { representative: 'ada', queues: [], queueUnits: null, units: [] }

test('who sees an item in several ways sees it once', async () => {
  expect(await walk({ visibleTo: { ...own, queues: ['Billing'] } })).toEqual(['1', '2', '3'])
  expect(await walk({ visibleTo: { ...own, representative: null, queues: ['Technical'] } })).toEqual(['4', '5'])
  expect(await walk({ visibleTo: { ...own, representative: null } })).toEqual([])
})

test('of one customer, open and closed ones', async () => {
  expect(await walk({ customer: 'carl', sort: { by: 'createdAt', descending: true } })).toEqual(['5', '4'])
  expect(await walk({ customer: 'nobody' })).toEqual([])
})

test('since an instant, by what the list is sorted by', async () => {
  expect(await walk({ since: 5 })).toEqual(['5', '6'])
  expect(await walk({ since: 80, sort: { by: 'changedAt', descending: true } })).toEqual(['1', '3'])
})

test('are counted once each, up to a bound', async () => {
  const count = (parts: Partial<WorkItemsQuery>, countMax = 100, changedSince: number | null = null) =>
    countWorkItems(store, ORGANIZATION, { ...everything, ...parts, changedSince, countMax })
  expect(await count({})).toBe(6)
  expect(await count({}, 4)).toBe(4)
  expect(await count({ states: ['Closed'] }, 100, 80)).toBe(1)
  expect(await count({ visibleTo: { ...own, queues: ['Billing'] } })).toBe(3)
  expect(await count({ visibleTo: { ...own, representative: null } })).toBe(0)
})
