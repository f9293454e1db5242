import { AppError } from '@unified-routing/contract'
import type { EngineLimits } from './limits.ts'
import type { OperationAnswer, OperationRequest } from './operations.ts'

/** A request that waits for its batch. */
export interface Pending {
  readonly request: OperationRequest
  /** By performance.now(). */
  readonly arrivedAt: number
  readonly answer: (answer: OperationAnswer) => void
  readonly fail: (error: Error) => void
}

/** Requests in order of arrival. Full, or with a first one that has waited for long, it refuses loudly: the caller may
 * repeat later under the same key. */
export interface OperationQueue {
  submit(request: OperationRequest): Promise<OperationAnswer>
  take(limit: number): readonly Pending[]
  size(): number
  /** Fails everything that still waits. */
  failAll(error: Error): void
}

const RETRY_AFTER_SECONDS = 1

export function createOperationQueue(
  { queueMax, waitMaxMs }: Pick<EngineLimits, 'queueMax' | 'waitMaxMs'>,
  onArrival: () => void,
): OperationQueue {
  let waiting: Pending[] = []

  /** Nobody may still be there to read the answer of what has waited for so long. It is not decided, so it may be
   * repeated. */
  function failStale(now: number): void {
    const isFresh = ({ arrivedAt }: Pending) => now - arrivedAt <= 2 * waitMaxMs
    const first = waiting[0]
    if (first === undefined || isFresh(first)) return
    const fresh = waiting.findIndex(isFresh)
    const stale = waiting.slice(0, fresh < 0 ? waiting.length : fresh)
    waiting = waiting.slice(stale.length)
    for (const { fail } of stale) fail(overloaded('The request has waited for too long and was not carried out'))
  }
  function refusal(now: number): AppError | null {
    const [first] = waiting
    if (waiting.length >= queueMax) return overloaded(`${queueMax} requests already wait`)
    if (first !== undefined && now - first.arrivedAt > waitMaxMs)
      return overloaded(`Requests have waited for more than ${waitMaxMs / 1_000} seconds`)
    return null
  }
  return {
    submit: (request) =>
      new Promise((answer, fail) => {
        const now = performance.now()
        failStale(now)
        const refused = refusal(now)
        if (refused !== null) return fail(refused)
        waiting.push({ request, answer, fail, arrivedAt: now })
        onArrival()
      }),
    take: (limit) => {
      failStale(performance.now())
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

function overloaded(what: string): AppError {
  return new AppError('unavailable', `${what}; try again.`, { retryAfterSeconds: RETRY_AFTER_SECONDS })
}
