import { useLiveFeed } from '../data/live-context.ts'
import { useNow } from '../ui/clock.ts'
import { durationText } from '../ui/time-text.ts'
import styles from './figures.module.css'

const TICK_MS = 1_000
/** So many times as long as is allowed is critical. */
const CRITICAL_TIMES = 2

export interface LongestWaitProps {
  /** Null: nothing waits. */
  readonly since: string | null
  /** Null: it is not judged. */
  readonly answerWithinSeconds: number | null
}

/** A wait that ticks; amber once it is longer than the service level allows, red at twice that. */
export function LongestWait({ since, answerWithinSeconds }: LongestWaitProps) {
  return since === null ? <>–</> : <Ticking since={since} answerWithinSeconds={answerWithinSeconds} />
}

function Ticking({
  since,
  answerWithinSeconds,
}: {
  readonly since: string
  readonly answerWithinSeconds: number | null
}) {
  const waitedMs = Math.max(0, useNow(TICK_MS) - useLiveFeed().toBrowserMs(since))
  const tone = toneOf(waitedMs, answerWithinSeconds)
  return (
    <span className={styles.wait} data-tone={tone}>
      {durationText(waitedMs)}
      {tone === 'calm' ? null : <span className={styles.toneText}>{tone === 'late' ? 'late' : 'critical'}</span>}
    </span>
  )
}

function toneOf(waitedMs: number, limitSeconds: number | null): 'calm' | 'late' | 'critical' {
  if (limitSeconds === null || waitedMs <= limitSeconds * 1_000) return 'calm'
  return waitedMs > limitSeconds * 1_000 * CRITICAL_TIMES ? 'critical' : 'late'
}
