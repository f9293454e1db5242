import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase } from '../../../../tests/setup/postgres.ts'
import type { BulkItem, Operation, OperationAnswer } from './operations.ts'
import {
  administrator,
  by,
  newCase,
  newChat,
  openConfiguredEngine,
  TestClock,
  type TestEngine,
} from './test-engine.fixture.ts'

let engine: TestEngine
let database: string
beforeEach(async () => {
  database = await createTestDatabase()
  engine = await openConfiguredEngine(database, new TestClock())
})
afterEach(() => engine.close())

function bulk(...operations: Operation[]): Operation {
  return { type: 'bulk', items: itemsOf(...operations) }
}

function itemsOf(...operations: Operation[]): BulkItem[] {
  return operations.map((operation) => {
    switch (operation.type) {
      case 'replaceConfiguration':
      case 'changeConfiguration':
      case 'mendDrift':
      case 'bulk':
        throw new Error(`${operation.type} is no item of a bulk call`)
      default:
        return { operation, actor: administrator }
    }
  })
}

function statusesOf(answer: OperationAnswer): string[] {
  return answer.status === 'each' ? answer.answers.map(({ status }) => status) : [answer.status]
}

test('a bulk call is decided in order in one batch, and what is refused of it leaves the rest as it is', async () => {
  const batches: number[] = []
  engine.onCommitted(({ workItems }) => batches.push(workItems.size))
  const answer = await engine.do(
    bulk(
      newChat('c1'),
      by({ type: 'accept', workItem: 'nothing', representative: 'ada' }),
      newCase('r1'),
      { type: 'completeRow', table: 'case', id: 'r1' },
      newCase('r1'),
      {
        type: 'sendMessage',
        id: 'm1',
        workItem: 'c1',
        from: 'customer',
        author: null,
        kind: 'message',
        text: 'x\0',
        attachments: [],
        channelData: null,
      },
    ),
  )
  expect(statusesOf(answer)).toEqual(['done', 'refused', 'done', 'done', 'refused', 'invalid'])
  expect(batches.filter((size) => size > 0)).toEqual([2])
  expect(engine.router()?.workItem('c1')?.state).toBe('Active')
})

test('repeated under its key a bulk call gives each answer again, also after a restart, and does nothing', async () => {
  const call = bulk(newChat('c1'), newChat('c1'), newChat('c2'))
  const first = await engine.do(call, 'key')
  expect(await engine.do(call, 'key')).toEqual(first)
  await engine.recover()
  const sequence = engine.committedSequence()
  expect(await engine.do(call, 'key')).toEqual(first)
  expect(statusesOf(await engine.do(bulk(newChat('c3')), 'key'))).toEqual(['keyReused'])
  expect(engine.committedSequence()).toBe(sequence)
})

test('what was refused before it came to the engine keeps its place among the answers', async () => {
  const problem = {
    type: 't',
    title: 'Not found',
    status: 404,
    detail: 'd',
    code: 'notFound',
    retry: false,
    requestId: 'r',
  } as const
  const call: Operation = {
    type: 'bulk',
    items: [{ turnedAway: problem }, ...itemsOf(newCase('r1', false))],
  }
  const answer = await engine.do(call, 'key')
  expect(statusesOf(answer)).toEqual(['turnedAway', 'done'])
  expect(await engine.do(call, 'key')).toEqual(answer)
})
