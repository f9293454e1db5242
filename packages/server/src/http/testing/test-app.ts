import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import type { Role } from '@unified-routing/contract'
import { systemActor, validateConfiguration } from '@unified-routing/routing'
import type { InjectOptions } from 'fastify'
import { createTestDatabase } from '../../../../../tests/setup/postgres.ts'
import { type App, type AppOptions, createApp } from '../../app.ts'
import type { PasswordHashing } from '../../auth/identity.ts'
import { createLog } from '../../log.ts'
import { ensureOrganization } from '../../store/organization.ts'
import { openStore } from '../../store/store.ts'
import { people, testConfiguration } from './test-configuration.ts'

export const testPassword = 'a phrase for tests only'

export interface TestReply {
  readonly status: number
  readonly headers: Readonly<Record<string, unknown>>
  // biome-ignore lint/suspicious/noExplicitAny: replies are checked against the contract on their way out.
  readonly body: any
  readonly text: string
}

export interface TestApp extends App {
  readonly connectionString: string
  /** Sends a request as somebody of a role, by their session cookie; null: without signing in. */
  call(...request: TestCall): Promise<TestReply>
  cookieOf(role: Role): Promise<string>
}

type TestCall = [role: Role | null, method: string, url: string, rest?: TestRequest]

export interface TestRequest {
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** A server on a fresh database, with the real engine and router, its replies held against the contract. */
export async function startTestApp(
  changes: Partial<AppOptions> & { readonly connectionString?: string } = {},
): Promise<TestApp> {
  const connectionString = changes.connectionString ?? (await createTestDatabase())
  await makeOrganization(connectionString)
  const app = await createApp({
    connectionString,
    databaseConnections: 3,
    organizationId: 'default',
    isAlone: true,
    log: createLog('silent'),
    limits: { atOnce: 1e6, perCaller: 1e6, perAnonymousAddress: 1e6, signInsPerAccount: 1e6, signInsPerAddress: 1e6 },
    publicUrl: null,
    supportContact: 'the help desk',
    trustProxy: false,
    webDirectory: tmpdir(),
    widgetDirectory: tmpdir(),
    version: '0.0.0-test',
    newAccountPassword: async () => testPassword,
    mailer: null,
    singleSignOn: null,
    onFatal: (error) => {
      throw error
    },
    ...changes,
    overrides: {
      passwordHashing: cheapHashing,
      checkReplies: true,
      isSilent: true,
      ...changes.overrides,
      // However far a test moves its clock, people were there meanwhile.
      engineLimits: { absenceMs: Number.POSITIVE_INFINITY, ...changes.overrides?.engineLimits },
    },
  })
  await configure(app)
  const cookies = new Map<Role, string>()
  async function cookieOf(role: Role): Promise<string> {
    const cookie = cookies.get(role) ?? (await signIn(app, `${people[role]}@example.com`))
    cookies.set(role, cookie)
    return cookie
  }
  async function call(...[role, method, url, rest = {}]: TestCall): Promise<TestReply> {
    const cookie: Record<string, string> = role === null ? {} : { cookie: await cookieOf(role) }
    const payload = rest.body === undefined ? {} : { payload: JSON.stringify(rest.body) }
    const type: Record<string, string> = rest.body === undefined ? {} : { 'content-type': 'application/json' }
    return send(app, { method: methodOf(method), url, headers: { ...cookie, ...type, ...rest.headers }, ...payload })
  }
  return { ...app, connectionString, call, cookieOf }
}

export async function send(app: App, request: InjectOptions): Promise<TestReply> {
  const reply = await app.server.inject(request)
  const isJson = String(reply.headers['content-type']).includes('json')
  const body = isJson && reply.body !== '' ? JSON.parse(reply.body) : null
  return { status: reply.statusCode, headers: reply.headers, body, text: reply.body }
}

export async function signIn(app: App, email: string, password = testPassword): Promise<string> {
  const reply = await app.server.inject({
    method: 'POST',
    url: '/api/auth/sign-in/email',
    payload: { email, password },
  })
  if (reply.statusCode !== 200) throw new Error(`sign-in of ${email}: ${reply.body}`)
  return reply.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
}

function methodOf(method: string): 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' {
  const known = (['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const).find((one) => one === method)
  if (known === undefined) throw new Error(`no such method: ${method}`)
  return known
}

async function makeOrganization(connectionString: string): Promise<void> {
  const store = openStore({ connectionString, connectionsMax: 1, name: 'test organization' })
  await ensureOrganization(store, { id: 'default', name: 'Test', routingEnabled: true }, Date.now())
  await store.close()
}

async function configure(app: App): Promise<void> {
  const checked = validateConfiguration(testConfiguration)
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
  if (app.engine.role() === 'leader' && app.engine.configuration().version === 0)
    await app.engine.submit({
      operation: { type: 'replaceConfiguration', configuration: checked.configuration, ifVersion: null },
      actor: systemActor,
      idempotencyKey: null,
      requestHash: null,
      requestId: 'test',
    })
  await app.accounts.follow(checked.configuration, testPassword)
}

/** scrypt is slow on purpose; tests sign in often. */
const cheapHashing: PasswordHashing = {
  hash: async (password) => createHash('sha256').update(password).digest('hex'),
  verify: async ({ hash, password }) => createHash('sha256').update(password).digest('hex') === hash,
}
