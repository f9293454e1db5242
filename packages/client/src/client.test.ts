import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { operations } from '@unified-routing/contract'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ApiError } from './api-error.ts'
import { createClient } from './create-client.ts'
import type { Clock } from './transport.ts'

interface SeenRequest {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}
type Answer = (request: SeenRequest, reply: ServerResponse) => void

let server: Server
let answers: Answer[]
let seen: SeenRequest[]
let waits: number[]

const clock: Clock = {
  random: () => 1,
  sleep: async (ms) => {
    waits.push(ms)
  },
}

beforeEach(async () => {
  answers = []
  seen = []
  waits = []
  server = createServer(async (incoming, reply) => {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const request = {
      method: incoming.method ?? '',
      url: incoming.url ?? '',
      headers: incoming.headers,
      body: Buffer.concat(chunks).toString(),
    }
    seen.push(request)
    const answer = answers.shift()
    if (answer === undefined) reply.writeHead(500).end()
    else answer(request, reply)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterEach(() => {
  server.closeAllConnections()
  server.close()
})

function client(options: { apiKey?: string } = {}) {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return createClient({ baseUrl: `http://127.0.0.1:${port}/`, clock, ...options })
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return (_request, reply) => {
    reply.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
  }
}

function problem(status: number, code: string, extra: object = {}): Answer {
  const body = {
    type: 'x',
    title: 'x',
    status,
    detail: `It is ${code}.`,
    code,
    retry: false,
    requestId: 'req-1',
    ...extra,
  }
  return json(status, body)
}

const row = {
  table: 'case',
  id: 'case-1',
  values: {},
  active: true,
  version: 1,
  businessUnit: 'root',
  createdAt: '2026-03-02T09:00:00.000Z',
  changedAt: '2026-03-02T09:00:00.000Z',
  workItem: null,
}

test('fills the path, sends the key of the API and gives back the checked reply', async () => {
  answers = [json(200, row)]
  expect(await client({ apiKey: 'secret' }).rows.read('case', 'a/b c')).toEqual(row)
  expect(seen[0]?.url).toBe('/api/v1/tables/case/rows/a%2Fb%20c')
  expect(seen[0]?.headers['x-api-key']).toBe('secret')
})

test('a POST that fails for a moment is repeated under the same Idempotency-Key', async () => {
  answers = [problem(503, 'unavailable'), (_, reply) => reply.destroy(), json(200, row)]
  await client().rows.complete('case', 'case-1')
  const keys = new Set(seen.map(({ headers }) => headers['idempotency-key']))
  expect(seen).toHaveLength(3)
  expect(keys.size).toBe(1)
  expect([...keys][0]).toMatch(/^[0-9a-f]{32}$/)
  expect(waits).toEqual([200, 400])
})

test('two calls have two Idempotency-Keys', async () => {
  answers = [json(200, row), json(200, row)]
  await client().rows.complete('case', 'case-1')
  await client().rows.complete('case', 'case-1')
  expect(seen[0]?.headers['idempotency-key']).not.toBe(seen[1]?.headers['idempotency-key'])
})

test('Retry-After is honoured, each client a little later, unless it asks for too much patience', async () => {
  const limited =
    (seconds: string): Answer =>
    (_, reply) =>
      reply.writeHead(429, { 'retry-after': seconds }).end('{}')
  answers = [limited('3'), json(200, row)]
  await client().rows.read('case', 'case-1')
  // The clock of these tests always draws the longest wait.
  expect(waits).toEqual([3_750])
  answers = [limited('3600')]
  await expect(client().rows.read('case', 'case-1')).rejects.toMatchObject({ status: 429 })
})

test('refusals are not repeated and carry code, reason, paths and the id of the request', async () => {
  answers = [problem(409, 'refused', { reason: 'wrongState' })]
  const refusal = await client()
    .workItems.accept('chat-1')
    .catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(ApiError)
  expect(refusal).toMatchObject({
    status: 409,
    code: 'refused',
    reason: 'wrongState',
    requestId: 'req-1',
    message: 'It is refused.',
  })
  answers = [problem(400, 'invalid', { errors: [{ path: 'values.priority', message: 'must be one of Low, High' }] })]
  await expect(client().rows.create('case', { values: { priority: 'x' } })).rejects.toMatchObject({
    errors: [{ path: 'values.priority', message: 'must be one of Low, High' }],
  })
  expect(seen).toHaveLength(2)
})

test('gives up after five attempts and says that the server cannot be reached', async () => {
  answers = Array.from({ length: 6 }, (): Answer => (_, reply) => reply.destroy())
  await expect(client().organization.read()).rejects.toMatchObject({ status: 0, code: 'unreachable' })
  expect(seen).toHaveLength(5)
})

test('a change that names its version is not repeated, because the repetition would look like a conflict', async () => {
  answers = [problem(503, 'unavailable')]
  await expect(client().rows.update('case', 'case-1', { values: {}, ifVersion: 7 })).rejects.toMatchObject({
    status: 503,
  })
  expect(seen).toHaveLength(1)
  expect(seen[0]?.headers['if-match']).toBe('"7"')
})

test('reads the version of the configuration from its ETag', async () => {
  answers = [json(200, { version: 1 }, { etag: '"12"' })]
  expect(await client().configuration.read()).toEqual({ document: { version: 1 }, version: 12 })
})

test('a reply that this client does not know is an error, not a wrong value', async () => {
  answers = [json(200, { ...row, version: 'one' })]
  await expect(client().rows.read('case', 'case-1')).rejects.toMatchObject({ code: 'invalidReply' })
})

test('walks through all pages of a list', async () => {
  answers = [
    json(200, { items: [row, { ...row, id: 'case-2' }], nextCursor: 'abc' }),
    json(200, { items: [{ ...row, id: 'case-3' }], nextCursor: null }),
  ]
  const ids: string[] = []
  for await (const one of client().rows.each('case', { filter: ['priority:eq:High', 'active:eq:true'] }))
    ids.push(one.id)
  expect(ids).toEqual(['case-1', 'case-2', 'case-3'])
  expect(seen[1]?.url).toBe('/api/v1/tables/case/rows?filter=priority%3Aeq%3AHigh&filter=active%3Aeq%3Atrue&cursor=abc')
})

test('keeps the session cookie where the platform has no cookie jar', async () => {
  const session = {
    account: {
      id: 'a',
      name: 'Ana',
      email: 'ana@example.com',
      businessUnit: 'root',
      accessMode: 'Read-Write',
      tenantAdministrator: false,
    },
    roles: [],
    capabilities: [],
    representative: 'ana',
    organization: { id: 'default', name: 'Desk' },
    by: 'cookie',
    mustChangePassword: false,
  }
  answers = [json(200, session, { 'set-cookie': 'ur.session=abc; Path=/; HttpOnly' }), json(200, session)]
  const signedIn = client()
  await signedIn.session.signIn({ email: 'ana@example.com', password: 'a long phrase' })
  await signedIn.session.read()
  expect(seen[1]?.headers.cookie).toBe('ur.session=abc')
})

test('many operations are calls of 1,000, each with its reply or its error', async () => {
  const refused = {
    type: 'x',
    title: 'x',
    status: 404,
    detail: 'No such row.',
    code: 'notFound',
    retry: false,
    requestId: 'r',
  }
  const many = Array.from({ length: 1_000 }, () => ({ status: 200, body: row }))
  answers = [json(200, { results: many }), json(200, { results: [{ status: 404, problem: refused }] })]
  const inputs = Array.from({ length: 1_001 }, (_, index) => ({ params: { table: 'case', id: `c${index}` } }))
  const outcomes = await client().bulk.each(operations.completeRow, inputs)
  expect(outcomes).toHaveLength(1_001)
  expect(outcomes[0]).toEqual({ ok: true, reply: row, version: null })
  expect(outcomes[1_000]).toMatchObject({
    ok: false,
    error: { status: 404, code: 'notFound', message: 'No such row.' },
  })
  expect(JSON.parse(seen[1]?.body ?? '')).toEqual({
    operations: [{ operation: 'completeRow', path: { table: 'case', id: 'c1000' } }],
  })
})

test('operations of different kinds are one call under the key that is given', async () => {
  answers = [json(200, { results: [{ status: 200, body: null, version: 2 }] })]
  const asked = [
    { operation: 'updateRow', path: { table: 'case', id: 'a' }, body: { values: {} }, ifMatch: 1 } as const,
  ]
  expect(await client().bulk.run(asked, { idempotencyKey: 'import-1', replies: 'none' })).toEqual([
    { status: 200, body: null, version: 2 },
  ])
  expect(seen[0]?.headers['idempotency-key']).toBe('import-1')
  expect(JSON.parse(seen[0]?.body ?? '').replies).toBe('none')
})
