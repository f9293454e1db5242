import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OwnedWorkItem } from './owned-work-item.ts'
import type { RowReach, WorkReach } from './reach.ts'
import type { PageEnd, RowField, WorkItemsQuery } from './reads.ts'
import { listRows, readReachedRows, readRow } from './rows.ts'
import type { Store } from './store.ts'
import { ORGANIZATION, openTestStore, takeTestLease, testRow, testWorkItem, write } from './test-store.fixture.ts'
import { countWorkItems, listWorkItems } from './work-items.ts'

let store: Store

const units = ['root', 'Europe', 'Iberia', 'Asia'] as const
const manyUnits = ['Europe', ...Array.from({ length: 40 }, (_, index) => `Unit ${index}`)]
const session = (representative: string) => ({
  id: 's',
  representative,
  offeredAt: 1,
  offerExpiresAt: null,
  acceptedAt: null,
})

/** Twelve rows, a third of them in each unit but Iberia's; the even ones have a rank. */
const rows = Array.from({ length: 12 }, (_, index) =>
  testRow(`c${index}`, index % 2 === 0 ? { rank: index % 3 } : {}, {
    createdAt: index,
    businessUnit: units[index % units.length] ?? 'root',
  }),
)
const items = Array.from({ length: 12 }, (_, index): OwnedWorkItem => {
  const isClosed = index >= 8
  return testWorkItem(`w${index}`, {
    createdAt: index,
    changedAt: 100 - index,
    queue: index % 2 === 0 ? 'Billing' : 'Technical',
    state: isClosed ? 'Closed' : 'Open',
    businessUnit: units[index % units.length] ?? 'root',
    record: { table: 'case', id: `c${index}` },
    customer: index === 3 ? 'ann' : null,
    // Offered to cara, in Asia.
    session: index === 3 ? session('cara') : null,
    lastRepresentative: index === 10 ? 'cara' : null,
  })
})

beforeAll(async () => {
  store = await openTestStore()
  const contacts = ['ann', 'bob'].map((id) => testRow(id, {}, { table: 'contact', businessUnit: 'Asia' }))
  await write(store, await takeTestLease(store), { rows: [...rows, ...contacts], workItems: items })
})

afterAll(() => store.close())

const fields: readonly RowField[] = [
  { kind: 'own', column: 'createdAt' },
  { kind: 'own', column: 'changedAt' },
  { kind: 'value', column: 'rank', type: 'number' },
]

async function walkRows(reach: RowReach | null, field: RowField, descending: boolean): Promise<string[]> {
  const found: string[] = []
  let after: PageEnd | null = null
  for (let page = 0; page < 20; page++) {
    const listed = await listRows(store, ORGANIZATION, {
      table: 'case',
      filters: [],
      sort: { field, descending },
      after,
      limit: 2,
      reach,
    })
    found.push(...listed.map(({ id }) => id))
    const last = listed.at(-1)
    if (last === undefined) break
    const own = { id: last.id, active: last.active, createdAt: last.createdAt, changedAt: last.changedAt }
    after = { value: field.kind === 'own' ? own[field.column] : (last.values[field.column] ?? null), id: last.id }
  }
  return found
}

const rowReaches: readonly (readonly [string, RowReach])[] = [
  ['no unit', { units: [], holder: null }],
  ['one unit', { units: ['Europe'], holder: null }],
  ['a unit and one below it', { units: ['Europe', 'Iberia'], holder: 'cara' }],
  ['the root alone', { units: ['root'], holder: 'cara' }],
  ['more units than are walked apart', { units: manyUnits, holder: 'cara' }],
  ['the unit of the record in hand, too', { units: ['Asia'], holder: 'cara' }],
]

