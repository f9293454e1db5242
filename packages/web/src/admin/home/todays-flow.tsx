import { useQuery } from '@tanstack/react-query'
import type { FlowView } from '@unified-routing/contract'
import { todaysFlowQuery } from '../../data/enabling-queries.ts'
import { Section } from '../../ui/section.tsx'
import styles from './home.module.css'

const HOURS = 24
const HOUR_WIDTH = 20
const BAR_WIDTH = 8
const HEIGHT = 96
const LABEL_HEIGHT = 16
const LABEL_EVERY = 6

/** How much work came and was closed today, hour by hour. */
export function TodaysFlow() {
  const { data } = useQuery(todaysFlowQuery)
  if (data === undefined) return <Section title="Today" />
  const arrived = data.hours.reduce((sum, hour) => sum + hour.arrived, 0)
  const closed = data.hours.reduce((sum, hour) => sum + hour.closed, 0)
  return (
    <Section title="Today" lead={`${data.waiting} waiting, ${data.active} with representatives.`}>
      <Chart hours={data.hours} label={`By hour today: ${arrived} came, ${closed} were closed`} />
      <div className={styles.legend}>
        <Key className={styles.arrived ?? ''} text={`${arrived} came`} />
        <Key className={styles.closed ?? ''} text={`${closed} were closed`} />
      </div>
    </Section>
  )
}

function Chart({ hours, label }: { readonly hours: FlowView['hours']; readonly label: string }) {
  const most = Math.max(1, ...hours.flatMap(({ arrived, closed }) => [arrived, closed]))
  const height = (count: number) => (count / most) * HEIGHT
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${HOURS * HOUR_WIDTH} ${HEIGHT + LABEL_HEIGHT}`}
      role="img"
      aria-label={label}
    >
      {hours.map(({ from, arrived, closed }, hour) => (
        <g key={from}>
          <Bar className={styles.arrived ?? ''} x={hour * HOUR_WIDTH} height={height(arrived)} />
          <Bar className={styles.closed ?? ''} x={hour * HOUR_WIDTH + BAR_WIDTH} height={height(closed)} />
        </g>
      ))}
      <line className={styles.baseline} x1={0} x2={HOURS * HOUR_WIDTH} y1={HEIGHT} y2={HEIGHT} />
      {Array.from({ length: HOURS / LABEL_EVERY }, (_, index) => index * LABEL_EVERY).map((hour) => (
        <text key={hour} className={styles.axis} x={hour * HOUR_WIDTH} y={HEIGHT + LABEL_HEIGHT - 4}>
          {`${hour}:00`}
        </text>
      ))}
    </svg>
  )
}

function Bar({ className, x, height }: { readonly className: string; readonly x: number; readonly height: number }) {
  return <rect className={className} x={x} y={HEIGHT - height} width={BAR_WIDTH} height={height} />
}

function Key({ className, text }: { readonly className: string; readonly text: string }) {
  return (
    <span className={styles.key}>
      <svg className={styles.swatch} viewBox="0 0 8 8" aria-hidden="true">
        <rect className={className} width={8} height={8} />
      </svg>
      {text}
    </span>
  )
}
