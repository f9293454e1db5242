import { z } from 'zod'
import { apiBase, noBody, noParams, noQuery, operation } from './operation.ts'
import { alertFigures } from './setting-kinds/alert.ts'
import { id, instant, list, name, text } from './values.ts'

const group = 'Alerts'
/** The newest are listed. */
const ALERTS_SHOWN_MAX = 200

const alertView = z
  .strictObject({
    id,
    /** The name of the setting that raised it. */
    alert: id,
    title: text,
    severity: z.enum(['warning', 'critical']),
    figure: z.enum(alertFigures),
    /** Null: of all queues together. */
    queue: name.nullable(),
    /** What the figure was, and what it may be: milliseconds, a share, a count. */
    value: z.number(),
    threshold: z.number(),
    raisedAt: instant,
    /** Null: it still is so. */
    resolvedAt: instant.nullable(),
    acknowledgedAt: instant.nullable(),
    acknowledgedBy: text.nullable(),
  })
  .meta({ id: 'Alert' })
export type AlertView = z.output<typeof alertView>

export const listAlerts = operation({
  id: 'listAlerts',
  group,
  method: 'GET',
  path: `${apiBase}/alerts`,
  summary: 'List what alerts were raised, the latest first',
  audience: 'supervise',
  params: noParams,
  query: noQuery,
  body: noBody,
  reply: z.strictObject({ items: list(alertView, ALERTS_SHOWN_MAX) }),
  replyStatus: 200,
  errors: [],
})

export const acknowledgeAlert = operation({
  id: 'acknowledgeAlert',
  group,
  method: 'POST',
  path: `${apiBase}/alerts/{id}/acknowledge`,
  summary: 'Say that an alert has been seen',
  audience: 'supervise',
  params: z.strictObject({ id }),
  query: noQuery,
  body: noBody,
  reply: alertView,
  replyStatus: 200,
  errors: ['notFound', 'keyReused'],
})
