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

function queueOf(limits: { queueMax: number; waitMaxMs: number }) {
  const queue = createOperationQueue(limits, () => undefined)
  const outcomes: string[] = []
  const submit = () =>
    queue.submit(request).then(
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
