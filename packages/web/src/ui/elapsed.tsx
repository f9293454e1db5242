import { useNow } from './clock.ts'
import styles from './elapsed.module.css'
import { durationText, exactText } from './time-text.ts'

const RENEW_MS = 1000

export interface ElapsedProps {
  readonly since: string
  /** Absent or null: it lasts, and the figure ticks. */
  readonly until?: string | null
}

/** How long something has lasted. It ticks every second without being read aloud. */
export function Elapsed({ since, until = null }: ElapsedProps) {
  return until === null ? <Ticking since={since} /> : <Figure since={since} atMs={new Date(until).getTime()} />
}

function Ticking({ since }: { readonly since: string }) {
  return <Figure since={since} atMs={useNow(RENEW_MS)} />
}

function Figure({ since, atMs }: { readonly since: string; readonly atMs: number }) {
  const sinceMs = new Date(since).getTime()
  return (
    <time className={styles.figure} dateTime={new Date(sinceMs).toISOString()} title={`Since ${exactText(sinceMs)}`}>
      {durationText(atMs - sinceMs)}
    </time>
  )
}
