import { AppError } from '@unified-routing/contract'
import { CommitLine } from '../store/commit-line.ts'
import { databaseTroubleOf } from '../store/database-trouble.ts'
import type { Bell } from './bell.ts'
import type { EngineOptions } from './engine-options.ts'
import type { Feed } from './feed.ts'
import type { EngineLimits } from './limits.ts'
import type { Pending } from './operation-queue.ts'
import { type Unstored, unstoredOf } from './prefetch.ts'
import { traceStage } from './request-trace.ts'
import { type DecidedBatch, RouterDefectError, storeBatch, unavailable } from './run-batch.ts'
import type { Term } from './term.ts'

export interface FlightOptions {
  readonly options: EngineOptions & { readonly limits: EngineLimits }
  readonly term: Term
  readonly feed: Feed
  /** Rung when a batch has landed, or failed to. */
  readonly bell: Bell
}

/** So many batches are under way at most: one that is committed, and others that were decided meanwhile. */
const FLYING_MAX = 4

interface Flying {
  readonly decided: DecidedBatch
  readonly stored: Promise<void>
  isOver: boolean
}

/** The batches that are being committed, one after the other in the order in which they were decided. While they fly the
 * next one may be decided. When one does not land, the callers of it and of all behind it hear so: none of those is stored
 * without it. */
export class Flight {
  readonly #options: FlightOptions
  readonly #commits: CommitLine
  #flying: readonly Flying[] = []

  constructor(options: FlightOptions) {
    this.#options = options
    this.#commits = new CommitLine(options.options.store)
  }

  isFlying(): boolean {
    return this.#flying.length > 0
  }

  /** Whether the first commit is still under way. */
  isUp(): boolean {
    return this.#flying[0]?.isOver === false
  }

  /** How many operations fly. */
  operations(): number {
    return this.#flying.reduce((sum, { decided }) => sum + operationsOf(decided), 0)
  }

  /** How many batches wait for the commit of the first. */
  waiting(): number {
    return Math.max(this.#flying.length - 1, 0)
  }

  /** Whether the next batch may be decided now. */
  mayBeFollowed(): boolean {
    return this.#flying.length < FLYING_MAX && (this.#flying.at(-1)?.decided.mayBeFollowed ?? true)
  }

  /** What the next batch cannot read from the store yet. */
  unstored(): Unstored {
    return unstoredOf(this.#flying.map(({ decided }) => decided.unstored))
  }

  /** Sends a decided batch off. */
  takeOff(decided: DecidedBatch): void {
    const { options, term, bell } = this.#options
    const before = this.#flying.at(-1)?.stored ?? Promise.resolve()
    const stored = storeBatch(decided, { options, term, commits: this.#commits, before })
    const flying = { decided, stored, isOver: false }
    const over = () => {
      flying.isOver = true
      bell.ring()
    }
    // Whoever waits for it to land hears of the error.
    stored.then(over, over)
    this.#flying = [...this.#flying, flying]
  }

  /** Waits until the first has landed, and tells of it.
   *
   * Errors: what its commit failed with; the callers of all that fly have heard. */
  async landFirst(): Promise<void> {
    const [first, ...others] = this.#flying
    if (first === undefined) return
    try {
      await first.stored
      this.#flying = others
    } catch (error) {
      for (const { decided } of this.#flying) failCallers(decided.batch.pending, error)
      this.#flying = []
      throw error
    }
    await this.#tell(first.decided)
  }

  /** Waits until nothing flies any more, and tells of what has landed.
   *
   * Errors: as `landFirst`. */
  async land(): Promise<void> {
    while (this.isFlying()) await this.landFirst()
  }

  async #tell({ committed, answers, batch }: DecidedBatch): Promise<void> {
    const { options, feed } = this.#options
    const storedAt = performance.now()
    try {
      feed.publish(committed)
      await options.faults?.('told')
    } finally {
      // It is stored, whatever became of the telling.
      for (const { pending, answer } of answers) pending.answer(answer)
    }
    traceStage(batch.pending, 'deliver', { from: storedAt, to: performance.now() })
    await options.faults?.('answered')
  }
}

function operationsOf({ batch }: DecidedBatch): number {
  return batch.pending.reduce((sum, { size }) => sum + size, 0)
}

/** Tells callers that their batch has come to nothing, or perhaps not. */
export function failCallers(pending: readonly Pending[], error: unknown): void {
  const culprit = error instanceof RouterDefectError ? error.pending : null
  const trouble = databaseTroubleOf(error)
  const why = trouble === null ? '' : `${trouble} `
  for (const one of pending) {
    one.fail(
      one === culprit
        ? new AppError('internal', 'The request could not be decided.', { cause: error })
        : unavailable(`${why}The outcome of the request is not known: repeat it under the same Idempotency-Key.`),
    )
  }
}
