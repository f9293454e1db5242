import { AppError } from '@unified-routing/contract'
import type { OperationAnswer, OperationRequest } from './operations.ts'

/** A request that waits for its batch. */
export interface Pending {
  readonly request: OperationRequest
  /** By performance.now(). */
  readonly arrivedAt: number
  readonly answer: (answer: OperationAnswer) => void
  readonly fail: (error: Error) => void
}

/** Requests in order of arrival. Full, it refuses loudly: the caller may repeat later under the same key. */
export interface OperationQueue {
  submit(request: OperationRequest): Promise<OperationAnswer>
  take(limit: number): readonly Pending[]
  size(): number
  /** Fails everything that still waits. */
  failAll(error: Error): void
}

export function createOperationQueue(lengthMax: number, onArrival: () => void): OperationQueue {
  let waiting: Pending[] = []
  return {
    submit: (request) =>
      new Promise((answer, fail) => {
        if (waiting.length >= lengthMax) {
          fail(new AppError('unavailable', `${lengthMax} requests already wait; try again.`, { retryAfterSeconds: 1 }))
          return
        }
        waiting.push({ request, arrivedAt: performance.now(), answer, fail })
        onArrival()
      }),
    take: (limit) => {
      const taken = waiting.slice(0, limit)
      waiting = waiting.slice(limit)
      return taken
    },
    size: () => waiting.length,
    failAll: (error) => {
      const failed = waiting
      waiting = []
      for (const { fail } of failed) fail(error)
    },
  }
}
