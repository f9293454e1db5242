import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { send, signIn, startTestApp, type TestApp, testPassword } from './testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp({
    limits: {
      atOnce: 1_000,
      perCaller: 1_000,
      perAnonymousAddress: 1_000,
      signInsPerAccount: 5,
      signInsPerAddress: 1_000,
    },
  })
})
afterAll(() => app.stop())

const signInUrl = '/api/auth/sign-in/email'

describe('signing in', () => {
  test('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const reply = await send(app, {
      method: 'POST',
      url: signInUrl,
      payload: { email: 'cara@example.com', password: testPassword },
    })
    expect(reply.body).toMatchObject({ representative: 'cara', roles: ['Customer Service Representative'] })
    expect(reply.body.account).toMatchObject({
      businessUnit: 'root',
      accessMode: 'Read-Write',
      tenantAdministrator: false,
    })
    expect(String(reply.headers['set-cookie'])).toMatch(/HttpOnly/i)
    expect(String(reply.headers['set-cookie'])).toMatch(/SameSite=Lax/i)
  })

  test('tells a wrong password and an unknown address apart for nobody', async () => {
    const wrong = await app.call(null, 'POST', signInUrl, { body: { email: 'mona@example.com', password: 'wrong' } })
    const unknown = await app.call(null, 'POST', signInUrl, {
      body: { email: 'nobody@example.com', password: 'wrong' },
    })
    expect(wrong.status).toBe(401)
    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' })
  })

  test('is throttled for an address that is guessed at, with the time to wait', async () => {
    const body = { email: 'olga@example.com', password: 'wrong' }
    for (let guess = 0; guess < 5; guess++) expect((await app.call(null, 'POST', signInUrl, { body })).status).toBe(401)
    const limited = await app.call(null, 'POST', signInUrl, { body: { ...body, password: testPassword } })
    expect(limited.body).toMatchObject({ code: 'limited', status: 429, retry: true })
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0)
  })

  test('ends with signing out, also for the cookie itself', async () => {
    const cookie = await signIn(app, 'chris@example.com')
    expect((await app.call(null, 'GET', '/api/v1/session', { headers: { cookie } })).status).toBe(200)
    expect((await app.call(null, 'POST', '/api/auth/sign-out', { headers: { cookie } })).status).toBe(204)
    expect((await app.call(null, 'GET', '/api/v1/session', { headers: { cookie } })).status).toBe(401)
  })

  test('nobody can make an account from outside', async () => {
    const body = { email: 'new@example.com', password: 'a long password', name: 'New' }
    expect((await app.call(null, 'POST', '/api/auth/sign-up/email', { body })).status).toBe(404)
  })

  test('a new password ends the sessions of before', async () => {
    const cookie = await signIn(app, 'sue@example.com')
    const url = '/api/v1/representatives/sue/password'
    const set = await app.call('System Administrator', 'PUT', url, { body: { password: 'another phrase' } })
    expect(set.status, set.text).toBe(204)
    expect((await app.call(null, 'GET', '/api/v1/session', { headers: { cookie } })).status).toBe(401)
    await signIn(app, 'sue@example.com', 'another phrase')
  })
})

test('the first account belongs to the root business unit and speaks for the tenant; an API key of it does not', async () => {
  await app.accounts.bootstrap({ email: 'first@example.com', password: testPassword })
  const cookie = await signIn(app, 'first@example.com')
  const session = await app.call(null, 'GET', '/api/v1/session', { headers: { cookie } })
  const standing = { businessUnit: 'root', accessMode: 'Read-Write', tenantAdministrator: true }
  expect(session.body.account).toMatchObject(standing)
  const body = { name: 'Program', roles: ['System Administrator'] }
  const made = await app.call(null, 'POST', '/api/v1/api-keys', { headers: { cookie }, body })
  const byKey = await app.call(null, 'GET', '/api/v1/session', { headers: { 'x-api-key': made.body.key } })
  expect(byKey.body.account).toMatchObject({ ...standing, tenantAdministrator: false })
})

describe('other sites', () => {
  const body = { values: { title: 'Forged' } }
  test.each([
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'null' },
  ])('cannot change anything with a session: %j', async (headers) => {
    const reply = await app.call('CSR Manager', 'POST', '/api/v1/tables/case/rows', { body, headers })
    expect(reply.body).toMatchObject({ code: 'forbidden', status: 403 })
  })

  test('our own pages can', async () => {
    const headers = { origin: 'http://localhost:80', host: 'localhost:80', 'sec-fetch-site': 'same-origin' }
    const reply = await app.call('CSR Manager', 'POST', '/api/v1/tables/case/rows', { body, headers })
    expect(reply.status, reply.text).toBe(201)
  })
})

describe('API keys', () => {
  test('have the roles they were given, until they are revoked', async () => {
    const made = await app.call('System Administrator', 'POST', '/api/v1/api-keys', {
      body: { name: 'Reader', roles: ['Omnichannel Supervisor'], expiresInDays: 7 },
    })
    expect(made.status, made.text).toBe(201)
    const headers = { 'x-api-key': made.body.key }
    const session = await app.call(null, 'GET', '/api/v1/session', { headers })
    expect(session.body).toMatchObject({ by: 'apiKey', roles: ['Omnichannel Supervisor'], representative: null })
    expect((await app.call(null, 'GET', '/api/v1/api-keys', { headers })).status).toBe(403)
    const listed = await app.call('System Administrator', 'GET', '/api/v1/api-keys')
    expect(listed.text).not.toContain(made.body.key)
    await app.call('System Administrator', 'DELETE', `/api/v1/api-keys/${made.body.apiKey.id}`)
    expect((await app.call(null, 'GET', '/api/v1/session', { headers })).status).toBe(401)
  })
})

test('every reply carries the headers that keep browsers safe', async () => {
  const { headers } = await app.call(null, 'GET', '/api/v1/docs')
  expect(headers['content-security-policy']).toContain("script-src 'self';")
  expect(headers['content-security-policy']).not.toContain('unsafe')
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' })
})

test('a caller who asks too much is told how long to wait', async () => {
  const limits = {
    atOnce: 1_000,
    perCaller: 3,
    perAnonymousAddress: 1_000,
    signInsPerAccount: 100,
    signInsPerAddress: 100,
  }
  const limited = await startTestApp({ limits })
  const replies = []
  for (let number = 0; number < 5; number++) replies.push(await limited.call('CSR Manager', 'GET', '/api/v1/session'))
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429])
  expect(replies[4]?.body).toMatchObject({ code: 'limited', status: 429 })
  await limited.stop()
})
