import styles from './figures.module.css'

export interface PeopleBarProps {
  readonly available: number
  readonly busy: number
  readonly away: number
}

const WIDTH = 100
const HEIGHT = 8

/** Who is there, as a bar and in words. */
export function PeopleBar({ available, busy, away }: PeopleBarProps) {
  const all = available + busy + away
  if (all === 0) return <span>Nobody</span>
  const unit = WIDTH / all
  const text = `${available} available, ${busy} busy, ${away} away`
  return (
    <span className={styles.people}>
      <svg
        className={styles.peopleBar}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <rect className={styles.available} width={available * unit} height={HEIGHT} />
        <rect className={styles.busy} x={available * unit} width={busy * unit} height={HEIGHT} />
        <rect className={styles.away} x={(available + busy) * unit} width={away * unit} height={HEIGHT} />
      </svg>
      <span className={styles.peopleText}>{text}</span>
    </span>
  )
}
