import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase } from '../../../../tests/setup/postgres.ts'
import { readEvents } from '../store/journal.ts'
import { readLease, takeLease } from '../store/lease.ts'
import { readRows } from '../store/rows.ts'
import { ORGANIZATION } from '../store/test-store.fixture.ts'
import type { FaultPoint } from './faults.ts'
import {
  by,
  newCase,
  newChat,
  openConfiguredEngine,
  openTestEngine,
  TestClock,
  type TestEngine,
} from './test-engine.fixture.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS

let clock: TestClock
let database: string
let open: TestEngine[]
/** What happens at a point, the next time it is reached. */
let plan: Map<FaultPoint, () => unknown>

beforeEach(async () => {
  clock = new TestClock()
  database = await createTestDatabase()
  plan = new Map()
  open = []
})
afterEach(async () => {
  for (const engine of open) await engine.close()
})

async function faults(point: FaultPoint): Promise<void> {
  const happen = plan.get(point)
  plan.delete(point)
  await happen?.()
}

/** An engine with people who are signed in, then opened again so that things can go wrong in it. */
async function start(parts: Partial<Parameters<typeof openTestEngine>[1]> = {}): Promise<TestEngine> {
  const first = await openConfiguredEngine(database, clock)
  await first.close()
  const engine = await openTestEngine(database, { clock, faults, ...parts })
  open.push(engine)
  return engine
}

function failing(code?: string): () => never {
  return () => {
    throw Object.assign(new Error('something broke'), code === undefined ? {} : { code })
  }
}

/** Repeats under the same key, as a client does. */
async function untilDone(engine: TestEngine, operation: Parameters<TestEngine['do']>[0], key: string) {
  for (;;) {
    const answer = await engine.do(operation, key).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'unavailable') return null
      throw error
    })
    if (answer !== null) return answer
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

const journal = (engine: TestEngine) =>
  readEvents(engine.store, { organizationId: ORGANIZATION, after: 0, limit: 10_000 })

describe('whatever breaks', () => {
  test.each([
    'read',
    'decided',
    'committed',
    'told',
    'answered',
  ] as const)('when a batch is %s, what is repeated happens once, and every listener hears all of it once and in order', async (point) => {
    const engine = await start()
    const begin = engine.committedSequence()
    const heard: number[] = []
    engine.onCommitted(({ events }) => heard.push(...events.map(({ sequence }) => sequence)))
    for (const [index, kind] of ['a bug', '53100', '57P01'].entries()) {
      plan.set(point, failing(kind === 'a bug' ? undefined : kind))
      const both = [
        untilDone(engine, newCase(`c${index}`), `k${index}`),
        untilDone(engine, newChat(`d${index}`), `l${index}`),
      ]
      for (const answer of await Promise.all(both)) expect(answer).toMatchObject({ status: 'done' })
    }
    await untilDone(engine, newCase('last'), 'last')
    const events = await journal(engine)
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1))
    expect(events.filter(({ type }) => type === 'workItem.created')).toHaveLength(7)
    expect(events.filter(({ type }) => type === 'workItem.messageAdded')).toHaveLength(3)
    expect(heard).toEqual(heard.map((_, index) => begin + 1 + index))
    expect(heard.at(-1)).toBe(events.at(-1)?.sequence)
  })

  test.each([
    'leaseTaken',
    'recovered',
  ] as const)('while it recovers, at the point %s, it recovers again', async (point) => {
    const engine = await start()
    plan.set('decided', failing())
    plan.set(point, failing('57P03'))
    expect(await untilDone(engine, newCase('c1'), 'k1')).toMatchObject({ status: 'done' })
    expect(plan.size).toBe(0)
  })

  test('when a timer has fired but is not stored, it fires again', async () => {
    const engine = await start()
    await engine.do(newChat('chat-1'))
    const offered = engine.router()?.workItem('chat-1')?.session?.representative
    clock.advanceMs(20_000)
    plan.set('decided', failing())
    clock.advanceMs(11_000)
    await expect.poll(() => plan.size).toBe(0)
    // The recovery takes the offer back uncounted and makes it again; then it runs out like any other.
    await expect.poll(() => engine.router()?.workItem('chat-1')?.session?.representative).toBeTypeOf('string')
    expect(engine.router()?.workItem('chat-1')?.declines).toEqual({})
    clock.advanceMs(31_000)
    await engine.drain()
    expect(Object.values(engine.router()?.workItem('chat-1')?.declines ?? {})).toEqual([1])
    expect(offered).toBeTypeOf('string')
  })

  test('a lease lost between deciding and storing: nothing is written, and nobody is answered yes', async () => {
    const engine = await start({ limits: { leasePollMs: 60_000 } })
    const before = await journal(engine)
    plan.set('decided', async () => {
      const sight = await readLease(engine.store, ORGANIZATION)
      const claim = {
        organizationId: ORGANIZATION,
        holder: 'other',
        now: clock.now(),
        expiresAt: clock.now() + MINUTE_MS,
      }
      await takeLease(engine.store, { ...claim, fromEpoch: sight?.epoch ?? 0 })
    })
    await expect(engine.do(newCase('late'))).rejects.toMatchObject({ code: 'unavailable' })
    expect(await readRows(engine.store, ORGANIZATION, [{ table: 'case', id: 'late' }])).toEqual([])
    expect(await journal(engine)).toEqual(before)
  })
})

