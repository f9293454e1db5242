import { join } from 'node:path'
import type { Logger } from 'pino'
import packageFile from '../package.json' with { type: 'json' }
import type { App, AppOptions, AppOverrides, createApp } from './app.ts'
import { createFileScan } from './attachments/file-scan.ts'
import { knownRoles } from './auth/effective-roles.ts'
import { createSignInFile, type SignInFile } from './auth/sign-in-file.ts'
import { type Config, type Flags, readConfig } from './config.ts'
import { sendConsoleToLog } from './console-to-log.ts'
import { type Database, openDatabase } from './database.ts'
import { applyFirstContent, isDemo, othersFirstStart } from './first-content.ts'
import { listen, requireFreePort } from './listen.ts'
import { createLog } from './log.ts'
import { createMailer, type Mailer } from './mail/mailer.ts'
import { StartupError } from './startup-error.ts'
import { createStopper } from './stopper.ts'
import { deleteExpiredSessions } from './store/accounts.ts'
import { openTracing } from './telemetry/tracing.ts'

const ORGANIZATION_ID = 'default'
const WEB_DIRECTORY = join(import.meta.dirname, '..', '..', 'web', 'dist')
const WIDGET_DIRECTORY = join(import.meta.dirname, '..', '..', 'widget', 'dist')
/** Sign-ins of one network address, as a multiple of those of one account. */
const ACCOUNTS_PER_ADDRESS = 10

export interface StartOptions {
  readonly flags?: Flags
  readonly environment?: Readonly<Record<string, string | undefined>>
  /** What an empty database begins with, read only when it is needed; null: only an administrator, and unified routing
   * off. */
  readonly firstContent: FirstContent | (() => Promise<FirstContent>) | null
  /** SIGINT and SIGTERM stop the server in order; a second one ends the process at once. */
  readonly stopOnSignals?: boolean
  readonly overrides?: AppOverrides
}

/** The organization that an empty database begins with. */
export interface FirstContent {
  /** A configuration document. */
  readonly configuration: unknown
  /** Fills in the rest through the API. Called again when it was interrupted, so it must be repeatable. */
  readonly load: (access: { readonly url: string; readonly administrator: Administrator }) => Promise<void>
}

export interface Administrator {
  readonly email: string
  readonly password: string
}

export interface RunningServer {
  readonly url: string
  /** Null: this data directory does not know the password, because another server or person set it. */
  readonly administrator: Administrator | null
  /** Where the password is kept. */
  readonly signInFile: string
  /** Whether the organization is the one of `firstContent`; its people share the administrator's first password. */
  readonly isDemo: boolean
  readonly isFirstStart: boolean
  /** `follower`: another server on this database routes; this one takes over when that one ends. */
  readonly role: () => 'starting' | 'leader' | 'follower' | 'stopped'
  /** Resolves once everything has stopped: null after `stop` or a signal, else what broke. */
  readonly ended: Promise<Error | null>
  stop(): Promise<void>
}

/** Starts everything, PostgreSQL included, and answers once requests are served.
 *
 * Errors: StartupError, whose message is one sentence for the person at the terminal. */
export async function startServer(options: StartOptions): Promise<RunningServer> {
  const config = readConfig(options.flags, options.environment)
  const log = createLog(config.logLevel)
  // A process that lives for the server alone.
  if (options.stopOnSignals === true) sendConsoleToLog(log)
  await requireFreePort(config)
  const stopper = createStopper({ log, stopOnSignals: options.stopOnSignals ?? false })
  try {
    const database = await openDatabase({
      config,
      organizationId: ORGANIZATION_ID,
      log,
      onFatal: stopper.fail,
      // Reading the rest of the server keeps the process busy for as long as PostgreSQL takes to come up.
      whileItStarts: () => import('./app.ts'),
    })
    stopper.add('database', database.stop)
    const { createApp } = await import('./app.ts')
    return await serve({ options, config, log, database, stopper, createApp })
  } catch (error) {
    // What is taken away in the middle of a start breaks it in many ways.
    const wasSignalled = stopper.wasSignalled()
    await stopper.stop()
    throw wasSignalled ? new StartupError('The server was stopped while it started.', { cause: error }) : error
  }
}

interface Foundation {
  readonly options: StartOptions
  readonly config: Config
  readonly log: Logger
  readonly database: Database
  readonly stopper: ReturnType<typeof createStopper>
  readonly createApp: typeof createApp
}

