import type { ConfigurationChange } from '@unified-routing/routing'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase } from '../../../../tests/setup/postgres.ts'
import {
  by,
  newCase,
  newChat,
  openConfiguredEngine,
  openTestEngine,
  TestClock,
  type TestEngine,
} from './test-engine.fixture.ts'

let clock: TestClock
let database: string
let engine: TestEngine

beforeEach(async () => {
  clock = new TestClock()
  database = await createTestDatabase()
  engine = await openConfiguredEngine(database, clock)
})
afterEach(() => engine.close())

const change = (...changes: ConfigurationChange[]) =>
  engine.do({
    type: 'changeConfiguration',
    changes,
    basedOn: engine.configuration().version,
    base: [],
    note: null,
  })

const router = () => {
  const present = engine.router()
  if (present === null) throw new Error('this engine does not lead')
  return present
}

test('work stays where it is when its queue and its workstream get new names, also after a restart', async () => {
  for (const representative of ['ada', 'ben']) await engine.do(by({ type: 'signOut', representative }))
  for (const id of ['c1', 'c2', 'c3']) await engine.do(newCase(id))
  await engine.do(newChat('chat-1'))
  const waiting = router().waiting('Cases', 10)
  expect(waiting).toHaveLength(3)

  const answer = await change(
    { list: 'queues', name: 'Cases', rename: 'Records' },
    { list: 'workstreams', name: 'Cases', rename: 'Record work' },
    { list: 'queues', name: 'Chats', rename: 'Cases' },
  )
  expect(answer.status).toBe('done')
  const renamed = router().waiting('Records', 10)
  expect(renamed.map(({ id }) => id)).toEqual(waiting.map(({ id }) => id))
  expect(renamed.map(({ queuedAt }) => queuedAt)).toEqual(waiting.map(({ queuedAt }) => queuedAt))
  expect(renamed[0]).toMatchObject({ queue: 'Records', workstream: 'Record work' })
  expect(
    router()
      .waiting('Cases', 10)
      .map(({ kind }) => kind),
  ).toEqual(['conversation'])

  await engine.close()
  engine = await openTestEngine(database, { clock })
  expect(
    router()
      .waiting('Records', 10)
      .map(({ id }) => id),
  ).toEqual(waiting.map(({ id }) => id))
})

test('turns are kept when a queue is renamed', async () => {
  await engine.do(newChat('chat-1'))
  await change({ list: 'queues', name: 'Chats', rename: 'Talks' })
  await engine.do(newChat('chat-2'))
  const holders = [...router().openWorkItems()].map(({ session }) => session?.representative)
  // Ada had the first, so it is Ben's turn.
  expect(holders).toEqual(['ada', 'ben'])
})