test('while the disk is full it says so and takes nothing; with room again it goes on by itself', async () => {
  const engine = await start()
  let isFull = true
  const fill = () => {
    if (!isFull) return
    plan.set('decided', fill)
    failing('53100')()
  }
  plan.set('decided', fill)
  const saysFull = { code: 'unavailable', message: expect.stringContaining('no room left') }
  await expect(engine.do(newCase('c1'), 'k1')).rejects.toMatchObject(saysFull)
  await expect.poll(() => engine.role()).toBe('follower')
  await expect(engine.do(newCase('c1'), 'k1')).rejects.toMatchObject(saysFull)
  isFull = false
  expect(await untilDone(engine, newCase('c1'), 'k1')).toMatchObject({ status: 'done' })
})

describe('clocks', () => {
  test('a server whose clock is an hour behind goes on from the last event: timers run on from there', async () => {
    const engine = await start()
    await engine.do(newChat('chat-1'))
    const last = (await journal(engine)).at(-1)?.at ?? 0
    open = []
    await engine.close()
    const behind = new TestClock(clock.now() - HOUR_MS)
    const next = await openTestEngine(database, { clock: behind })
    open.push(next)
    const { declines } = next.router()?.workItem('chat-1') ?? {}
    behind.advanceMs(31_000)
    await next.drain()
    expect(declines).toEqual({})
    expect(Object.values(next.router()?.workItem('chat-1')?.declines ?? {})).toEqual([1])
    const times = (await journal(next)).map(({ at }) => at)
    expect(times).toEqual(times.toSorted((left, right) => left - right))
    expect(times.at(-1)).toBeLessThan(last + 2 * MINUTE_MS)
  })

  test('a clock that jumps ahead, or a process that slept, lets no offer run out: they are made anew', async () => {
    const engine = await start({ limits: { absenceMs: 30_000 } })
    await engine.do(newChat('chat-1'))
    await engine.do(by({ type: 'setPresence', representative: 'ben', presence: 'Away' }))
    const before = (await journal(engine)).length
    clock.advanceMs(10 * MINUTE_MS)
    await engine.drain()
    const events = (await journal(engine)).slice(before).map(({ type }) => type)
    expect(events).toContain('organization.resumed')
    expect(events.filter((type) => type === 'workItem.offered')).toHaveLength(1)
    expect(engine.router()?.workItem('chat-1')).toMatchObject({ state: 'Active', declines: {} })
  })
})
