import { setTimeout as delay } from 'node:timers/promises'
import type { SettingValue } from '@unified-routing/contract'
import { settingKinds } from '@unified-routing/contract'
import type { EngineLog } from '../engine/engine-options.ts'
import type { Faults } from '../engine/faults.ts'
import type { LoopMeter } from '../engine/loop-meter.ts'
import type { Setting, Settings } from '../settings/settings.ts'
import { listAlerts, type NewDelivery, type RaisedAlert, raiseAlert, resolveAlert } from '../store/alerts.ts'
import type { Store } from '../store/store.ts'
import { deliverDue } from './deliver-webhooks.ts'
import { isBeyond, thresholdOf } from './judge-alert.ts'

const LOOK_EVERY_MS = 5_000
/** More alerts at once than this are not looked at; they are resolved as others are. */
const OPEN_MAX = 2_000

/** Watches the thresholds that supervisors have set, on the server that routes. */
export interface AlertWatch {
  /** Looks now, and sends what is due; for tests, instead of waiting. */
  look(): Promise<void>
  stop(): Promise<void>
}

/** The figures that alerts watch: of a queue, or with null of all together. Null: this server does not route. */
export type WatchedFigures = () => Promise<
  ((figure: SettingValue<'alert'>['figure'], queue: string | null) => number | null | undefined) | null
>

export interface AlertWatchOptions {
  readonly store: Store
  readonly organizationId: string
  readonly settings: Pick<Settings, 'list' | 'secret'>
  readonly readFigures: WatchedFigures
  readonly now: () => number
  readonly newId: () => string
  readonly log: EngineLog
  readonly loop?: LoopMeter
  /** Whether webhooks may go to inner networks, too. */
  readonly allowsInner: boolean
  /** Of tests. */
  readonly faults?: Faults
  readonly everyMs?: number
}

export function createAlertWatch(options: AlertWatchOptions): AlertWatch {
  const { log, loop, everyMs = LOOK_EVERY_MS } = options
  const stopping = new AbortController()
  let working: Promise<void> = Promise.resolve()
  const look = (): Promise<void> => {
    working = working
      .then(() => lookOnce(options))
      .then(() => loop?.cameRound())
      .catch((error: unknown) => {
        loop?.failed()
        log.warn({ event: 'alerts.interrupted', err: error }, 'alerts not looked at; trying again')
      })
    return working
  }
  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await delay(everyMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
      if (!stopping.signal.aborted) await look()
    }
  }
  const running = run()
  return {
    look,
    stop: async () => {
      stopping.abort()
      await running
      await working
    },
  }
}

type AlertSetting = Setting<SettingValue<'alert'>>

async function lookOnce(options: AlertWatchOptions): Promise<void> {
  const { store, organizationId, settings, readFigures } = options
  const figureOf = await readFigures()
  if (figureOf === null) return
  const [all, open] = await Promise.all([
    settings.list(settingKinds.alert),
    listAlerts(store, { organizationId, limit: OPEN_MAX, onlyOpen: true }),
  ])
  const standing = new Set<string>()
  for (const setting of all.filter(({ value }) => value.active)) {
    const { figure, queues } = setting.value
    const threshold = thresholdOf(setting.value)
    for (const queue of queues.length === 0 ? [null] : queues) {
      const value = figureOf(figure, queue)
      if (!isBeyond(figure, value, threshold)) continue
      const key = keyOf(setting.name, queue)
      standing.add(key)
      if (!open.some((one) => keyOf(one.alert, one.queue) === key)) await raise(options, setting, { queue, value })
    }
  }
  const over = open.filter((one) => !standing.has(keyOf(one.alert, one.queue)))
  for (const one of over)
    await resolve(
      options,
      one,
      all.find(({ name }) => name === one.alert),
    )
  await options.faults?.('alertStored')
  await deliverDue(options)
}

function keyOf(alert: string, queue: string | null): string {
  return `${alert}\n${queue ?? ''}`
}

async function raise(
  { store, organizationId, now, newId }: AlertWatchOptions,
  { name, value: { title, severity, figure, webhook, threshold } }: AlertSetting,
  { queue, value }: { readonly queue: string | null; readonly value: number },
): Promise<void> {
  const raised: RaisedAlert = {
    id: newId(),
    alert: name,
    queue,
    title,
    severity,
    figure,
    value,
    threshold: thresholdOf({ figure, threshold }),
    raisedAt: now(),
    resolvedAt: null,
    acknowledgedAt: null,
    acknowledgedBy: null,
  }
  const deliveries = deliveriesOf({ type: 'alert.raised', alert: raised, webhook, id: newId(), at: now() })
  await raiseAlert(store, organizationId, { alert: raised, deliveries })
}

async function resolve(
  { store, organizationId, now, newId }: AlertWatchOptions,
  alert: RaisedAlert,
  setting: AlertSetting | undefined,
): Promise<void> {
  const at = now()
  const deliveries = deliveriesOf({
    type: 'alert.resolved',
    alert: { ...alert, resolvedAt: at },
    webhook: setting?.value.webhook ?? null,
    id: newId(),
    at,
  })
  await resolveAlert(store, organizationId, { id: alert.id, now: at, deliveries })
}

interface Told {
  readonly type: 'alert.raised' | 'alert.resolved'
  readonly alert: RaisedAlert
  readonly webhook: string | null
  readonly id: string
  readonly at: number
}

/** What is told has the form that the Standard Webhooks specification proposes. */
function deliveriesOf({ type, alert, webhook, id, at }: Told): readonly NewDelivery[] {
  if (webhook === null) return []
  const { alert: setting, title, severity, figure, queue, value, threshold, raisedAt, resolvedAt } = alert
  const data = {
    id: alert.id,
    alert: setting,
    title,
    severity,
    figure,
    queue,
    value,
    threshold,
    raisedAt: new Date(raisedAt).toISOString(),
    resolvedAt: resolvedAt === null ? null : new Date(resolvedAt).toISOString(),
  }
  const body = JSON.stringify({ type, timestamp: new Date(at).toISOString(), data })
  return [{ id: `msg_${id}`, alert: setting, url: webhook, body, dueAt: at }]
}
