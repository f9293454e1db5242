import { settingKinds } from '@unified-routing/contract'
import { postWebhook } from '../outside/call-outside.ts'
import { webhookHeaders } from '../outside/sign-webhook.ts'
import { type DueDelivery, dueDeliveries, recordDelivery } from '../store/alerts.ts'
import type { AlertWatchOptions } from './alert-watch.ts'

const AT_ONCE_MAX = 20
const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
/** How long after each try the next one is made; then it is given up. */
const retriesAfterMs = [
  5 * SECOND_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
  20 * HOUR_MS,
] as const

type Options = Pick<
  AlertWatchOptions,
  'store' | 'organizationId' | 'settings' | 'now' | 'log' | 'allowsInner' | 'faults'
>

/** Sends what is due. What does not arrive is tried again later, also by another server after a crash; a receiver may
 * get something twice, under the same `webhook-id`. */
export async function deliverDue(options: Options): Promise<void> {
  const { store, organizationId, now } = options
  const due = await dueDeliveries(store, { organizationId, now: now(), limit: AT_ONCE_MAX })
  await Promise.all(due.map((delivery) => deliver(options, delivery)))
}

async function deliver(options: Options, { id, alert, url, body, attempts }: DueDelivery): Promise<void> {
  const { store, organizationId, settings, now, log, allowsInner, faults } = options
  const secret = await settings.secret({ kind: settingKinds.alert, name: alert }, 'webhookSecret')
  const error = await postWebhook({ url, body, headers: webhookHeaders({ id, at: now(), body }, secret), allowsInner })
  await faults?.('webhookSent')
  const afterMs = retriesAfterMs[attempts]
  const dueAt = error === null || afterMs === undefined ? null : now() + afterMs
  await recordDelivery(store, organizationId, { id, now: now(), error, dueAt })
  if (error !== null && dueAt === null)
    log.error({ event: 'webhook.givenUp', delivery: id, alert, attempts }, 'webhook given up')
}
