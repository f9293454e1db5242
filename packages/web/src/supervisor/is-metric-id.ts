import { type MetricId, metrics } from '@unified-routing/contract'

export function isMetricId(text: string): text is MetricId {
  return Object.hasOwn(metrics, text)
}
