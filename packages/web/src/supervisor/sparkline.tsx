import styles from './figures.module.css'

const STEP = 6
const HEIGHT = 20

/** How something went lately, as a small line. */
export function Sparkline({ counts, label }: { readonly counts: readonly number[]; readonly label: string }) {
  const most = Math.max(1, ...counts)
  const points = counts.map((count, index) => `${index * STEP},${HEIGHT - 1 - (count / most) * (HEIGHT - 2)}`)
  const width = Math.max(1, (counts.length - 1) * STEP)
  return (
    <svg className={styles.sparkline} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
      <polyline points={points.join(' ')} />
    </svg>
  )
}
