import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BatchWrites, type PreparedCommit, prepareCommit } from './commit-batch.ts'
import { CommitLine } from './commit-line.ts'
import { JournalTrails } from './journal-trails.ts'
import type { Lease } from './lease.ts'
import type { Store } from './store.ts'
import { nothing, ORGANIZATION, openTestStore, takeTestLease, testEvent, testWorkItem } from './test-store.fixture.ts'
import { readWorkItems } from './work-items.ts'

let store: Store

beforeAll(async () => {
  store = await openTestStore()
})

afterAll(() => store.close())

function prepared(lease: Lease, number: number, writes: Partial<BatchWrites>): PreparedCommit {
  const times = { now: 1_000, leaseExpiresAt: 6_000, answersExpireAt: 10_000 }
  return prepareCommit({ lease, number, ...times, writes: { ...nothing, trails: new JournalTrails(), ...writes } })
}

const items = async (ids: readonly string[]) => (await readWorkItems(store, ORGANIZATION, ids)).map(({ id }) => id)

test('commits are stored in their order, though none waits for the answer of the one before', async () => {
  const lease = await takeTestLease(store)
  const line = new CommitLine(store)
  const states = ['Open', 'Active', 'Closed'] as const
  const answered: number[] = []
  await Promise.all(
    states.map(async (state, index) => {
      const isStored = await line.commit(prepared(lease, index + 1, { workItems: [testWorkItem('one', { state })] }))
      if (isStored) answered.push(index)
    }),
  )
  expect(answered).toEqual([0, 1, 2])
  expect(await readWorkItems(store, ORGANIZATION, ['one'])).toMatchObject([{ state: 'Closed' }])
  expect(await line.commit(prepared(lease, 4, { workItems: [testWorkItem('two')] }))).toBe(true)
  expect(store.pool.idleCount).toBe(store.pool.totalCount)
})

test('what was sent behind a commit that fails is not stored', async () => {
  const lease = await takeTestLease(store)
  const line = new CommitLine(store)
  expect(await line.commit(prepared(lease, 1, { events: [testEvent(1)] }))).toBe(true)
  const own = await store.pool.query<{ pid: number }>('select pg_backend_pid() as pid')
  const sent = [
    line.commit(prepared(lease, 2, { events: [testEvent(1)], workItems: [testWorkItem('failed')] })),
    line.commit(prepared(lease, 3, { workItems: [testWorkItem('behind')] })),
    line.commit(prepared(lease, 4, { workItems: [testWorkItem('last')] })),
  ]
  for (const outcome of await Promise.allSettled(sent)) expect(outcome).toMatchObject({ reason: { code: '23505' } })
  await expect(line.commit(prepared(lease, 2, {}))).rejects.toThrow('a commit before this one has failed')
  // PostgreSQL goes on with what it was sent until it finds that we have left.
  const pids = own.rows.map(({ pid }) => pid)
  const left = async () =>
    (await store.pool.query('select from pg_stat_activity where pid = any ($1)', [pids])).rowCount
  await expect.poll(left).toBe(0)
  expect(await items(['failed', 'behind', 'last'])).toEqual([])
})
