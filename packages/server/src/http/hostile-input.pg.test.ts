import { errorCodes, type Operation, operations, problem } from '@unified-routing/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { badBodies, badQueries, badValues } from './hostile-input.fixture.ts'
import { send, startTestApp, type TestApp, type TestReply } from './testing/test-app.ts'

let app: TestApp
let cookie: string
beforeAll(async () => {
  app = await startTestApp()
  cookie = await app.cookieOf('System Administrator')
})
afterAll(() => app.stop())

const all: Operation[] = Object.values(operations)
const bodied = all.filter(({ method }) => method !== 'GET' && method !== 'DELETE')
const unended = ['live']
const METHODS = { GET: 'GET', POST: 'POST', PUT: 'PUT', PATCH: 'PATCH', DELETE: 'DELETE' } as const

function urlOf({ path }: Operation, value = 'case-1'): string {
  return path
    .replace('{table}', 'case')
    .replace('{kind}', 'quickReply')
    .replace(/\{\w+\}/g, value)
}

/** Refused as the caller's mistake, in the shape that every error has. */
function expectRefusal(reply: TestReply): void {
  expect(reply.status, reply.text).toBeGreaterThanOrEqual(400)
  expect(reply.status, reply.text).toBeLessThan(500)
  expect(String(reply.headers['content-type'])).toContain('application/problem+json')
  expect(problem.safeParse(reply.body).error).toBeUndefined()
  expect(errorCodes).toHaveProperty(reply.body.code)
}

function post(operation: Operation, payload: string | Buffer, headers: Record<string, string> = {}) {
  return send(app, {
    method: METHODS[operation.method],
    url: urlOf(operation),
    payload,
    headers: { cookie, 'content-type': 'application/json', 'if-match': '"1"', ...headers },
  })
}

describe.each(bodied.map((operation) => ({ id: operation.id, operation })))('$id refuses', ({ operation }) => {
  test.each(Object.keys(badBodies))('%s as its body', async (name) => {
    const reply = await post(operation, badBodies[name] ?? '')
    // To say what is wrong with a document is what that operation is for.
    if (operation.id === 'validateConfiguration' && reply.status === 200) expect(reply.body.ok).toBe(false)
    else expectRefusal(reply)
  })

  test('a body that is too large', async () => {
    const size = (operation.bodyBytesMax ?? 1024 * 1024) + 1
    const reply = await post(operation, Buffer.alloc(size, ' '))
    expect(reply.body).toMatchObject({ code: 'tooLarge', status: 413 })
  })

  test('another content type', async () => {
    const reply = await post(operation, 'a=1', { 'content-type': 'application/x-www-form-urlencoded' })
    expect(reply.body).toMatchObject({ code: 'unsupportedMediaType', status: 415 })
  })
})

describe.each(
  all.filter(({ path }) => path.includes('{')).map((operation) => ({ id: operation.id, operation })),
)('$id refuses', ({ operation }) => {
  test.each(badValues)('the path parameter %s', async (value) => {
    const payload =
      operation.method === 'GET' || operation.method === 'DELETE'
        ? {}
        : { payload: JSON.stringify(operation.example ?? {}) }
    const reply = await send(app, {
      method: METHODS[operation.method],
      url: operation.path.replace(/\{\w+\}/g, value),
      headers: { cookie, ...('payload' in payload ? { 'content-type': 'application/json' } : {}) },
      ...payload,
    })
    expectRefusal(reply)
  })
})

const withQueries = ['listRows', 'listWorkItems', 'listWorkItemJournal', 'listMessages']

describe.each(
  all.filter(({ id }) => withQueries.includes(id)).map((operation) => ({ id: operation.id, operation })),
)('$id refuses', ({ operation }) => {
  test.each(badQueries)('?%s', async (query) => {
    expectRefusal(await send(app, { method: 'GET', url: `${urlOf(operation)}?${query}`, headers: { cookie } }))
  })
})

