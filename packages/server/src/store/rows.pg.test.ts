import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readReachableRows } from './reachable-rows.ts'
import type { PageEnd, RowField, RowFilter, StoredRow } from './reads.ts'
import { listRows, readRow } from './rows.ts'
import type { Store } from './store.ts'
import { ORGANIZATION, openTestStore, takeTestLease, testRow, testWorkItem, write } from './test-store.fixture.ts'

let store: Store
const priority: RowField = { kind: 'value', column: 'priority', type: 'number' }
const title: RowField = { kind: 'value', column: 'title', type: 'text' }

beforeAll(async () => {
  store = await openTestStore()
  const lease = await takeTestLease(store)
  await write(store, lease, {
    rows: [
      testRow('a', { priority: 10, title: 'Ten Percent', customer: 'ann' }, { createdAt: 1 }),
      testRow('b', { priority: 9, title: 'nine_lives' }, { createdAt: 2 }),
      testRow('c', { title: 'none' }, { createdAt: 3, active: false }),
      testRow('d', { priority: 9, title: 'nine again' }, { createdAt: 4 }),
      testRow('e', {}, { createdAt: 5 }),
      testRow('ann', { account: 'acme' }, { table: 'contact' }),
      testRow('acme', { primaryContact: 'ann' }, { table: 'account' }),
      testRow('far', {}, { table: 'account' }),
    ],
    workItems: [
      testWorkItem('closed', { record: { table: 'case', id: 'a' }, state: 'Closed' }),
      testWorkItem('open', { record: { table: 'case', id: 'a' } }),
      testWorkItem('done', { record: { table: 'case', id: 'b' }, state: 'Closed' }),
    ],
  })
})

afterAll(() => store.close())

async function walk(field: RowField, descending: boolean, filters: readonly RowFilter[] = []): Promise<string[]> {
  const found: StoredRow[] = []
  let after: PageEnd | null = null
  for (let page = 0; page < 10; page++) {
    const rows: StoredRow[] = await listRows(store, ORGANIZATION, {
      table: 'case',
      filters,
      sort: { field, descending },
      after,
      limit: 2,
      reach: null,
    })
    found.push(...rows)
    const last = rows.at(-1)
    if (last === undefined) break
    const own = { id: last.id, active: last.active, createdAt: last.createdAt, changedAt: last.changedAt }
    after = { value: field.kind === 'own' ? own[field.column] : (last.values[field.column] ?? null), id: last.id }
  }
  return found.map(({ id }) => id)
}

describe('pages of two, walked to the end, show every row once', () => {
  test('by a column of numbers, the empty ones last', async () => {
    expect(await walk(priority, false)).toEqual(['b', 'd', 'a', 'c', 'e'])
  })
  test('the other way round, the empty ones still last', async () => {
    expect(await walk(priority, true)).toEqual(['a', 'd', 'b', 'e', 'c'])
  })
  test('by creation, the latest first', async () => {
    expect(await walk({ kind: 'own', column: 'createdAt' }, true)).toEqual(['e', 'd', 'c', 'b', 'a'])
  })
  test('by whether they are active', async () => {
    expect(await walk({ kind: 'own', column: 'active' }, false)).toEqual(['c', 'a', 'b', 'd', 'e'])
  })
})

describe('filters', () => {
  const byId: RowField = { kind: 'own', column: 'id' }
  const cases: readonly (readonly [string, RowFilter, readonly string[]])[] = [
    ['equal number', { field: priority, operator: 'eq', values: [9] }, ['b', 'd']],
    ['not equal counts the empty ones', { field: priority, operator: 'ne', values: [9] }, ['a', 'c', 'e']],
    ['greater as numbers, not as texts', { field: priority, operator: 'gt', values: [9] }, ['a']],
    ['at most', { field: priority, operator: 'le', values: [9] }, ['b', 'd']],
    ['one of several', { field: priority, operator: 'in', values: [10, 11] }, ['a']],
    ['contains, whatever the case', { field: title, operator: 'contains', values: ['NINE'] }, ['b', 'd']],
    ['contains takes wildcards as letters', { field: title, operator: 'contains', values: ['%'] }, []],
    ['begins with takes wildcards as letters', { field: title, operator: 'beginsWith', values: ['nine_'] }, ['b']],
    ['has data', { field: priority, operator: 'hasData', values: [] }, ['a', 'b', 'd']],
    ['no data', { field: title, operator: 'noData', values: [] }, ['e']],
    ['own column', { field: { kind: 'own', column: 'active' }, operator: 'eq', values: [false] }, ['c']],
    [
      'a column with a quote in its name',
      { field: { kind: 'value', column: `o'clock"`, type: 'text' }, operator: 'eq', values: ['x'] },
      [],
    ],
  ]
  for (const [name, filter, expected] of cases) {
    test(name, async () => expect(await walk(byId, false, [filter])).toEqual(expected))
  }
  test('sorting by a column with a quote in its name is no trap', async () => {
    expect(await walk({ kind: 'value', column: `o'clock"`, type: 'text' }, false)).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})

test('a row tells its open work item, not a closed one', async () => {
  expect((await readRow(store, ORGANIZATION, { table: 'case', id: 'a' }))?.workItem).toBe('open')
  expect((await readRow(store, ORGANIZATION, { table: 'case', id: 'b' }))?.workItem).toBeNull()
})

test('lookups are followed to the end, and a circle ends where it began', async () => {
  const lookups = new Map([
    ['case', [{ column: 'customer', target: 'contact' }]],
    ['contact', [{ column: 'account', target: 'account' }]],
    ['account', [{ column: 'primaryContact', target: 'contact' }]],
  ])
  const rows = await readReachableRows(store, {
    organizationId: ORGANIZATION,
    from: [{ table: 'case', id: 'a' }],
    lookups,
  })
  expect(rows.map(({ id }) => id).sort()).toEqual(['a', 'acme', 'ann'])
})

test('rows are found by their key, also before PostgreSQL has counted them', async () => {
  const fresh = await openTestStore(1)
  await fresh.pool.query('set enable_seqscan = off')
  const { rows } = await fresh.pool.query<{ 'QUERY PLAN': string }>(
    `explain select * from table_row where organization_id = 'default' and table_name = 'case' and id = 'a'`,
  )
  await fresh.close()
  expect(rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('table_row_pkey')
})
