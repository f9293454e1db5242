import { bulkOperations, capabilitiesOf, type Operation, operations, roles } from '@unified-routing/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from './testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

/** A request that reaches the operation's handler; what the handler makes of it is not the question here. */
function requestFor(operation: Operation): { url: string; body?: unknown; headers?: Record<string, string> } {
  const url = operation.path.replace('{table}', 'case').replace('{id}', 'nothing').replace('{name}', 'nobody')
  const body = operation.method === 'GET' || operation.method === 'DELETE' ? undefined : (operation.example ?? {})
  const query = operation.id === 'explainWorkItem' ? '?representative=nobody' : ''
  return {
    url: url + query,
    ...(body === undefined ? {} : { body }),
    ...(operation.version === 'must' ? { headers: { 'if-match': '"999"' } } : {}),
  }
}

const all: Operation[] = Object.values(operations)
// A stream does not end by itself; live-stream.pg.test.ts asks who may open one. Signing in and out is no matter of roles.
const walked = all.filter(({ id }) => !['live', 'signIn', 'signOut', 'signOutEverywhere'].includes(id))

describe.each(walked.map((operation) => ({ id: operation.id, operation })))('$id', ({ operation }) => {
  test.each(roles)('as %s', async (role) => {
    const { url, ...rest } = requestFor(operation)
    const reply = await app.call(role, operation.method, url, rest)
    const { audience } = operation
    const isAllowed = audience === 'anyone' || audience === 'signedIn' || capabilitiesOf([role]).includes(audience)
    if (isAllowed) {
      // Beyond the roles, what is somebody else's is refused by its own sentence.
      expect(reply.body?.detail ?? '').not.toContain('which does not allow this')
      expect(reply.status, reply.text).toBeLessThan(500)
    } else {
      expect(reply.status, reply.text).toBe(403)
      expect(reply.body).toMatchObject({ code: 'forbidden', status: 403 })
      expect(reply.body.detail).toContain(role)
    }
  })

  test('without signing in', async () => {
    const { url, ...rest } = requestFor(operation)
    const reply = await app.call(null, operation.method, url, rest)
    if (operation.audience === 'anyone') expect([401, 403], reply.text).not.toContain(reply.status)
    else expect(reply.body).toMatchObject({ code: 'unauthenticated', status: 401 })
  })
})

test.each(roles)('in a bulk call %s may do what they may do alone', async (role) => {
  const asked: Operation[] = Object.values(bulkOperations)
  const { body } = await app.call(role, 'POST', operations.runInBulk.path, {
    body: {
      operations: asked.map(({ id, method, example = {} }) => ({
        operation: id,
        path: pathOf(id),
        ...(method === 'DELETE' ? {} : { body: example }),
      })),
    },
  })
  for (const [place, { id, audience }] of asked.entries()) {
    const isAllowed = audience !== 'anyone' && audience !== 'signedIn' && capabilitiesOf([role]).includes(audience)
    const text = JSON.stringify(body.results[place])
    if (isAllowed) expect(text, id).not.toContain('which does not allow this')
    else expect(text, id).toContain(`You have ${role}, which does not allow this`)
  }
})

/** Of nothing and nobody. */
function pathOf(id: string): Record<string, string> {
  const { path } = all.find((operation) => operation.id === id) ?? { path: '' }
  return Object.fromEntries(
    [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, name === 'table' ? 'case' : 'nobody']),
  )
}

test('every operation of the contract is on the server, and nothing else under /api', () => {
  const routes = app.server.printRoutes({ commonPrefix: false })
  for (const { path } of all)
    expect(routes).toContain(
      path
        .replace(/\{(\w+)\}/g, ':$1')
        .split('/')
        .at(-1),
    )
  for (const { path, method } of all)
    expect(app.server.hasRoute({ method, url: path.replace(/\{(\w+)\}/g, ':$1') }), `${method} ${path}`).toBe(true)
})
