import { type MetricId, metrics } from '@unified-routing/contract'
import { figureText } from './figure-text.tsx'
import styles from './figures.module.css'
import type { ReportLine } from './report-csv.ts'

const WIDTH = 720
const HEIGHT = 180
const LABEL_HEIGHT = 20
const LABELS_MAX = 6
const GAP = 0.2

export interface FigureChartProps {
  readonly id: MetricId
  readonly lines: readonly ReportLine[]
}

/** One figure of every line of a report as bars. The table under it holds the same in numbers. */
export function FigureChart({ id, lines }: FigureChartProps) {
  const most = Math.max(...lines.map(({ figures }) => figures[id] ?? 0))
  const step = WIDTH / Math.max(1, lines.length)
  const labelEvery = Math.ceil(lines.length / LABELS_MAX)
  const label = `${metrics[id].name}: ${lines.length} bars, at most ${figureText(id, most)}`
  return (
    <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT + LABEL_HEIGHT}`} role="img" aria-label={label}>
      <text className={styles.axis} x={0} y={12}>
        {figureText(id, most)}
      </text>
      {lines.map(({ name, figures }, index) => {
        const height = most === 0 ? 0 : ((figures[id] ?? 0) / most) * (HEIGHT - LABEL_HEIGHT)
        return (
          <g key={name}>
            <rect
              className={styles.bar}
              x={(index + GAP / 2) * step}
              y={HEIGHT - height}
              width={step * (1 - GAP)}
              height={height}
            >
              <title>{`${name}: ${figureText(id, figures[id])}`}</title>
            </rect>
            {index % labelEvery === 0 ? (
              <text className={styles.axis} x={index * step} y={HEIGHT + LABEL_HEIGHT - 5}>
                {name}
              </text>
            ) : null}
          </g>
        )
      })}
      <line className={styles.baseline} x1={0} x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
    </svg>
  )
}
