import { metrics, type Operations } from '@unified-routing/contract'
import type { z } from 'zod'
import type { Handler } from '../handler.ts'

type View = z.input<Operations['listMetrics']['reply']>['items'][number]

export const listMetrics: Handler<'listMetrics'> = async () => ({ body: { items: Object.keys(metrics).flatMap(view) } })

function view(id: string): View[] {
  return isMetricId(id) ? [{ id, ...metrics[id] }] : []
}

function isMetricId(id: string): id is keyof typeof metrics {
  return Object.hasOwn(metrics, id)
}
