import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { signIn, startTestApp, type TestApp } from './testing/test-app.ts'

const password = 'quiet river lamp'

let app: TestApp
let key: string
let link: string
beforeAll(async () => {
  app = await startTestApp({ singleSignOn: { ...provider, roleOfGroup: new Map([['leads', 'Group lead']]) } })
  await edit({
    list: 'customRoles',
    name: 'Team lead',
    create: true,
    row: { name: 'Team lead', persona: 'supervisor' },
  })
  const made = await admin('POST', '/api/v1/api-keys', { name: 'Board', roles: ['Team lead'] })
  key = made.body.key
  link = (await invite('lea@example.com', ['Team lead'])).body.link
  await accept(link)
})
afterAll(() => app.stop())

const provider = {
  issuer: 'http://localhost:9',
  clientId: 'unified-routing',
  clientSecret: 'a secret of the test',
  scopes: 'openid',
  accountClaim: 'email',
  trustsUnstatedEmail: false,
  rolesClaim: 'groups',
  label: 'Sign in at Example',
  makesAccounts: true,
}

function admin(method: string, url: string, body?: unknown) {
  return app.call('System Administrator', method, url, body === undefined ? {} : { body })
}

async function edit(change: object) {
  const { version } = app.engine.configuration()
  return admin('POST', '/api/v1/configuration/changes', { basedOn: version, changes: [change] })
}

function invite(email: string, roles: readonly string[]) {
  return admin('POST', '/api/v1/invitations', { email, name: 'Lea', roles })
}

function accept(to: string) {
  const body = { token: new URL(to).hash.slice(1), password }
  return app.call(null, 'POST', '/api/v1/invitations/accept', { body })
}

async function accountOf(email: string) {
  const { body } = await admin('GET', '/api/v1/accounts')
  return body.items.find((account: { email: string }) => account.email === email)
}

async function rolesBy(headers: Record<string, string>): Promise<readonly string[]> {
  return (await app.call(null, 'GET', '/api/v1/session', { headers })).body.roles
}

async function map(name: string, persona: string) {
  const done = await edit({ list: 'customRoles', name, row: { name, persona } })
  expect(done.status, done.text).toBe(200)
}

describe('a custom role that is held outside the configuration', () => {
  beforeEach(() => map('Team lead', 'supervisor'))

  test('is shown by its name and allows what its persona does', async () => {
    expect(await accountOf('lea@example.com')).toMatchObject({ roles: ['Team lead'] })
    expect((await admin('GET', '/api/v1/api-keys')).body.items[0]).toMatchObject({ roles: ['Team lead'] })
    expect((await admin('GET', '/api/v1/invitations')).body.items[0]).toMatchObject({ roles: ['Team lead'] })
    const cookie = await signIn(app, 'lea@example.com', password)
    expect(await rolesBy({ cookie })).toEqual(['Omnichannel Supervisor'])
    expect(await rolesBy({ 'x-api-key': key })).toEqual(['Omnichannel Supervisor'])
  })

  test('allows other things from the next request on when its persona changes', async () => {
    const cookie = await signIn(app, 'lea@example.com', password)
    await rolesBy({ 'x-api-key': key })
    await map('Team lead', 'representative')
    expect(await rolesBy({ cookie })).toEqual(['Customer Service Representative'])
    expect(await rolesBy({ 'x-api-key': key })).toEqual(['Customer Service Representative'])
  })

  test('does not go, and says who has it', async () => {
    const { link: open } = (await invite('open@example.com', ['Team lead'])).body
    const removed = await edit({ list: 'customRoles', name: 'Team lead', remove: true, alsoRemoveReferences: true })
    const words = 'the account lea@example.com, the API key Board, the invitation of open@example.com'
    expect(removed.body).toMatchObject({ code: 'refused', reason: 'roleInUse' })
    expect(removed.body.detail).toContain(words)
    const read = await admin('GET', '/api/v1/configuration')
    const replaced = await app.call('System Administrator', 'PUT', '/api/v1/configuration', {
      body: { ...read.body, customRoles: [] },
      headers: { 'if-match': String(read.headers.etag) },
    })
    expect(replaced.body).toMatchObject({ code: 'refused', reason: 'roleInUse' })
    expect((await accept(open)).body).toMatchObject({ roles: ['Omnichannel Supervisor'] })
  })

  test('takes its holders along when it gets another name', async () => {
    const renamed = await edit({ list: 'customRoles', name: 'Team lead', rename: 'Shift lead' })
    expect(renamed.status, renamed.text).toBe(200)
    expect(await accountOf('lea@example.com')).toMatchObject({ roles: ['Shift lead'] })
    expect(await rolesBy({ 'x-api-key': key })).toEqual(['Omnichannel Supervisor'])
    expect((await edit({ list: 'customRoles', name: 'Shift lead', rename: 'Team lead' })).status).toBe(200)
    expect((await admin('GET', '/api/v1/invitations')).body.items.map(({ roles }: Held) => roles)).toContainEqual([
      'Team lead',
    ])
  })

  test('is refused by name where nobody has defined it, with the roles that there are', async () => {
    const { id } = await accountOf('lea@example.com')
    const replies = [
      await invite('more@example.com', ['Chief']),
      await admin('POST', '/api/v1/api-keys', { name: 'More', roles: ['Chief'] }),
      await admin('PATCH', `/api/v1/accounts/${id}`, { roles: ['Chief'] }),
    ]
    for (const { body } of replies) {
      expect(body).toMatchObject({ code: 'invalid', errors: [{ path: 'body.roles' }] })
      expect(body.errors[0].message).toMatch(/no role 'Chief'; there are System Administrator, .*, Team lead/)
    }
  })

  test('is given by nobody who may not do as much', async () => {
    const { id } = await accountOf('lea@example.com')
    await admin('PATCH', `/api/v1/accounts/${id}`, { roles: ['System Administrator'], accessMode: 'Administrative' })
    const cookie = await signIn(app, 'lea@example.com', password)
    const body = { email: 'more@example.com', name: 'More', roles: ['Team lead'] }
    const reply = await app.call(null, 'POST', '/api/v1/invitations', { body, headers: { cookie } })
    expect(reply.body).toMatchObject({ code: 'forbidden', errors: [{ path: 'body.roles' }] })
    expect(reply.body.detail).toContain('Team lead allows more')
    await admin('PATCH', `/api/v1/accounts/${id}`, { roles: ['Team lead'], accessMode: 'Read-Write' })
  })

  test('keeps its name and stays while a group of the identity provider gives it', async () => {
    await edit({
      list: 'customRoles',
      name: 'Group lead',
      create: true,
      row: { name: 'Group lead', persona: 'supervisor' },
    })
    for (const change of [{ remove: true }, { rename: 'Other' }]) {
      const reply = await edit({ list: 'customRoles', name: 'Group lead', ...change })
      expect(reply.body).toMatchObject({ code: 'refused', reason: 'roleInUse' })
      expect(reply.body.detail).toContain('UR_OIDC_ROLES')
    }
  })
})

interface Held {
  readonly roles: readonly string[]
}
