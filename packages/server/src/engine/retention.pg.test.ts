import type { RoutingEvent } from '@unified-routing/routing'
import { expect, test } from 'vitest'
import { readEvents } from '../store/journal.ts'
import type { Store } from '../store/store.ts'
import {
  ORGANIZATION,
  openTestStore,
  takeTestLease,
  testEvent,
  testWorkItem,
  write,
} from '../store/test-store.fixture.ts'
import { readWorkItemEvents } from '../store/work-item-journal.ts'
import { createRetention, type Retention } from './retention.ts'

const JANUARY = Date.UTC(2026, 0, 10)
const FEBRUARY = Date.UTC(2026, 1, 10)
const MARCH = Date.UTC(2026, 2, 10)
const APRIL = Date.UTC(2026, 3, 10)
const quiet = () => undefined
const log = { isLevelEnabled: () => false, debug: quiet, info: quiet, warn: quiet, error: quiet }

test('work that was closed long ago goes with all that belongs to it, and its month of the journal is dropped', async () => {
  const { store, retention, months } = await openHistory()
  expect(await retention(MARCH).pass()).toEqual({ workItems: 0, partitions: [] })
  expect(await retention(APRIL).pass()).toEqual({ workItems: 1, partitions: [months.january] })
  expect(await idsIn(store, 'work_item')).toEqual(['closed in february', 'open since january'])
  for (const table of ['conversation_message', 'conversation_attachment', 'customer_chat', 'bot_dialog'])
    expect(await idsIn(store, table, 'work_item_id')).toEqual(['closed in february'])
  await store.close()
})

test('the journal of work that is still open stays whole, however old', async () => {
  const { store, retention } = await openHistory()
  const before = await journalOf(store, 'open since january')
  expect(before).toHaveLength(2)
  await retention(APRIL).pass()
  expect(await journalOf(store, 'open since january')).toEqual(before)
  expect(await journalOf(store, 'closed in january')).toEqual([])
  expect((await readEvents(store, { organizationId: ORGANIZATION, after: 0, limit: 100 })).map(numberOf)).toEqual([
    2, 3, 4,
  ])
  expect(await retention(APRIL).pass()).toEqual({ workItems: 0, partitions: [] })
  await store.close()
})

test('what was carried over is dropped once the work is gone, too', async () => {
  const { store, retention, months } = await openHistory()
  await retention(APRIL).pass()
  const closed = { state: 'Closed', createdAt: JANUARY, changedAt: FEBRUARY, closedAt: FEBRUARY } as const
  await write(store, await takeTestLease(store), { workItems: [testWorkItem('open since january', closed)] })
  const later = await retention(Date.UTC(2026, 4, 10)).pass()
  expect(later).toEqual({ workItems: 2, partitions: [`${months.january}_kept`, months.february] })
  expect((await readEvents(store, { organizationId: ORGANIZATION, after: 0, limit: 100 })).map(numberOf)).toEqual([4])
  await store.close()
})

test('a month that the figures have not counted stays', async () => {
  const { store, retention } = await openHistory({ counted: 1 })
  expect(await retention(APRIL).pass()).toEqual({ workItems: 1, partitions: [] })
  await store.close()
})

test('nothing is removed unless somebody said how long it is kept', async () => {
  const { store, retention } = await openHistory({ keptMonths: 0 })
  expect(await retention(APRIL).pass()).toEqual({ workItems: 0, partitions: [] })
  await store.close()
})

test('there is no table of work that stays behind', async () => {
  const store = await openTestStore()
  const { rows } = await store.pool.query<{ name: string }>(`
    select distinct table_name as name
      from information_schema.columns
     where table_schema = 'public'
       and column_name = 'work_item_id'
       and table_name not like 'routing_event%'
     order by 1`)
  // A new one has to go with its work as well: removeClosedWork, or a foreign key that cascades.
  expect(rows.map(({ name }) => name)).toEqual([
    'bot_dialog',
    'conversation_attachment',
    'conversation_message',
    'conversation_receipt',
    'customer_chat',
    'customer_stream',
    'figure_way',
    'work_item_reading',
  ])
  await store.close()
})

