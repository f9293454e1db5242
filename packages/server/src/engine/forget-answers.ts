import { removeExpiredAnswers } from '../store/kept-answers.ts'
import type { EngineOptions } from './engine-options.ts'

const PAUSE_MS = 60_000
const ANSWERS_PER_PASS_MAX = 5_000
const PASSES_MAX = 20

/** Removes the answers of idempotency keys whose time is over, now and then, beside the commits; returns how to stop.
 *
 * Limits: 100,000 a minute. An answer that stays longer does no harm: it is not given any more. */
export function forgetExpiredAnswers({ store, organizationId, clock, log }: EngineOptions): () => void {
  const pass = async () => {
    for (let passes = 0; passes < PASSES_MAX; passes++) {
      const removed = await removeExpiredAnswers(store, {
        organizationId,
        now: clock.now(),
        limit: ANSWERS_PER_PASS_MAX,
      })
      if (removed < ANSWERS_PER_PASS_MAX) return
    }
  }
  const timer = setInterval(() => {
    pass().catch((error) => log.warn({ event: 'engine.answersNotRemoved', err: error }, 'expired answers not removed'))
  }, PAUSE_MS)
  return () => clearInterval(timer)
}
