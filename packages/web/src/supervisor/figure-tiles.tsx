import { Text } from '@fluentui/react-components'
import { type FiguresView, type MetricId, metrics } from '@unified-routing/contract'
import { Figure } from './figure-text.tsx'
import styles from './figures.module.css'
import { LongestWait } from './longest-wait.tsx'

export interface FigureTilesProps {
  readonly label: string
  readonly ids: readonly MetricId[]
  readonly figures: FiguresView
  readonly longestWaitSince: string | null
  /** For a screen on the wall. */
  readonly isLarge?: boolean
}

/** Figures of all there is, each with its name. */
export function FigureTiles({ label, ids, figures, longestWaitSince, isLarge = false }: FigureTilesProps) {
  return (
    <dl className={isLarge ? styles.wallTiles : styles.tiles} aria-label={label}>
      {ids.map((id) => (
        <div key={id} className={styles.tile}>
          <dt>
            <Text size={isLarge ? 400 : 200}>{metrics[id].name}</Text>
          </dt>
          <dd className={styles.tileValue}>
            {id === 'longestWait' ? (
              <LongestWait since={longestWaitSince} answerWithinSeconds={null} />
            ) : (
              <Figure id={id} value={figures[id]} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
