import { deleteUnnamedAttachments } from '../store/attachments.ts'
import { removeExpiredAnswers } from '../store/kept-answers.ts'
import { removeRuleUsageBefore } from '../store/rule-usage.ts'
import type { EngineOptions } from './engine-options.ts'

const PAUSE_MS = 60_000
const ANSWERS_PER_PASS_MAX = 5_000
const PASSES_MAX = 20
const DAY_MS = 24 * 60 * 60 * 1_000
/** How long a file waits for the message that names it. */
const FILE_WAITS_MS = DAY_MS
const FILES_PER_PASS_MAX = 100
const RULE_USAGE_KEPT_MS = 35 * DAY_MS

/** Removes what nobody will ask for again, now and then, beside the commits: answers of idempotency keys whose time is
 * over, files that no message has named for a day, and counts of rules that are five weeks old. Returns how to stop.
 *
 * Limits: 100,000 answers and 100 files a minute. An answer that stays longer does no harm: it is not given any more. */
export function forgetExpired({ store, organizationId, clock, log }: EngineOptions): () => void {
  const pass = async () => {
    const now = clock.now()
    const before = now - FILE_WAITS_MS
    await deleteUnnamedAttachments(store, { organizationId, before, limit: FILES_PER_PASS_MAX })
    const oldestDay = new Date(now - RULE_USAGE_KEPT_MS).toISOString().slice(0, 10)
    await removeRuleUsageBefore(store, organizationId, oldestDay)
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
    pass().catch((error) =>
      log.warn({ event: 'engine.expiredNotRemoved', err: error }, 'what has expired is not removed'),
    )
  }, PAUSE_MS)
  return () => clearInterval(timer)
}
