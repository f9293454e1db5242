import { metrics } from '@unified-routing/contract'
import type { Handler } from '../handler.ts'

type View = Awaited<ReturnType<Handler<'listMetrics'>>>['body']['items'][number]

export const listMetrics: Handler<'listMetrics'> = async () => ({ body: { items: Object.keys(metrics).flatMap(view) } })

function view(id: string): View[] {
  return isMetricId(id) ? [{ id, ...metrics[id] }] : []
}

function isMetricId(id: string): id is keyof typeof metrics {
  return Object.hasOwn(metrics, id)
}
