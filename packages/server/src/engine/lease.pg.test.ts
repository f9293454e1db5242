import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTestDatabase } from '../../../../tests/setup/postgres.ts'
import { readEvents } from '../store/journal.ts'
import { readLease, takeLease } from '../store/lease.ts'
import { readRows } from '../store/rows.ts'
import { ORGANIZATION } from '../store/test-store.fixture.ts'
import { createSystemClock } from './clock.ts'
import { newCase, openConfiguredEngine, openTestEngine, type TestEngine } from './test-engine.fixture.ts'

const limits = { leaseMs: 1_000, leasePollMs: 100, journalPollMs: 20 }
const clock = createSystemClock()
let database: string
let open: TestEngine[]

beforeEach(async () => {
  database = await createTestDatabase()
  open = [await openConfiguredEngine(database, clock)]
  await open.pop()?.close()
})

afterEach(async () => {
  for (const engine of open) await engine.close()
})

async function start(parts: Parameters<typeof openTestEngine>[1] = { clock }): Promise<TestEngine> {
  const engine = await openTestEngine(database, { limits, ...parts })
  open.push(engine)
  return engine
}

async function until(condition: () => boolean, waitMaxMs = 10_000): Promise<number> {
  const before = performance.now()
  await vi.waitFor(() => expect(condition()).toBe(true), { timeout: waitMaxMs, interval: 10 })
  return performance.now() - before
}

test('of two servers one routes; the other says so, shows the journal, and takes over when the first one stops', async () => {
  const first = await start()
  const second = await start()
  expect([first.role(), second.role()]).toEqual(['leader', 'follower'])
  expect(second.router()).toBeNull()
  await expect(second.do(newCase('c1'))).rejects.toMatchObject({ code: 'unavailable' })
  const heard: number[] = []
  const items = new Set<string>()
  const begin = second.committedSequence()
  second.onCommitted(({ events, workItems }) => {
    heard.push(...events.map(({ sequence }) => sequence))
    for (const item of workItems.values()) items.add(item.record?.id ?? '')
  })
  await Promise.all(Array.from({ length: 50 }, (_, index) => first.do(newCase(`c${index}`))))
  await until(() => second.committedSequence() === first.committedSequence())
  open = [second]
  await first.close()
  expect(await until(() => second.role() === 'leader')).toBeLessThan(1_000)
  expect(await second.do(newCase('after'))).toMatchObject({ status: 'done' })
  expect(heard).toEqual(heard.map((_, index) => begin + 1 + index))
  expect(heard.at(-1)).toBe(second.committedSequence())
  expect(items.size).toBe(51)
})

test('a lease taken away fences its old holder: nothing it decides is written, and it turns follower', async () => {
  const engine = await start({ clock, limits: { ...limits, leasePollMs: 60_000 } })
  const sight = await readLease(engine.store, ORGANIZATION)
  const now = clock.now()
  await takeLease(engine.store, {
    organizationId: ORGANIZATION,
    holder: 'other',
    now,
    expiresAt: now + 60_000,
    fromEpoch: sight?.epoch ?? 0,
  })
  const before = await readEvents(engine.store, { organizationId: ORGANIZATION, after: 0, limit: 1_000 })
  await expect(engine.do(newCase('late'))).rejects.toMatchObject({ code: 'unavailable' })
  await until(() => engine.role() === 'follower')
  expect(engine.router()).toBeNull()
  expect(await readRows(engine.store, ORGANIZATION, [{ table: 'case', id: 'late' }])).toEqual([])
  expect(await readEvents(engine.store, { organizationId: ORGANIZATION, after: 0, limit: 1_000 })).toEqual(before)
})

test('an idle holder keeps its lease', async () => {
  const first = await start()
  const second = await start()
  const epoch = (await readLease(first.store, ORGANIZATION))?.epoch
  await new Promise((resolve) => setTimeout(resolve, 2.5 * limits.leaseMs))
  expect([first.role(), second.role()]).toEqual(['leader', 'follower'])
  expect((await readLease(first.store, ORGANIZATION))?.epoch).toBe(epoch)
  expect(first.router()).not.toBeNull()
})

test('a holder gone without goodbye, its clock an hour ahead, is followed after the lease time all the same', async () => {
  const watcher = await start()
  const sight = await readLease(watcher.store, ORGANIZATION)
  const hourAhead = clock.now() + 60 * 60 * 1_000
  await takeLease(watcher.store, {
    organizationId: ORGANIZATION,
    holder: 'gone',
    now: hourAhead,
    expiresAt: hourAhead + 1_000,
    fromEpoch: sight?.epoch ?? 0,
  })
  await until(() => watcher.role() === 'follower')
  expect(await until(() => watcher.role() === 'leader')).toBeLessThan(2 * limits.leaseMs)
  expect(await watcher.do(newCase('c1'))).toMatchObject({ status: 'done' })
})

test('a server that is alone on its database does not wait for the lease of the one killed before it', async () => {
  const killed = await start()
  const now = clock.now()
  const sight = await readLease(killed.store, ORGANIZATION)
  open = []
  await killed.close()
  const other = await openTestEngine(database, { clock })
  await takeLease(other.store, {
    organizationId: ORGANIZATION,
    holder: 'killed',
    now,
    expiresAt: now + 60_000,
    fromEpoch: (sight?.epoch ?? 0) + 1,
  })
  open.push(other)
  const before = performance.now()
  const alone = await start({ clock, isAlone: true, limits: { ...limits, leaseMs: 60_000 } })
  expect(alone.role()).toBe('leader')
  expect(performance.now() - before).toBeLessThan(1_000)
})
