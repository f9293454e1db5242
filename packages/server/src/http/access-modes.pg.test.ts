import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signIn, startTestApp, type TestApp, testPassword } from './testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

async function accountOf(email: string) {
  const { body } = await app.call('System Administrator', 'GET', '/api/v1/accounts')
  return body.items.find((account: { email: string }) => account.email === email)
}

async function change(email: string, body: unknown) {
  const { id } = await accountOf(email)
  return app.call('System Administrator', 'PATCH', `/api/v1/accounts/${id}`, { body })
}

const newCase = { body: { values: { title: 'By whom' } } }

describe('an account in the access mode', () => {
  test('Read sees what its roles see and writes nothing', async () => {
    expect((await change('mona@example.com', { accessMode: 'Read' })).status).toBe(200)
    expect((await app.call('CSR Manager', 'GET', '/api/v1/tables/case/rows')).status).toBe(200)
    const written = await app.call('CSR Manager', 'POST', '/api/v1/tables/case/rows', newCase)
    expect(written.body).toMatchObject({ code: 'forbidden' })
    expect(written.body.detail).toContain('access mode Read')
    const presence = await app.call('CSR Manager', 'POST', '/api/v1/representatives/mona/presence/reset')
    expect(presence.status).toBe(403)
    const message = { body: { text: 'Hello' } }
    const sent = await app.call('CSR Manager', 'POST', '/api/v1/conversations/any/messages', message)
    expect(sent.body.detail).toContain('does not allow changes')
    await change('mona@example.com', { accessMode: 'Read-Write' })
    expect((await app.call('CSR Manager', 'POST', '/api/v1/tables/case/rows', newCase)).status).toBe(201)
  })

  test('Administrative configures and sees no data of customers', async () => {
    await change('mona@example.com', { accessMode: 'Administrative' })
    expect((await app.call('CSR Manager', 'GET', '/api/v1/configuration')).status).toBe(200)
    expect((await app.call('CSR Manager', 'GET', '/api/v1/queues')).status).toBe(200)
    for (const url of ['/api/v1/tables/contact/rows', '/api/v1/work-items?view=all', '/api/v1/queues/Support/waiting'])
      expect((await app.call('CSR Manager', 'GET', url)).status, url).toBe(403)
    await change('mona@example.com', { accessMode: 'Read-Write' })
  })

  test('Non-interactive does not sign in, and ends where it was', async () => {
    const cookie = await signIn(app, 'chris@example.com')
    await change('chris@example.com', { accessMode: 'Non-interactive' })
    expect((await app.call(null, 'GET', '/api/v1/session', { headers: { cookie } })).status).toBe(401)
    const body = { email: 'chris@example.com', password: testPassword }
    const reply = await app.call(null, 'POST', '/api/auth/sign-in/email', { body })
    expect(reply.body).toMatchObject({ code: 'forbidden', reason: 'nonInteractive' })
    expect(reply.headers['set-cookie']).toBeUndefined()
    await change('chris@example.com', { accessMode: 'Read-Write' })
  })
})

describe('an account', () => {
  test('is changed by others only', async () => {
    expect((await change('sam@example.com', { accessMode: 'Read' })).body).toMatchObject({ reason: 'ownAccount' })
  })

  test('of a representative has its roles in the configuration', async () => {
    const reply = await change('cara@example.com', { roles: ['System Administrator'] })
    expect(reply.body).toMatchObject({ reason: 'rolesOfRepresentative' })
  })

  test('speaks for the tenant only when one who does has said so', async () => {
    expect((await change('cara@example.com', { tenantAdministrator: true })).body).toMatchObject({ code: 'forbidden' })
    expect((await accountOf('cara@example.com')).tenantAdministrator).toBe(false)
  })

  test('is signed out everywhere by an administrator', async () => {
    const cookie = await signIn(app, 'olga@example.com')
    const { id } = await accountOf('olga@example.com')
    expect((await app.call('System Administrator', 'POST', `/api/v1/accounts/${id}/sign-out`)).status).toBe(204)
    expect((await app.call(null, 'GET', '/api/v1/session', { headers: { cookie } })).status).toBe(401)
  })

  test('that is changed leaves a difference in the audit log', async () => {
    await change('cara@example.com', { accessMode: 'Read' })
    const { body } = await app.call(
      'System Administrator',
      'GET',
      '/api/v1/audit?action=accountChanged&name=cara@example.com',
    )
    const entry = await app.call('System Administrator', 'GET', `/api/v1/audit/${body.items[0].id}`)
    expect(entry.body.difference[0].fields).toEqual([{ path: 'accessMode', before: 'Read-Write', after: 'Read' }])
    await change('cara@example.com', { accessMode: 'Read-Write' })
  })
})
