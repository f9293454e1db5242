import type { WorkItem } from '@unified-routing/routing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PageEnd, WorkItemsQuery } from './reads.ts'
import type { Store } from './store.ts'
import { ORGANIZATION, openTestStore, takeTestLease, testWorkItem, write } from './test-store.fixture.ts'
import { listWorkItems } from './work-items.ts'

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
      testWorkItem('4', { createdAt: 4, queue: 'Technical', queuedAt: 3 }),
      testWorkItem('5', { createdAt: 5, queue: 'Technical', state: 'Closed', closedAt: 70, changedAt: 70 }),
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

test('who sees an item in several ways sees it once', async () => {
  expect(await walk({ visibleTo: { representative: 'ada', queues: ['Billing'] } })).toEqual(['1', '2', '3'])
  expect(await walk({ visibleTo: { representative: null, queues: ['Technical'] } })).toEqual(['4', '5'])
  expect(await walk({ visibleTo: { representative: null, queues: [] } })).toEqual([])
})
