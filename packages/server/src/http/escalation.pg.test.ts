import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signIn, startTestApp, type TestApp } from './testing/test-app.ts'

let app: TestApp
/** Of an account with the role System Administrator in the access mode Administrative: it sees no data of customers. */
let limited: string
beforeAll(async () => {
  app = await startTestApp()
  const id = await addAccount('limited@example.com', ['System Administrator'])
  const mode = { body: { accessMode: 'Administrative' } }
  await app.call('System Administrator', 'PATCH', `/api/v1/accounts/${id}`, mode)
  limited = await signIn(app, 'limited@example.com', password)
})
afterAll(() => app.stop())

const password = 'quiet river lamp'

/** Makes an account of no representative and answers its id. */
async function addAccount(email: string, roles: readonly string[]): Promise<string> {
  const invited = { email, name: 'Added', roles }
  const made = await app.call('System Administrator', 'POST', '/api/v1/invitations', { body: invited })
  const secret = { token: new URL(made.body.link).hash.slice(1), password }
  await app.call(null, 'POST', '/api/v1/invitations/accept', { body: secret })
  const { body } = await app.call('System Administrator', 'GET', '/api/v1/accounts')
  return body.items.find((account: { email: string }) => account.email === email).id
}

function asLimited(method: string, url: string, rest: { body?: unknown; headers?: Record<string, string> } = {}) {
  return app.call(null, method, url, { ...rest, headers: { cookie: limited, ...rest.headers } })
}

async function putRepresentative(change: (people: Record<string, unknown>[]) => void) {
  const read = await asLimited('GET', '/api/v1/configuration')
  change(read.body.representatives)
  const headers = { 'if-match': String(read.headers.etag) }
  return asLimited('PUT', '/api/v1/configuration', { body: read.body, headers })
}

describe('whoever manages accounts but sees no data of customers', () => {
  test.each(['System Administrator', 'Customer Service Representative'])('invites no %s', async (role) => {
    const body = { email: 'more@example.com', name: 'More', roles: [role] }
    const reply = await asLimited('POST', '/api/v1/invitations', { body })
    expect(reply.body).toMatchObject({ code: 'forbidden', errors: [{ path: 'body.roles' }] })
    const listed = await app.call('System Administrator', 'GET', '/api/v1/invitations')
    expect(listed.body.items.map(({ email }: { email: string }) => email)).not.toContain('more@example.com')
  })

  test('sets no password of somebody who does', async () => {
    const body = { password: 'told by telephone' }
    const reply = await asLimited('PUT', '/api/v1/representatives/sam/password', { body })
    expect(reply.body).toMatchObject({ code: 'forbidden' })
    await signIn(app, 'sam@example.com')
  })

  test('makes no API key with more', async () => {
    const body = { name: 'More', roles: ['CSR Manager'], expiresInDays: 1 }
    const reply = await asLimited('POST', '/api/v1/api-keys', { body })
    expect(reply.body).toMatchObject({ code: 'forbidden', errors: [{ path: 'body.roles' }] })
  })

  test('gives no account a role with more', async () => {
    const id = await addAccount('other@example.com', ['Omnichannel Agent'])
    const reply = await asLimited('PATCH', `/api/v1/accounts/${id}`, { body: { roles: ['System Administrator'] } })
    expect(reply.body).toMatchObject({ code: 'forbidden', errors: [{ path: 'body.roles' }] })
  })

  test('gives no representative a role with more, and none of the mighty another address', async () => {
    const email = 'mine@example.com'
    const changes: ((people: Record<string, unknown>[]) => void)[] = [
      (people) => people.push({ name: 'more', email, roles: ['System Administrator'] }),
      (people) => Object.assign(people.find(({ name }) => name === 'chris') ?? {}, { roles: ['CSR Manager'] }),
      (people) => Object.assign(people.find(({ name }) => name === 'sam') ?? {}, { email }),
    ]
    for (const change of changes) expect((await putRepresentative(change)).body).toMatchObject({ code: 'forbidden' })
  })

  test('maps no custom role to more', async () => {
    const read = await asLimited('GET', '/api/v1/configuration')
    const body = { ...read.body, customRoles: [{ name: 'Mine', persona: 'supervisor' }] }
    const headers = { 'if-match': String(read.headers.etag) }
    expect((await asLimited('PUT', '/api/v1/configuration', { body, headers })).body).toMatchObject({
      code: 'forbidden',
      errors: [{ path: 'customRoles Mine persona' }],
    })
  })

  test('still adds somebody who only works', async () => {
    const reply = await putRepresentative((people) => people.push({ name: 'nora', email: 'nora@example.com' }))
    expect(reply.status, reply.text).toBe(200)
  })
})
