import type { RoutingEvent } from '@unified-routing/routing'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lastEvent, readEvents } from './journal.ts'
import { JournalTrails } from './journal-trails.ts'
import { readOpenWorkFacts } from './open-work-facts.ts'
import type { Store } from './store.ts'
import { ORGANIZATION, openTestStore, takeTestLease, testEvent, testWorkItem, write } from './test-store.fixture.ts'
import { readWorkItemEvents } from './work-item-journal.ts'

/** Events of earlier releases: each in a row of its own, and a step in one; then those of this one. */
const journal: readonly RoutingEvent[] = [
  at(10, testEvent(1, 'one')),
  at(10, changed(2, 'one', 'Active')),
  at(20, testEvent(3)),
  at(20, { ...testEvent(4, 'two'), queue: 'Billing' }),
  at(20, { ...changed(5, 'two', 'Active'), queue: 'Billing', representative: 'ada' }),
  at(20, { ...changed(6, 'one', 'Waiting'), actor: { kind: 'representative', name: 'ada' } }),
  at(20, testEvent(7, 'one')),
  at(20, testEvent(8)),
  at(20, testEvent(9)),
]

let store: Store

beforeAll(async () => {
  store = await openTestStore()
  const lease = await takeTestLease(store)
  for (const [index, { sequence, at, workItem, actor, queue, representative, ...body }] of journal
    .slice(0, 2)
    .entries())
    await sql`
      insert into routing_event (organization_id, sequence, at, actor_kind, work_item_id, data)
      values (${ORGANIZATION}, ${sequence}, ${at}, ${actor.kind}, ${workItem},
              ${JSON.stringify(index === 0 ? body : [body])})`.execute(store.db)
  await write(store, lease, {
    trails: new JournalTrails([{ id: 'one', version: 2 }]),
    events: journal.slice(2),
    workItems: [
      testWorkItem('one', { state: 'Waiting', version: 7 }),
      testWorkItem('two', { state: 'Active', version: 5 }),
    ],
  })
})

afterAll(() => store.close())

test('a page begins after any event and ends after as many as it may, wherever that is in a row', async () => {
  for (let after = 0; after <= journal.length; after++)
    for (let limit = 1; limit <= journal.length; limit++) {
      const page = await readEvents(store, { organizationId: ORGANIZATION, after, limit })
      expect(page).toEqual(journal.slice(after, after + limit))
    }
})

test('the journal of a work item holds its own events alone, in pages, too', async () => {
  for (const workItem of ['one', 'two'])
    for (let after = 0; after <= journal.length; after++)
      for (const limit of [1, 2, 100]) {
        const query = { organizationId: ORGANIZATION, workItem, after, limit }
        const own = journal.filter((event) => event.workItem === workItem && event.sequence > after)
        expect(await readWorkItemEvents(store, query)).toEqual(own.slice(0, limit))
      }
})

test('a long history is found in pages from any place, also by the next who leads', async () => {
  const long = await openTestStore()
  const lease = await takeTestLease(long)
  const events = Array.from({ length: 2_400 }, (_, index) => testEvent(index + 1, index % 2 === 0 ? 'long' : null))
  const open = [{ id: 'long', version: 1_999 }]
  for (const [part, trails] of [
    [events.slice(0, 2_000), new JournalTrails()],
    [events.slice(2_000), new JournalTrails(open)],
  ] as const)
    await write(long, lease, {
      trails,
      events: part,
      workItems: [testWorkItem('long', { version: part.length === 400 ? 2_399 : 1_999, createdAt: 1 })],
    })
  const own = events.filter(({ workItem }) => workItem !== null)
  for (const after of [0, 1, 63, 64, 65, 66, 1_000, 1_937, 1_999, 2_000, 2_001, 2_389, 2_399])
    for (const limit of [1, 50, 2_000]) {
      const query = { organizationId: ORGANIZATION, workItem: 'long', after, limit }
      const page = own.filter(({ sequence }) => sequence > after).slice(0, limit)
      expect(await readWorkItemEvents(long, query)).toEqual(page)
    }
  await long.close()
})

test('what was last is told of the journal and of each open item', async () => {
  expect(await lastEvent(store, ORGANIZATION)).toEqual({ sequence: 9, at: 20 })
  const facts = await readOpenWorkFacts(store, {
    organizationId: ORGANIZATION,
    after: null,
    limit: 10,
    liveVersion: () => null,
  })
  expect(facts.map(({ id, journal }) => ({ id, ...journal }))).toEqual([
    { id: 'one', sequence: 7, state: 'Waiting', isHeld: false },
    { id: 'two', sequence: 5, state: 'Active', isHeld: false },
  ])
})

function at(instant: number, event: RoutingEvent): RoutingEvent {
  return { ...event, at: instant }
}

function changed(sequence: number, workItem: string, to: 'Active' | 'Waiting'): RoutingEvent {
  return { ...testEvent(sequence, workItem), type: 'workItem.stateChanged', from: 'Open', to, reason: null }
}