describe.each(rowReaches)('rows of %s', (_, reach) => {
  const isReached = (id: string) => {
    const row = rows.find((one) => one.id === id)
    return reach.units.includes(row?.businessUnit ?? '') || (reach.holder === 'cara' && id === 'c3')
  }

  test.each([true, false])('are walked in any order, each once and no others (descending: %s)', async (descending) => {
    for (const field of fields)
      expect(await walkRows(reach, field, descending)).toEqual(
        (await walkRows(null, field, descending)).filter(isReached),
      )
  })

  test('are read alone and by many keys, and no others', async () => {
    const keys = rows.map(({ table, id }) => ({ table, id }))
    const found = await readReachedRows(store, ORGANIZATION, { keys, reach })
    expect(found.map(({ id }) => id).toSorted()).toEqual(
      keys
        .map(({ id }) => id)
        .filter(isReached)
        .toSorted(),
    )
    for (const key of keys.slice(0, 4))
      expect((await readRow(store, ORGANIZATION, { ...key, reach })) !== null).toBe(isReached(key.id))
  })
})

test('the customer of work that is offered is reached, others of the unit are not', async () => {
  const reach = { units: ['Europe'], holder: 'cara' }
  const found = async (id: string) => readRow(store, ORGANIZATION, { table: 'contact', id, reach })
  expect(await found('ann')).not.toBeNull()
  expect(await found('bob')).toBeNull()
})

const everything = {
  states: null,
  queue: null,
  heldBy: null,
  lastRepresentative: null,
  customer: null,
  since: null,
} as const
const nobodys: WorkReach = { representative: null, queues: [], queueUnits: null, units: [] }
const workReaches: readonly (readonly [string, WorkReach, (item: OwnedWorkItem) => boolean])[] = [
  ['nothing', nobodys, () => false],
  ['one unit', { ...nobodys, units: ['Asia'] }, ({ businessUnit }) => businessUnit === 'Asia'],
  [
    'two units',
    { ...nobodys, units: ['Iberia', 'Europe'] },
    (item) => ['Iberia', 'Europe'].includes(item.businessUnit),
  ],
  ['the root', { ...nobodys, units: ['root'] }, ({ businessUnit }) => businessUnit === 'root'],
  ['many units', { ...nobodys, units: manyUnits }, ({ businessUnit }) => businessUnit === 'Europe'],
  ['a queue', { ...nobodys, queues: ['Billing'] }, ({ queue }) => queue === 'Billing'],
  [
    'the own unit in a queue, and own work elsewhere',
    { ...nobodys, representative: 'cara', queues: ['Technical'], queueUnits: ['Europe'] },
    ({ queue, businessUnit, id }) =>
      (queue === 'Technical' && businessUnit === 'Europe') || id === 'w3' || id === 'w10',
  ],
]

describe.each(workReaches)('work of %s', (_, visibleTo, isReached) => {
  test('is walked in any order, each once and no others', async () => {
    const sorts = ['createdAt', 'changedAt'] as const
    for (const by of sorts)
      for (const descending of [true, false]) {
        const query = { ...everything, sort: { by, descending } }
        const all = await walkItems({ ...query, visibleTo: null })
        expect(all).toHaveLength(items.length)
        expect(await walkItems({ ...query, visibleTo })).toEqual(all.filter(isReached))
        const count = { ...everything, visibleTo, changedSince: null, countMax: 100 }
        expect(await countWorkItems(store, ORGANIZATION, count)).toBe(all.filter(isReached).length)
      }
  })
})

async function walkItems(query: Omit<WorkItemsQuery, 'after' | 'limit'>): Promise<OwnedWorkItem[]> {
  const found: OwnedWorkItem[] = []
  let after: PageEnd | null = null
  for (let page = 0; page < 20; page++) {
    const listed: OwnedWorkItem[] = await listWorkItems(store, ORGANIZATION, { ...query, after, limit: 2 })
    found.push(...listed)
    const last = listed.at(-1)
    if (last === undefined) break
    after = { value: last[query.sort.by], id: last.id }
  }
  return found
}
