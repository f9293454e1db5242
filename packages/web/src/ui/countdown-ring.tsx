import { useNow } from './clock.ts'
import styles from './countdown-ring.module.css'

const RENEW_MS = 250
const RADIUS = 15
const CIRCUMFERENCE = 2 * Math.PI * RADIUS

export interface CountdownRingProps {
  readonly startedAtMs: number
  readonly endsAtMs: number
}

/** What is left of a limited time, as a ring that empties and the seconds in its middle. */
export function CountdownRing({ startedAtMs, endsAtMs }: CountdownRingProps) {
  const now = useNow(RENEW_MS)
  const leftMs = Math.max(0, endsAtMs - now)
  const share = Math.min(1, leftMs / Math.max(1, endsAtMs - startedAtMs))
  const seconds = Math.ceil(leftMs / 1000)
  return (
    <svg
      className={styles.ring}
      viewBox="0 0 36 36"
      role="img"
      aria-label={`${seconds} seconds left`}
      data-urgent={share < 0.25}
    >
      <circle className={styles.track} cx="18" cy="18" r={RADIUS} />
      <circle
        className={styles.rest}
        cx="18"
        cy="18"
        r={RADIUS}
        strokeDasharray={CIRCUMFERENCE}
        strokeDashoffset={CIRCUMFERENCE * (1 - share)}
      />
      <text className={styles.seconds} x="18" y="18" textAnchor="middle" dominantBaseline="central">
        {seconds}
      </text>
    </svg>
  )
}
