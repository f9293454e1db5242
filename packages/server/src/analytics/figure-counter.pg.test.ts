import { afterEach, expect, test } from 'vitest'
import { naiveFigures } from '../../../../tests/setup/naive-figures.ts'
import { createTestDatabase } from '../../../../tests/setup/postgres.ts'
import {
  by,
  newCase,
  newChat,
  openConfiguredEngine,
  TestClock,
  type TestEngine,
} from '../engine/test-engine.fixture.ts'
import { createLog } from '../log.ts'
import { readEvents } from '../store/journal.ts'
import { measures } from '../store/measures.ts'
import { ORGANIZATION } from '../store/test-store.fixture.ts'
import { createFigureCounter, type FigureCounter } from './figure-counter.ts'

const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close()
})

const MINUTE_MS = 60_000

test('a day at the server has the figures of an independent count of its journal, whoever counts and dies', async () => {
  const clock = new TestClock()
  const engine = await openConfiguredEngine(await createTestDatabase(), clock)
  closing.push(engine.close)
  const first = counterOf(engine)
  await playHour(engine, clock, 'a')
  await first.settled()
  await first.stop()
  // While nobody counted, the work went on.
  await playHour(engine, clock, 'b')
  const second = counterOf(engine)
  const rival = counterOf(engine)
  await Promise.all([second.settled(), rival.settled()])
  await playHour(engine, clock, 'c')
  await Promise.all([second.settled(), rival.settled()])
  await Promise.all([second.stop(), rival.stop()])

  const events = await readEvents(engine.store, { organizationId: ORGANIZATION, after: 0, limit: 10_000 })
  const stored = await storedFigures(engine)
  expect(stored).toEqual(naiveFigures(events, () => 'liveChat'))
  const answered = Object.values(stored).reduce((sum, { answered = 0 }) => sum + answered, 0)
  expect(answered).toBeGreaterThan(12)
})

test('what is closed is forgotten, what is open is remembered', async () => {
  const engine = await openConfiguredEngine(await createTestDatabase(), new TestClock())
  closing.push(engine.close)
  const counter = counterOf(engine)
  closing.push(counter.stop)
  await engine.do(newCase('case-1'))
  await engine.do(newCase('case-2'))
  await counter.settled()
  expect(await waysOf(engine)).toHaveLength(2)
  await engine.do({ type: 'completeRow', table: 'case', id: 'case-1' })
  await counter.settled()
  expect(await waysOf(engine)).toHaveLength(1)
})

/** A counter that counts when it is told to. */
function counterOf(engine: TestEngine): FigureCounter {
  const { store } = engine
  const log = createLog('silent')
  const businessUnitOf = () => 'root'
  return createFigureCounter({ store, organizationId: ORGANIZATION, engine, log, businessUnitOf, everyMs: 1e6 })
}

/** Chats that are answered, missed, rejected, transferred and given up; cases that are done, released and removed. */
async function playHour(engine: TestEngine, clock: TestClock, name: string): Promise<void> {
  const chats = ['answered', 'missed', 'rejected', 'handed on', 'given up'].map((_, index) => `${name}-chat-${index}`)
  for (const chat of chats) await engine.do(newChat(chat))
  clock.advanceMs(12_000)
  for (const [index, chat] of chats.entries()) {
    const holder = engine.router()?.workItem(chat)?.session?.representative
    if (holder === undefined) continue
    if (index === 2) await engine.do(by({ type: 'reject', workItem: chat, representative: holder }))
    else if (index !== 1) await engine.do(by({ type: 'accept', workItem: chat, representative: holder }))
  }
  clock.advanceMs(MINUTE_MS)
  await engine.drain()
  await engine.do(by({ type: 'endConversation', workItem: `${name}-chat-0`, representative: null }))
  await engine.do(by({ type: 'transferToRepresentative', workItem: `${name}-chat-3`, representative: 'ben' }))
  await engine.do(by({ type: 'customerLeaves', workItem: `${name}-chat-4` }))
  for (const id of [`${name}-case-1`, `${name}-case-2`, `${name}-case-3`]) await engine.do(newCase(id))
  clock.advanceMs(17 * MINUTE_MS)
  await engine.drain()
  await engine.do({ type: 'completeRow', table: 'case', id: `${name}-case-1` })
  const released = engine.router()?.workItemOfRecord('case', `${name}-case-2`)?.id ?? ''
  await engine.do(by({ type: 'release', workItem: released }))
  for (const chat of chats) await engine.do(by({ type: 'forceClose', workItem: chat }))
  clock.advanceMs(40 * MINUTE_MS)
  await engine.drain()
}

/** The table of figures as the independent count writes it. */
async function storedFigures({ store }: TestEngine) {
  const { rows } = await store.pool.query('select * from figure')
  return Object.fromEntries(
    rows.map((row) => [
      [row.minutes, row.from_at, row.queue, row.representative, row.channel].join(' '),
      Object.fromEntries(
        measures.flatMap((measure) => {
          const value = row[measure.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)]
          return value === 0 ? [] : [[measure, value]]
        }),
      ),
    ]),
  )
}

async function waysOf({ store }: TestEngine): Promise<readonly unknown[]> {
  return (await store.pool.query('select way from figure_way')).rows
}
