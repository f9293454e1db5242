import {
  errorCodes,
  type Operation,
  openApiDocument,
  operations,
  problem,
  settingKinds,
} from '@unified-routing/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { arbitraryOf } from './testing/arbitrary-of-schema.ts'
import { send, signIn, startTestApp, type TestApp, type TestReply, testPassword } from './testing/test-app.ts'

/** Of each operation. The seed is fixed, so that a run says what the one before said. */
const runs = { numRuns: 10, seed: 20_261_126 }

const METHODS = { GET: 'GET', POST: 'POST', PUT: 'PUT', PATCH: 'PATCH', DELETE: 'DELETE' } as const
/** They may take the account or the session away that asks: each time somebody new asks. What can shut everybody out
 * comes last. */
const takingAway = [
  ...['signOut', 'signOutEverywhere', 'endOwnSession', 'signOutAccount', 'changeAccount', 'changeOwnPassword'],
  ...['setRepresentativePassword', 'replaceSignInSettings', 'signIn'],
]
/** It does not end. */
const unasked = ['live', ...takingAway]
const all: Operation[] = Object.values(operations)
// biome-ignore lint/suspicious/noExplicitAny: the document is read like every other reader reads it.
const document: any = openApiDocument('test')
const components = document.components.schemas

let app: TestApp
let cookie: string
beforeAll(async () => {
  app = await startTestApp()
  cookie = await app.cookieOf('System Administrator')
})
afterAll(() => app.stop())

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly schema: unknown
}

/** Carried out, or refused as the caller's mistake in the shape that every error has. A reply that broke its own schema
 * would be a 500. */
function expectSound({ status, body, text, headers }: TestReply, asked: string): void {
  expect(status, `${asked} ${text}`).toBeLessThan(500)
  if (status < 400) return
  expect(String(headers['content-type']), asked).toContain('application/problem+json')
  expect(problem.safeParse(body).error, asked).toBeUndefined()
  expect(errorCodes).toHaveProperty(body.code)
}

/** What is asked of an operation, from its schemas. */
function askedOf(operation: Operation) {
  const described = document.paths[operation.path][operation.method.toLowerCase()]
  const parameters: Parameter[] = described.parameters
  const of = (place: Parameter['in']) =>
    fc.record(
      Object.fromEntries(
        parameters.filter((one) => one.in === place).map(({ name, schema }) => [name, arbitraryOf(schema, components)]),
      ),
      place === 'path' ? {} : { requiredKeys: [] },
    )
  const schema = described.requestBody?.content['application/json']?.schema
  const body = schema === undefined ? fc.constant(undefined) : arbitraryOf(schema, components)
  return fc.tuple(of('path'), of('query'), body, fc.constantFrom('"1"', '"999"'))
}

type Asked = ReturnType<typeof askedOf> extends fc.Arbitrary<infer Value> ? Value : never

async function ask(operation: Operation, [path, query, held, tag]: Asked, as: string): Promise<void> {
  const url = urlOf(operation, path, query)
  const payload = held === undefined ? {} : { payload: JSON.stringify(held) ?? 'null' }
  const reply = await send(app, {
    method: METHODS[operation.method],
    url,
    headers: {
      cookie: as,
      // The document of the organization stays, with who asks in it.
      ...(operation.version === undefined
        ? {}
        : { 'if-match': operation.id === 'replaceConfiguration' ? '"999"' : tag }),
      ...(held === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...payload,
  })
  expectSound(reply, `${operation.method} ${url}`)
}

const asked = all.filter(({ id, bodyType }) => !unasked.includes(id) && bodyType === undefined)
test.each(
  asked.map((operation) => ({ id: operation.id, operation })),
)('$id is sound for whatever its schemas describe, and beside them', async ({ operation }) => {
  await fc.assert(
    fc.asyncProperty(askedOf(operation), (question) => ask(operation, question, cookie)),
    runs,
  )
  expect((await app.call('System Administrator', 'GET', '/api/v1/session')).status).toBe(200)
})

test.each(Object.keys(settingKinds))('a setting of the kind %s is sound, whatever it is said to be', async (kind) => {
  const { example } = Object(settingKinds)[kind]
  const spoiled = fc.dictionary(fc.constantFrom(...Object.keys(example), '__proto__'), fc.jsonValue({ maxDepth: 2 }))
  await fc.assert(
    fc.asyncProperty(spoiled, fc.dictionary(fc.string(), fc.jsonValue()), async (changes, secrets) => {
      const url = `/api/v1/settings/${kind}/fuzzed`
      const body = { value: { ...example, ...changes }, ...(Object.keys(secrets).length === 0 ? {} : { secrets }) }
      expectSound(await app.call('System Administrator', 'PUT', url, { body, headers: { 'if-match': '"1"' } }), url)
    }),
    runs,
  )
})

let newcomers = 0

/** An administrator nobody misses. */
async function newcomer(): Promise<{ readonly cookie: string; readonly id: string }> {
  const email = `newcomer-${newcomers++}@example.com`
  const roles = ['System Administrator', 'Customer Service Representative']
  await app.accounts.add({ name: 'Newcomer', email, roles, password: testPassword })
  const as = await signIn(app, email)
  const { body } = await send(app, { method: 'GET', url: '/api/v1/accounts', headers: { cookie: as } })
  const id: string = body.items.find((one: { readonly email: string }) => one.email === email).id
  return { cookie: as, id }
}

test.each(takingAway)('%s is sound for whatever its schemas describe, also about who asks', async (id) => {
  const operation = all.find((one) => one.id === id)
  if (operation === undefined) throw new Error(`there is no operation ${id}`)
  await fc.assert(
    fc.asyncProperty(askedOf(operation), fc.boolean(), async ([path, ...rest], isAboutSelf) => {
      // Whoever asks needs a session, except to sign in, after which an address may be locked.
      const self = id === 'signIn' ? { cookie: '', id: '' } : await newcomer()
      const about = isAboutSelf && 'id' in path ? { ...path, id: self.id } : path
      await ask(operation, [about, ...rest], self.cookie)
    }),
    { ...runs, numRuns: 6 },
  )
})

function urlOf({ path }: Operation, parameters: object, query: object): string {
  const given = new Map(Object.entries(parameters))
  const written = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(words(given.get(name)) || '0'))
  const search = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(words(value))}`)
  return search.length === 0 ? written : `${written}?${search.join('&')}`
}

function words(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).toWellFormed()
}
