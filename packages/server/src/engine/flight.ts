import { AppError } from '@unified-routing/contract'
import { databaseTroubleOf } from '../store/database-trouble.ts'
import type { Bell } from './bell.ts'
import type { EngineOptions } from './engine-options.ts'
import type { Feed } from './feed.ts'
import type { EngineLimits } from './limits.ts'
import type { Pending } from './operation-queue.ts'
import { nothingUnstored, type Unstored } from './prefetch.ts'
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

/** The one batch that is being committed. While it flies, the next one may be decided; it takes off once this one has
 * landed. When it does not land, its callers hear so, and the next one is never sent. */
export class Flight {
  readonly #options: FlightOptions
  #flying: { readonly decided: DecidedBatch; readonly stored: Promise<void>; isOver: boolean } | null = null

  constructor(options: FlightOptions) {
    this.#options = options
  }

  isFlying(): boolean {
    return this.#flying !== null
  }

  /** Whether its commit is still under way. */
  isUp(): boolean {
    return this.#flying !== null && !this.#flying.isOver
  }

  /** How many operations fly. */
  operations(): number {
    return this.#flying?.decided.batch.pending.reduce((sum, { size }) => sum + size, 0) ?? 0
  }

  /** Whether the next batch may be decided now. */
  mayBeFollowed(): boolean {
    return this.#flying?.decided.mayBeFollowed ?? true
  }

  /** What the next batch cannot read from the store yet. */
  unstored(): Unstored {
    return this.#flying?.decided.unstored ?? nothingUnstored
  }

  /** Sends a decided batch off as soon as the one before has landed, and tells of that one.
   *
   * Errors: as `land`; then the callers of both have heard. */
  async follow(decided: DecidedBatch): Promise<void> {
    const landed = await this.#touchDown().catch((error: unknown) => {
      failCallers(decided.batch.pending, error)
      throw error
    })
    const { options, term, bell } = this.#options
    const flying = { decided, stored: storeBatch(options, term, decided), isOver: false }
    const over = () => {
      flying.isOver = true
      bell.ring()
    }
    // Whoever waits for it to land hears of the error.
    flying.stored.then(over, over)
    this.#flying = flying
    if (landed !== null) await this.#tell(landed)
  }

  /** Waits until nothing flies any more, and tells of what has landed.
   *
   * Errors: what the commit failed with; its callers have heard. */
  async land(): Promise<void> {
    const landed = await this.#touchDown()
    if (landed !== null) await this.#tell(landed)
  }

  async #touchDown(): Promise<DecidedBatch | null> {
    if (this.#flying === null) return null
    const { decided, stored } = this.#flying
    try {
      await stored
      return decided
    } catch (error) {
      failCallers(decided.batch.pending, error)
      throw error
    } finally {
      this.#flying = null
    }
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
