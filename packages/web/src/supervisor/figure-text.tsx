import { type Metric, type MetricId, metrics } from '@unified-routing/contract'
import { Glow } from '../ui/glow.tsx'
import { durationText } from '../ui/time-text.ts'
import styles from './figures.module.css'

const wholes = new Intl.NumberFormat('en')
const shares = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 })

const writers: Readonly<Record<Metric['unit'], (value: number) => string>> = {
  count: (value) => wholes.format(value),
  duration: durationText,
  share: (value) => shares.format(value),
}

export type FigureValue = number | null | undefined

/** A figure as people read it; a dash when there is none. */
export function figureText(id: MetricId, value: FigureValue): string {
  return value === null || value === undefined ? '–' : writers[metrics[id].unit](value)
}

/** A figure that glows for a moment when it changes. */
export function Figure({ id, value }: { readonly id: MetricId; readonly value: FigureValue }) {
  const text = figureText(id, value)
  return (
    <span className={styles.figure}>
      <Glow of={text}>{text}</Glow>
    </span>
  )
}
