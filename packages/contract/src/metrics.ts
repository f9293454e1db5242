import { periodMetrics } from './period-metrics.ts'
import { presentMetrics } from './present-metrics.ts'

/** Every figure of the product, once. Pages, reports, alerts and files show no other. */
export const metrics = { ...presentMetrics, ...periodMetrics }

export type PresentMetricId = keyof typeof presentMetrics
export type PeriodMetricId = keyof typeof periodMetrics
export type MetricId = PresentMetricId | PeriodMetricId