function numberOf({ sequence }: RoutingEvent): number {
  return sequence
}

function journalOf(store: Store, workItem: string): Promise<RoutingEvent[]> {
  return readWorkItemEvents(store, { organizationId: ORGANIZATION, after: 0, limit: 100, workItem })
}

async function idsIn(store: Store, table: string, column = 'id'): Promise<string[]> {
  const { rows } = await store.pool.query<{ id: string }>(`select distinct ${column} as id from ${table} order by 1`)
  return rows.map(({ id }) => id)
}

/** An item that was closed in January, one that was closed in February, one that is open; two months are kept. */
async function openHistory({ keptMonths = 2, counted = 4 } = {}) {
  const store = await openTestStore()
  const lease = await takeTestLease(store)
  const january = await makeMonth(store, JANUARY)
  const february = await makeMonth(store, FEBRUARY)
  await makeMonth(store, MARCH)
  const closed = (at: number) => ({ state: 'Closed', createdAt: at, changedAt: at, closedAt: at }) as const
  await write(store, lease, {
    workItems: [
      testWorkItem('closed in january', closed(JANUARY)),
      testWorkItem('closed in february', closed(FEBRUARY)),
      testWorkItem('open since january', { createdAt: JANUARY, changedAt: MARCH, version: 4 }),
    ],
    events: [
      { ...testEvent(1, 'closed in january'), at: JANUARY },
      { ...testEvent(2, 'open since january'), at: JANUARY },
      { ...testEvent(3, 'closed in february'), at: FEBRUARY },
      { ...testEvent(4, 'open since january'), at: MARCH },
    ],
  })
  for (const workItem of ['closed in january', 'closed in february']) await addBelongings(store, workItem)
  await store.pool.query('insert into figure_position (organization_id, sequence) values ($1, $2)', [
    ORGANIZATION,
    counted,
  ])
  const retention = (now: number): Retention =>
    createRetention({
      store,
      organizationId: ORGANIZATION,
      engine: { role: () => 'leader' },
      keptMonths,
      now: () => now,
      log,
    })
  return { store, retention, months: { january, february } }
}

async function makeMonth(store: Store, at: number): Promise<string> {
  const date = new Date(at)
  const [from, to] = [0, 1].map((month) => Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + month))
  const name = `routing_event_${date.toISOString().slice(0, 7).replace('-', '_')}`
  await store.pool.query(`create table ${name} partition of routing_event for values from (${from}) to (${to})`)
  return name
}

async function addBelongings(store: Store, workItem: string): Promise<void> {
  const own = [ORGANIZATION, workItem]
  await store.pool.query(
    `insert into conversation_message (organization_id, work_item_id, id, number, sender, kind, attachments, text, sent_at)
     values ($1, $2, 'message of ' || $2, 1, 'customer', 'message', '[]', 'Hello.', 0)`,
    own,
  )
  await store.pool.query(
    `insert into conversation_attachment (organization_id, work_item_id, id, uploaded_by, name, content_type, content, created_at)
     values ($1, $2, 'file of ' || $2, 'customer', 'a.txt', 'text/plain', 'a', 0)`,
    own,
  )
  await store.pool.query(
    `insert into customer_chat (organization_id, work_item_id, widget) values ($1, $2, 'Help')`,
    own,
  )
  await store.pool.query(
    `insert into bot_dialog (organization_id, work_item_id, bot, told, attempts, context) values ($1, $2, 'robin', 1, 0, '{}')`,
    own,
  )
  await store.pool.query(
    `insert into work_item_reading (organization_id, work_item_id, representative, read_until) values ($1, $2, 'ada', 0)`,
    own,
  )
}