test.each([
  'filter=nothing:eq:1',
  'filter=priority:like:1',
  'filter=priority',
  'filter=createdAt:ge:yesterday',
  'filter=active:gt:true',
  'filter=title:hasData:x',
  'filter=title:eq:%00',
  `${'filter=title:eq:a&'.repeat(11)}`,
  'sort=nothing',
  "sort=title'--",
])('listRows refuses ?%s', async (query) => {
  const reply = await send(app, { method: 'GET', url: `/api/v1/tables/case/rows?${query}`, headers: { cookie } })
  expect(reply.body).toMatchObject({ code: 'invalid', status: 400 })
  expect(reply.body.errors.length).toBeGreaterThan(0)
})

/** Lists, and the order that their cursors are for. */
const sortedLists = [
  ['/tables/case/rows', 'case -createdAt'],
  ['/tables/case/rows?sort=active', 'case active'],
  ['/tables/case/rows?sort=title', 'case title'],
  ['/work-items', 'all -changedAt'],
  ['/work-items?sort=queuedAt', 'all queuedAt'],
  ['/configuration/versions', 'versions'],
  ['/audit', 'audit'],
]
const forgedValues = [1e23, -1e300, 1.5, 2 ** 53, 2 ** 31 - 1, -1, 'x', '', "'", true, null, '9'.repeat(500)]

test.each(sortedLists)('%s takes what a forged cursor holds, or refuses it', async (list, sort) => {
  const statuses = new Set<number>()
  for (const value of forgedValues) {
    const cursor = Buffer.from(JSON.stringify({ value, id: '1', sort })).toString('base64url')
    const url = `/api/v1${list}${list.includes('?') ? '&' : '?'}cursor=${cursor}`
    statuses.add((await send(app, { method: 'GET', url, headers: { cookie } })).status)
  }
  expect(statuses, list).toContain(200)
  expect([...statuses].filter((status) => status !== 200 && status !== 400)).toEqual([])
})

describe('headers', () => {
  test('a packed body is refused, however small', async () => {
    const encoded = { 'content-encoding': 'gzip' }
    const reply = await app.call('System Administrator', 'POST', '/api/v1/tables/case/rows', {
      headers: encoded,
      body: {},
    })
    expect(reply.body).toMatchObject({ code: 'unsupportedMediaType', status: 415 })
  })

  test('a live stream cannot be opened by HEAD, which would hold it open and hear nothing', async () => {
    const reply = await send(app, { method: 'HEAD', url: '/api/v1/live', headers: { cookie } })
    expect(reply.status).toBe(405)
  })

  test.each(['', ' ', 'ü', 'a'.repeat(201), 'a b'])('a bad Idempotency-Key is refused: %j', async (key) => {
    const reply = await app.call('System Administrator', 'POST', '/api/v1/tables/case/rows', {
      body: { values: { title: 'x' } },
      headers: { 'idempotency-key': key },
    })
    expect(reply.body).toMatchObject({ code: 'invalid', errors: [{ path: 'headers.Idempotency-Key' }] })
  })

  test.each(['7', '*', '"x"', '"1", "2"', '"99999999999999999999"'])('a bad If-Match is refused: %j', async (tag) => {
    const reply = await app.call('System Administrator', 'PUT', '/api/v1/configuration', {
      body: { version: 1 },
      headers: { 'if-match': tag },
    })
    expect(reply.body).toMatchObject({ code: 'invalid', errors: [{ path: 'headers.If-Match' }] })
  })

  test.each(['x', '-1', '1.5', '99999999999999999999', '999999'])('a bad Last-Event-ID is refused: %j', async (id) => {
    const reply = await app.call('System Administrator', 'GET', '/api/v1/live', { headers: { 'last-event-id': id } })
    expect(reply.body).toMatchObject({ code: 'invalid', errors: [{ path: 'headers.Last-Event-ID' }] })
  })

  test.each(['Bearer', 'ur_', 'ur_'.repeat(500), '\u00ff'])('a bad API key is nobody: %j', async (key) => {
    const reply = await app.call(null, 'GET', '/api/v1/session', { headers: { 'x-api-key': key } })
    expect(reply.body).toMatchObject({ code: 'unauthenticated', status: 401 })
  })

  test.each([
    'unified-routing.session_token=forged',
    `unified-routing.session_token=${'%'.repeat(500)}`,
    '=;=;=',
  ])('a bad cookie is nobody: %j', async (bad) => {
    const reply = await app.call(null, 'GET', '/api/v1/session', { headers: { cookie: bad } })
    expect(reply.body).toMatchObject({ code: 'unauthenticated', status: 401 })
  })
})

