import { randomBytes, randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import type { FileScan } from './attachments/file-scan.ts'
import type { Accounts } from './auth/accounts.ts'
import type { PasswordHashing } from './auth/identity.ts'
import { type Announcer, startAnnouncer } from './channels/automated-messages/announcer.ts'
import { createDirectLine, type DirectLine } from './channels/direct-line/direct-line.ts'
import { serveDirectLine } from './channels/direct-line/routes.ts'
import type { SingleSignOnOptions } from './create-access.ts'
import { createServices, type Foundation } from './create-services.ts'
import { type Clock, createSystemClock } from './engine/clock.ts'
import { createEngine } from './engine/create-engine.ts'
import type { Engine } from './engine/engine.ts'
import type { EngineOptions } from './engine/engine-options.ts'
import type { Faults } from './engine/faults.ts'
import type { EngineLimits } from './engine/limits.ts'
import { createReconciler, type Reconciler } from './engine/reconciler/reconciler.ts'
import { createRetention } from './engine/retention.ts'
import { closeServer } from './http/close-server.ts'
import { createHttpServer } from './http/http-server.ts'
import type { RequestLimits } from './http/request-guards.ts'
import type { Services } from './http/services.ts'
import { createLiveHub, type LiveHub } from './live/live-hub.ts'
import { registerLiveRoute } from './live/live-route.ts'
import { createPresenceLeases, type PresenceLeases } from './live/presence-leases.ts'
import type { Mailer } from './mail/mailer.ts'
import { newId } from './new-id.ts'
import { createAdmission } from './provisioning/admission.ts'
import type { ProvisionerOptions } from './provisioning/provisioner.ts'
import { settleSetting } from './store/installation-settings.ts'
import { addLivePresence, listLivePresence, removeLivePresence } from './store/live-presence.ts'
import { openConnections, openStore, type Store } from './store/store.ts'
import { createServerMetrics } from './telemetry/server-metrics.ts'
import type { Tracing } from './telemetry/tracing.ts'
import { addWorkMetrics } from './telemetry/work-metrics.ts'

/** Three are enough for the engine (engine-options.ts); one more for its reads. */
const ENGINE_CONNECTIONS = 4
/** Of those of the readers. */
const EDGE_CONNECTIONS_KEPT = 4

const SECRET_BYTES = 48

export interface AppOptions {
  readonly connectionString: string
  readonly databaseConnections: number
  readonly organizationId: string
  /** True when no other server can be alive on this database. */
  readonly isAlone: boolean
  readonly log: Logger
  readonly limits: RequestLimits
  /** Months that closed work stays; 0 or absent: for good. */
  readonly keptMonths?: number
  readonly publicUrl: string | null
  readonly supportContact: string
  readonly trustProxy: boolean
  readonly webDirectory: string
  readonly widgetDirectory: string
  readonly version: string
  readonly newAccountPassword: () => Promise<string | null>
  /** Null: people sign in with e-mail and password only. */
  readonly singleSignOn: SingleSignOnOptions | null
  /** Looks into files before they are shown; absent: nobody does. */
  readonly fileScan?: FileScan
  /** Whether webhooks may go to inner networks, too. */
  readonly webhooksInside?: boolean
  /** Absent or null: nobody wants traces. */
  readonly tracing?: Tracing | null
  /** Null: no e-mail is sent. */
  readonly mailer: Mailer | null
  readonly onFatal: (error: Error) => void
  /** What tests hand in instead of the real thing. */
  readonly overrides?: AppOverrides
}

export interface AppOverrides {
  readonly clock?: Clock
  readonly random?: () => number
  readonly engineLimits?: Partial<EngineLimits>
  readonly faults?: Faults
  readonly passwordHashing?: PasswordHashing
  readonly checkReplies?: boolean
  /** Nothing is said by itself: most tests are about what people say. */
  readonly isSilent?: boolean
  readonly provisioning?: Pick<ProvisionerOptions, 'tickMs' | 'onStep'>
  readonly chat?: { readonly reloadMs: number; readonly sweepMs?: number }
  readonly presence?: { readonly reloadMs: number; readonly restartMs: number }
}

export interface App {
  readonly server: FastifyInstance
  readonly engine: Engine
  readonly services: Services
  readonly accounts: Accounts
  readonly store: Store
  readonly announcer: Announcer
  /** Ends streams, answers what is under way, then stops the engine and closes the database connections. */
  stop(): Promise<void>
}

/** Builds the whole server on a migrated database, by hand, in one place. It does not listen yet. */
export async function createApp(options: AppOptions): Promise<App> {
  const { organizationId, log, overrides = {} } = options
  const clock = overrides.clock ?? createSystemClock()
  const { now } = clock
  const { engineStore, store } = openStores(options)
  const admission = createAdmission(store, organizationId)
  await admission.reload()
  const holder = randomUUID()
  const announcer = await startAnnouncer({ store, organizationId, log: log.child({ part: 'announcer' }) })
  const metrics = createServerMetrics()
  const engine = await createEngine({
    store: engineStore,
    organizationId,
    holder,
    isAlone: options.isAlone,
    clock,
    random: overrides.random ?? Math.random,
    newId,
    log: log.child({ part: 'engine' }),
    meter: metrics.engine,
    admission,
    ...(overrides.isSilent === true ? {} : { announce: announcer.announce }),
    onFatal: options.onFatal,
    ...engineOverrides(overrides),
  })
  addWorkMetrics({ registry: metrics.registry, engine, stores: { engine: engineStore, edge: store } })
  const foundation = { options, engine, store, admission, holder, now, metrics }
  const services = await createServices(foundation)
  const server = await createHttpServer({
    ...options,
    services,
    log: log.child({ part: 'http' }),
    checkReplies: overrides.checkReplies ?? false,
    requestMetrics: metrics.requests,
    tracing: options.tracing ?? null,
  })
  const live = serveLive(server, foundation, services)
  const keepers = startKeepers(foundation)
  const directLine = await startDirectLine(server, foundation, services)
  return {
    server,
    engine,
    services,
    accounts: services.accounts,
    store,
    announcer,
    stop: async () => {
      live.leases.stop()
      announcer.stop()
      const { enabling, figures, alerts, bots } = services
      await bots.stop()
      await Promise.all([keepers.stop(), enabling.provisioner.stop(), figures.counter.stop(), alerts.watch.stop()])
      live.hub.close()
      await directLine.stop()
      await services.signals.stop()
      await closeServer(server)
      await engine.stop()
      await Promise.all([engineStore.close(), store.close()])
    },
  }
}

/** The engine has connections of its own, so that readers never keep a commit waiting. */
function openStores({ connectionString, databaseConnections }: AppOptions): { engineStore: Store; store: Store } {
  const kept = Math.min(EDGE_CONNECTIONS_KEPT, databaseConnections)
  const engineStore = openStore({
    connectionString,
    connectionsMax: ENGINE_CONNECTIONS,
    connectionsKept: ENGINE_CONNECTIONS,
    plansOnce: true,
    name: 'unified-routing engine',
  })
  const store = openStore({
    connectionString,
    connectionsMax: databaseConnections,
    connectionsKept: kept,
    name: 'unified-routing edge',
  })
  // Whoever uses the first of them hears when there are none to be had.
  for (const [one, count] of [[engineStore, ENGINE_CONNECTIONS] as const, [store, kept] as const])
    openConnections(one, count).catch(() => null)
  return { engineStore, store }
}

function engineOverrides({ engineLimits, faults }: AppOverrides): Pick<EngineOptions, 'limits' | 'faults'> {
  return {
    ...(engineLimits === undefined ? {} : { limits: engineLimits }),
    ...(faults === undefined ? {} : { faults }),
  }
}

/** What is compared and what is removed, now and then, beside the work. */
function startKeepers({ options, engine, store, now, metrics }: Foundation): Pick<Reconciler, 'stop'> {
  const { organizationId, keptMonths = 0 } = options
  const reconciler = createReconciler({
    store,
    organizationId,
    engine,
    log: options.log.child({ part: 'reconciler' }),
    loop: metrics.loop('reconciler'),
    onDrift: ({ figure }) => metrics.drift.inc({ figure }),
  })
  const log = options.log.child({ part: 'retention' })
  const loop = metrics.loop('retention')
  const retention = createRetention({ store, organizationId, engine, keptMonths, now, log, loop })
  reconciler.start()
  retention.start()
  return {
    stop: async () => {
      await Promise.all([reconciler.stop(), retention.stop()])
    },
  }
}

/** The live streams, and who is kept connected by them. */
function serveLive(
  server: FastifyInstance,
  { options, engine, store, now, metrics }: Foundation,
  services: Services,
): { readonly hub: LiveHub; readonly leases: PresenceLeases } {
  const { organizationId } = options
  const log = options.log.child({ part: 'live' })
  const hub = createLiveHub(services, log, metrics.streams)
  const memory = {
    add: (representative: string) => addLivePresence(store, { organizationId, representative }),
    remove: (representative: string) => removeLivePresence(store, { organizationId, representative }),
    list: () => listLivePresence(store, organizationId),
  }
  const leases = createPresenceLeases({ engine, memory, now, log, ...options.overrides?.presence })
  registerLiveRoute(server, { services, hub, leases })
  return { hub, leases }
}

/** The chats of customers, for pages of other sites. */
async function startDirectLine(
  server: FastifyInstance,
  { options, store, metrics }: Foundation,
  services: Services,
): Promise<DirectLine> {
  const value = randomBytes(SECRET_BYTES).toString('base64url')
  const { organizationId, limits, overrides } = options
  const key = await settleSetting(store, { organizationId, name: 'direct-line-key', value })
  const log = options.log.child({ part: 'directLine' })
  const line = createDirectLine({
    ...{ services, store, key, limits, log, metrics: metrics.customerStreams },
    ...overrides?.chat,
  })
  await serveDirectLine(server, line)
  return line
}
