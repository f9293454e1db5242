import { AppError } from '@unified-routing/contract'
import type { EngineLimits } from './limits.ts'
import type { OperationAnswer, OperationRequest } from './operations.ts'

/** A request that waits for its batch. */
export interface Pending {
  readonly request: OperationRequest
  /** Operations in it: 1, or the items of a bulk call. */
  readonly size: number
  /** By performance.now(). */
  readonly arrivedAt: number
  readonly answer: (answer: OperationAnswer) => void
  readonly fail: (error: Error) => void
}

/** Requests in order of arrival. Full, or with a first one that has waited for long, it refuses loudly: the caller may
 * repeat later under the same key.
 *
 * Bulk calls wait in a lane of their own, so that nobody who sends one request waits for more than one of them. Limits:
 * `queueMax` operations, of which bulk calls hold at most half. */
export interface OperationQueue {
  submit(request: OperationRequest): Promise<OperationAnswer>
  /** What the next batch holds: single requests first, then bulk calls, each of them whole. Operations beyond `limit` only
   * to take one bulk call; after a batch with one, single requests that wait have the next for themselves. */
  take(limit: number): readonly Pending[]
  /** Operations that wait. */
  size(): number
  /** Fails everything that still waits. */
  failAll(error: Error): void
}

const RETRY_AFTER_SECONDS = 1

export function createOperationQueue(
  { queueMax, waitMaxMs }: Pick<EngineLimits, 'queueMax' | 'waitMaxMs'>,
  onArrival: () => void,
): OperationQueue {
  const single = new Lane(waitMaxMs)
  const bulk = new Lane(waitMaxMs)
  let lastHeldBulk = false

  function refusal(lane: Lane, size: number, now: number): AppError | null {
    if (single.size + bulk.size + size > queueMax) return overloaded(`${single.size + bulk.size} requests already wait`)
    if (lane === bulk && bulk.size + size > queueMax / 2)
      return overloaded(`${bulk.size} operations of bulk calls already wait`)
    return lane.isLate(now) ? overloaded(`Requests have waited for more than ${waitMaxMs / 1_000} seconds`) : null
  }
  return {
    submit: (request) =>
      new Promise((answer, fail) => {
        const arrivedAt = performance.now()
        const size = sizeOf(request)
        const lane = request.operation.type === 'bulk' ? bulk : single
        lane.failStale(arrivedAt)
        const refused = refusal(lane, size, arrivedAt)
        if (refused !== null) return fail(refused)
        lane.add({ request, size, arrivedAt, answer, fail })
        onArrival()
      }),
    take: (limit) => {
      const now = performance.now()
      single.failStale(now)
      bulk.failStale(now)
      const taken = single.take(limit, 0)
      const isTheirTurn = taken.length === 0 || !lastHeldBulk
      const calls = isTheirTurn ? bulk.take(limit - taken.length, 1) : []
      lastHeldBulk = calls.length > 0
      return calls.length === 0 ? taken : [...taken, ...calls]
    },
    size: () => single.size + bulk.size,
    failAll: (error) => {
      for (const { fail } of [...single.clear(), ...bulk.clear()]) fail(error)
    },
  }
}

/** What waits in order of arrival. */
class Lane {
  /** Operations in it. */
  size = 0
  readonly #waitMaxMs: number
  #waiting: Pending[] = []

  constructor(waitMaxMs: number) {
    this.#waitMaxMs = waitMaxMs
  }

  add(pending: Pending): void {
    this.#waiting.push(pending)
    this.size += pending.size
  }

  /** Takes whole requests of `limit` operations, and `least` requests however many they hold. */
  take(limit: number, least: number): readonly Pending[] {
    let count = 0
    let operations = 0
    for (const { size } of this.#waiting) {
      if (count >= least && operations + size > limit) break
      count += 1
      operations += size
    }
    return this.#cut(count)
  }

  isLate(now: number): boolean {
    const [first] = this.#waiting
    return first !== undefined && now - first.arrivedAt > this.#waitMaxMs
  }

  /** Nobody may still be there to read the answer of what has waited for so long. It is not decided, so it may be
   * repeated. */
  failStale(now: number): void {
    const isFresh = ({ arrivedAt }: Pending) => now - arrivedAt <= 2 * this.#waitMaxMs
    const [first] = this.#waiting
    if (first === undefined || isFresh(first)) return
    const fresh = this.#waiting.findIndex(isFresh)
    for (const { fail } of this.#cut(fresh < 0 ? this.#waiting.length : fresh))
      fail(overloaded('The request has waited for too long and was not carried out'))
  }

  clear(): readonly Pending[] {
    return this.#cut(this.#waiting.length)
  }

  #cut(count: number): readonly Pending[] {
    const cut = this.#waiting.slice(0, count)
    this.#waiting = this.#waiting.slice(count)
    for (const { size } of cut) this.size -= size
    return cut
  }
}

function sizeOf({ operation }: OperationRequest): number {
  return operation.type === 'bulk' ? Math.max(operation.items.length, 1) : 1
}

function overloaded(what: string): AppError {
  return new AppError('unavailable', `${what}; try again.`, { retryAfterSeconds: RETRY_AFTER_SECONDS })
}
