import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { systemActor, validateConfiguration } from '@unified-routing/routing'
import type { Logger } from 'pino'
import type { App } from './app.ts'
import type { Database, InstallationSettings } from './database.ts'
import type { Operation } from './engine/operations.ts'
import type { Administrator, FirstContent } from './start-server.ts'
import { StartupError } from './startup-error.ts'

/** `content` says what the database began with; `loaded` that all of it is there. */
const CONTENT = 'content'
const LOADED = 'content-loaded'

const LOOK_AGAIN_MS = 250

const LOAD_TRIES_MAX = 30
const LOAD_AGAIN_MS = 2_000

const DEMO_ADMINISTRATOR = 'Demo organization'

interface FirstStart {
  readonly app: App
  readonly database: Database
  readonly content: FirstContent | (() => Promise<FirstContent>) | null
  readonly url: string
  readonly administrator: Administrator | null
}

/** Whether the organization began as the demo. */
export async function isDemo(settings: InstallationSettings): Promise<boolean> {
  return (await settings.read(CONTENT)) === 'demo'
}

/** Waits while another server routes a database that is not filled yet: it fills it, or it was killed while it did, and then
 * this one routes once the lease of the other has run out. */
export async function othersFirstStart({ app, database, log }: Pick<FirstStart, 'app' | 'database'> & { log: Logger }) {
  for (let looks = 0; app.engine.role() === 'follower'; looks++) {
    if ((await database.settings.read(LOADED)) !== null) return
    if (looks === 0) log.info({ event: 'server.firstStartElsewhere' }, 'waiting for the first start of another server')
    await delay(LOOK_AGAIN_MS)
  }
}

/** Fills an empty database, or goes on where a start was interrupted. Answers whether there was anything to do.
 *
 * Only the server that routes does it; another one on the same database finds it done. */
export async function applyFirstContent({
  app,
  database,
  content: given,
  url,
  administrator,
}: FirstStart): Promise<boolean> {
  if (app.engine.role() !== 'leader' || (await database.settings.read(LOADED)) !== null) return false
  const content = typeof given === 'function' ? await given() : given
  const kind = await database.settings.settle(CONTENT, content === null ? 'empty' : 'demo')
  if (app.engine.configuration().version === 0) await configure(app, content?.configuration ?? { version: 1 })
  if (kind === 'demo') {
    if (content === null || administrator === null)
      throw new StartupError('The demo was interrupted while it was loaded: start once more without --empty.')
    await app.accounts.follow(app.engine.configuration().document, administrator.password)
    await provision(app)
    await load(content, { url, administrator })
  }
  await database.settings.settle(LOADED, 'yes')
  return true
}

/** Whoever already asks for much shall not make the first start fail: it goes on where it was refused. */
async function load(content: FirstContent, access: Parameters<FirstContent['load']>[0]): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await content.load(access)
    } catch (error) {
      if (tries === LOAD_TRIES_MAX || !isUnavailable(error)) throw error
      await delay(LOAD_AGAIN_MS)
    }
  }
}

function isUnavailable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'unavailable'
}

/** The demo is turned on as an administrator would: with consent, step by step. */
async function provision({ services: { enabling } }: App): Promise<void> {
  await enabling.consent(DEMO_ADMINISTRATOR)
  await enabling.provisioner.turnOn(DEMO_ADMINISTRATOR)
  await enabling.provisioner.settled()
  const run = await enabling.run()
  const failed = run?.steps.find(({ error }) => error !== null)
  if (run?.status !== 'Completed') throw new Error(`the demo was not provisioned: ${failed?.error ?? run?.status}`)
}

async function configure(app: App, document: unknown): Promise<void> {
  const checked = validateConfiguration(document)
  if (!checked.ok) {
    const problems = checked.problems.map(({ path, message }) => `${path}: ${message}`)
    throw new StartupError(`The first configuration is not valid: ${problems.join('; ')}.`)
  }
  await submit(app, { type: 'replaceConfiguration', configuration: checked.configuration, ifVersion: null })
}

async function submit(app: App, operation: Operation): Promise<void> {
  const answer = await app.engine.submit({
    operation,
    actor: systemActor,
    idempotencyKey: null,
    requestHash: null,
    requestId: randomUUID(),
  })
  if (answer.status !== 'done') throw new Error(`the first content was not accepted: ${JSON.stringify(answer)}`)
}
