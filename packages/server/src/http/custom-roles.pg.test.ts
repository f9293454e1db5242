import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signIn, startTestApp, type TestApp } from './testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

type Document = Record<string, Record<string, unknown>[]>

/** Changes the configuration as somebody of a role. */
async function change(by: Parameters<TestApp['call']>[0], edit: (document: Document) => void) {
  const read = await app.call(by, 'GET', '/api/v1/configuration')
  edit(read.body)
  return app.call(by, 'PUT', '/api/v1/configuration', {
    body: read.body,
    headers: { 'if-match': String(read.headers.etag) },
  })
}

function giveRole(document: Document, name: string, role: string) {
  Object.assign(document.representatives?.find((one) => one.name === name) ?? {}, { roles: [role] })
}

async function capabilitiesOf(name: string): Promise<readonly string[]> {
  const cookie = await signIn(app, `${name}@example.com`)
  return (await app.call(null, 'GET', '/api/v1/session', { headers: { cookie } })).body.capabilities
}

describe('a custom role', () => {
  test.each([
    ['representative', 'cara'],
    ['supervisor', 'sue'],
    ['administrator', 'otto'],
  ])('with the persona %s allows what the role of the product does that %s has', async (persona, like) => {
    const made = await change('System Administrator', (document) => {
      document.customRoles = [{ name: 'Seasonal service', persona }]
      giveRole(document, 'chris', 'Seasonal service')
    })
    expect(made.status, made.text).toBe(200)
    expect(await capabilitiesOf('chris')).toEqual(await capabilitiesOf(like))
  })

  test('takes effect on the next request when its persona changes', async () => {
    const cookie = await signIn(app, 'chris@example.com')
    const read = () => app.call(null, 'GET', '/api/v1/configuration', { headers: { cookie } })
    expect((await read()).status).toBe(200)
    await change('System Administrator', (document) => {
      document.customRoles = [{ name: 'Seasonal service', persona: 'representative' }]
    })
    expect((await read()).status).toBe(403)
  })

  test('that nobody has defined is refused by name', async () => {
    const reply = await change('System Administrator', (document) => giveRole(document, 'chris', 'Chief'))
    expect(reply.body).toMatchObject({ code: 'invalid' })
    expect(reply.body.errors[0].message).toContain("no role 'Chief'")
  })

  test('cannot go while somebody has it', async () => {
    const reply = await change('System Administrator', (document) => {
      document.customRoles = []
    })
    expect(reply.body).toMatchObject({ code: 'invalid' })
  })

  test.each(['CSR Manager', 'Omnichannel Administrator'] as const)('is not for a %s to map', async (role) => {
    const edits: ((document: Document) => void)[] = [
      (document) => document.customRoles?.push({ name: 'Mine', persona: 'administrator' }),
      (document) => Object.assign(document.customRoles?.[0] ?? {}, { persona: 'administrator' }),
    ]
    for (const edit of edits) expect((await change(role, edit)).body).toMatchObject({ code: 'forbidden' })
  })

  test('is given to others by whoever manages accounts only', async () => {
    const reply = await change('CSR Manager', (document) => giveRole(document, 'cara', 'Seasonal service'))
    expect(reply.body).toMatchObject({ code: 'forbidden' })
  })

  test('leaves a version and a line in the audit log', async () => {
    const { body } = await app.call('System Administrator', 'GET', '/api/v1/audit?list=customRoles')
    expect(body.items[0]).toMatchObject({ action: 'configurationChanged' })
  })
})
