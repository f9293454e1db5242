/** The engine's limits; tests hand in smaller ones. */
export interface EngineLimits {
  /** Operations in one commit; the rest waits for the next. A bulk call is never parted, so one may come on top. */
  readonly batchMax: number
  /** Operations that may wait, at most half of them in bulk calls; more are refused as `unavailable`. */
  readonly queueMax: number
  /** How long the first of those that wait may have waited; then more are refused as `unavailable`. Whoever has waited
   * twice as long is refused too, undecided. */
  readonly waitMaxMs: number
  /** After a longer time without us, offers are made anew instead of running out. */
  readonly absenceMs: number
  /** How long a silent holder keeps the lease. */
  readonly leaseMs: number
  /** How often a follower looks at the lease. */
  readonly leasePollMs: number
  /** How often a follower reads the journal for its listeners. */
  readonly journalPollMs: number
  /** How long the answer to an idempotency key is kept. */
  readonly answerKeptMs: number
}

export const engineLimits: EngineLimits = {
  batchMax: 1_000,
  queueMax: 20_000,
  waitMaxMs: 5_000,
  absenceMs: 30_000,
  leaseMs: 5_000,
  leasePollMs: 500,
  journalPollMs: 100,
  answerKeptMs: 24 * 60 * 60 * 1_000,
}
