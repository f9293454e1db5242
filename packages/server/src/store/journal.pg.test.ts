import type { RoutingEvent } from '@unified-routing/routing'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lastEvent, readEvents, readWorkItemEvents } from './journal.ts'
import { readOpenWorkFacts } from './open-work-facts.ts'
import type { Store } from './store.ts'
import { ORGANIZATION, openTestStore, takeTestLease, testEvent, testWorkItem, write } from './test-store.fixture.ts'

/** Two events of an earlier release, each in a row of its own, and then those of this one. */
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
  for (const { sequence, at, workItem, actor, queue, representative, ...body } of journal.slice(0, 2))
    await sql`
      insert into routing_event (organization_id, sequence, at, type, actor_kind, work_item_id, data)
      values (${ORGANIZATION}, ${sequence}, ${at}, ${body.type}, ${actor.kind}, ${workItem}, ${JSON.stringify(body)})`.execute(
      store.db,
    )
  await write(store, lease, {
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

test('what was last is told of the journal and of each open item', async () => {
  expect(await lastEvent(store, ORGANIZATION)).toEqual({ sequence: 9, at: 20 })
  const facts = await readOpenWorkFacts(store, { organizationId: ORGANIZATION, after: null, limit: 10 })
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