test('a method that a path does not have is refused with those it has', async () => {
  const reply = await app.call('System Administrator', 'DELETE', '/api/v1/unified-routing/enable')
  expect(reply.body).toMatchObject({ code: 'methodNotAllowed', status: 405 })
  expect(reply.headers.allow).toBe('POST')
})

test('an address where nothing is gets a problem document', async () => {
  for (const url of [
    '/api/v1/nothing',
    '/api/',
    '/api/v1/tables/case/rows/1/2/3',
    '/api/auth/sign-up/email',
    '//',
    '/%',
  ])
    expectRefusal(await app.call(null, 'GET', url))
})

/** Whatever JSON a caller may think of, close to what each operation wants, or far from it. */
function nearlyRight(operation: Operation): fc.Arbitrary<unknown> {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom('case-1', 'cara', 'Support', 'High', ''),
  )
  const anything = fc.oneof(fc.jsonValue({ maxDepth: 3 }), text, fc.double(), fc.constantFrom(1e308, -0, 2 ** 53, null))
  const { example } = operation
  const keys = typeof example === 'object' && example !== null ? Object.keys(example) : []
  const shaped = fc.record(Object.fromEntries([...keys, 'values', 'id'].map((key) => [key, anything])), {
    requiredKeys: [],
  })
  const values = fc.dictionary(fc.constantFrom('title', 'priority', 'customer', 'resolveBy', 'nothing'), anything)
  return fc.oneof(
    shaped,
    values.map((held) => ({ values: held })),
    anything,
  )
}

// Signing out would end the session that the others use; keys and passwords would pile up.
const unfuzzed = [
  'signIn',
  'signOut',
  'signOutEverywhere',
  'changeOwnPassword',
  'createApiKey',
  'setRepresentativePassword',
]

test.each(
  bodied.filter(({ id }) => !unfuzzed.includes(id)).map((operation) => ({ id: operation.id, operation })),
)('$id never fails, whatever its body', async ({ operation }) => {
  await fc.assert(
    fc.asyncProperty(nearlyRight(operation), async (body) => {
      const reply = await post(operation, JSON.stringify(body))
      expect(reply.status, reply.text).toBeLessThan(500)
      if (reply.status >= 400) expectRefusal(reply)
    }),
    { numRuns: 40 },
  )
})

test.each(
  all
    .filter(({ id, method }) => method === 'GET' && !unended.includes(id))
    .map((operation) => ({ id: operation.id, operation })),
)('$id never fails, whatever its parameters', async ({ operation }) => {
  const word = fc.string({ unit: 'binary', maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(
      word,
      fc.dictionary(fc.constantFrom('limit', 'cursor', 'filter', 'sort', 'view', 'queue', 'representative'), word),
      async (value, query) => {
        const search = new URLSearchParams(query).toString()
        const url = `${operation.path.replace(/\{\w+\}/g, encodeURIComponent(value.toWellFormed()))}?${search}`
        const reply = await send(app, { method: 'GET', url, headers: { cookie } })
        expect(reply.status, `${url} ${reply.text}`).toBeLessThan(500)
        if (reply.status >= 400) expectRefusal(reply)
      },
    ),
    { numRuns: 30 },
  )
})