async function serve({ options, config, log, database, stopper, createApp }: Foundation): Promise<RunningServer> {
  const signInFile = createSignInFile(config.data)
  const tracing = await tracingOf(config, log)
  if (tracing !== null) stopper.add('traces', tracing.stop)
  const app = await createApp({
    connectionString: database.connectionString,
    databaseConnections: config.databaseConnections,
    organizationId: ORGANIZATION_ID,
    isAlone: database.isEmbedded,
    log,
    limits: {
      atOnce: config.requestsAtOnce,
      perCaller: config.requestsPerMinute,
      perAnonymousAddress: config.anonymousRequestsPerMinute,
      signInsPerAccount: config.signInsPerMinute,
      signInsPerAddress: config.signInsPerMinute * ACCOUNTS_PER_ADDRESS,
    },
    keptMonths: config.keptMonths,
    publicUrl: config.publicUrl,
    supportContact: config.supportContact,
    trustProxy: config.trustProxy,
    webDirectory: WEB_DIRECTORY,
    widgetDirectory: WIDGET_DIRECTORY,
    version: packageFile.version,
    newAccountPassword: async () => ((await isDemo(database.settings)) ? signInFile.read() : null),
    mailer: mailerOf(config),
    tracing,
    webhooksInside: config.webhooksInside,
    ...(config.fileScanUrl === null ? {} : { fileScan: createFileScan(config.fileScanUrl) }),
    singleSignOn: singleSignOnOf(config),
    onFatal: stopper.fail,
    ...(options.overrides === undefined ? {} : { overrides: options.overrides }),
  })
  stopper.add('app', app.stop)
  await othersFirstStart({ app, database, log })
  const administrator = await ensureAdministrator(app, config, signInFile)
  await deleteExpiredSessions(app.store, new Date())
  const url = await listen(app.server, config)
  const isFirstStart = await applyFirstContent({ app, database, content: options.firstContent, url, administrator })
  warnOfUnknownRoles(app, config, log)
  log.info({ event: 'server.started', url, role: app.engine.role(), isFirstStart }, 'server started')
  return {
    url,
    administrator,
    signInFile: signInFile.path,
    isDemo: await isDemo(database.settings),
    isFirstStart,
    role: () => app.engine.role(),
    ended: stopper.ended,
    stop: stopper.stop,
  }
}

/** Custom roles come and go while the server runs, so a group whose role is not there yet is no reason not to start. */
function warnOfUnknownRoles({ engine }: App, { oidcRoles }: Config, log: Logger): void {
  const known = knownRoles(engine.configuration().document)
  const unknown = [...new Set(oidcRoles.values())].filter((role) => !known.includes(role))
  if (unknown.length === 0) return
  log.warn({ event: 'singleSignOn.unknownRoles', unknown, known }, 'UR_OIDC_ROLES gives roles that there are not')
}

function singleSignOnOf(config: Config): AppOptions['singleSignOn'] {
  if (config.oidcIssuer === null) return null
  return {
    issuer: config.oidcIssuer,
    clientId: config.oidcClientId,
    clientSecret: config.oidcClientSecret,
    scopes: config.oidcScopes,
    accountClaim: config.oidcAccountClaim,
    trustsUnstatedEmail: config.oidcTrustsEmail,
    rolesClaim: config.oidcRolesClaim,
    label: config.oidcLabel,
    makesAccounts: config.oidcMakesAccounts,
    roleOfGroup: config.oidcRoles,
  }
}

async function tracingOf({ otlpEndpoint, standardOtlpEndpoint, tracePercent }: Config, log: Logger) {
  const endpoint = otlpEndpoint ?? standardOtlpEndpoint
  if (endpoint === null) return null
  return openTracing({
    endpoint,
    percent: tracePercent,
    version: packageFile.version,
    log: log.child({ part: 'traces' }),
  })
}

function mailerOf({ smtpUrl, mailFrom }: Config): Mailer | null {
  return smtpUrl === null ? null : createMailer({ smtpUrl, from: mailFrom })
}

/** The first account. Its password is written down before the account is made, so that a crash between loses nothing.
 *
 * The server that routes makes it: of several that start at once, only one says what the password is. */
async function ensureAdministrator(app: App, config: Config, file: SignInFile): Promise<Administrator | null> {
  const email = config.administratorEmail
  if (app.engine.role() === 'leader' && (await app.accounts.isEmpty())) {
    const password = await file.readOrCreate(email)
    await app.accounts.bootstrap({ email, password }).catch(async (error: unknown) => {
      // Another server on the same database may have been faster.
      if (await app.accounts.isEmpty()) throw error
    })
  }
  const password = await file.read()
  return password === null ? null : { email, password }
}
