import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createOperationQueue } from './operation-queue.ts'
import type { OperationRequest } from './operations.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const request: OperationRequest = {
  operation: { type: 'deleteRow', table: 'case', id: 'c1' },
  actor: { kind: 'system', name: null },
  idempotencyKey: null,
  requestHash: null,
  requestId: 'test',
}

function bulkOf(count: number): OperationRequest {
  const { operation, actor } = request
  if (operation.type !== 'deleteRow') throw new Error('a row is deleted')
  return { ...request, operation: { type: 'bulk', items: Array.from({ length: count }, () => ({ operation, actor })) } }
}

function queueOf(limits: { queueMax: number; waitMaxMs: number }) {
  const queue = createOperationQueue(limits, () => undefined)
  const outcomes: string[] = []
  const submit = (given = request) =>
    queue.submit(given).then(
      () => outcomes.push('answered'),
      (error: Error) => outcomes.push(error.message),
    )
  return { queue, outcomes, submit }
}

test('a full queue refuses, and takes more once there is room', async () => {
  const { queue, outcomes, submit } = queueOf({ queueMax: 2, waitMaxMs: 5_000 })
  void submit()
  void submit()
  await submit()
  expect(outcomes).toEqual(['2 requests already wait; try again.'])
  expect(queue.take(1)).toHaveLength(1)
  void submit()
  expect(queue.size()).toBe(2)
})

test('a queue whose first request has waited for too long refuses the next, however short it is', async () => {
  const { queue, outcomes, submit } = queueOf({ queueMax: 100, waitMaxMs: 5_000 })
  void submit()
  vi.advanceTimersByTime(5_001)
  await submit()
  expect(outcomes).toEqual(['Requests have waited for more than 5 seconds; try again.'])
  queue.take(1)
  void submit()
  expect(queue.size()).toBe(1)
})

test('what has waited twice as long is refused and not handed out; what came later is', async () => {
  const { queue, outcomes, submit } = queueOf({ queueMax: 100, waitMaxMs: 5_000 })
  const first = submit()
  vi.advanceTimersByTime(4_000)
  void submit()
  vi.advanceTimersByTime(6_001)
  expect(queue.take(10)).toHaveLength(1)
  await first
  expect(outcomes).toEqual(['The request has waited for too long and was not carried out; try again.'])
})

test('bulk calls count by what they hold, and leave half of the queue to others', async () => {
  const { queue, outcomes, submit } = queueOf({ queueMax: 20, waitMaxMs: 5_000 })
  void submit(bulkOf(8))
  await submit(bulkOf(3))
  expect(outcomes).toEqual(['8 operations of bulk calls already wait; try again.'])
  for (let index = 0; index < 12; index++) void submit()
  expect(queue.size()).toBe(20)
  await submit()
  expect(outcomes[1]).toBe('20 requests already wait; try again.')
})

test('a bulk call is taken whole, behind single requests, and they have the batch after it for themselves', () => {
  const { queue, submit } = queueOf({ queueMax: 1_000, waitMaxMs: 5_000 })
  const taken = (limit: number) => queue.take(limit).map(({ size }) => size)
  for (const size of [30, 40, 5, 6]) void submit(bulkOf(size))
  void submit()
  expect(taken(10)).toEqual([1, 30])
  void submit()
  expect(taken(10)).toEqual([1])
  void submit()
  expect(taken(10)).toEqual([1, 40])
  expect(taken(12)).toEqual([5, 6])
  expect(queue.size()).toBe(0)
})
