import { createServer } from 'node:http'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { send, startTestApp, type TestApp, type TestReply } from './testing/test-app.ts'

const startUrl = '/api/auth/single-sign-on/start'
const finishUrl = '/api/auth/single-sign-on/finish'
const publicUrl = 'http://localhost:9'

let provider: Awaited<ReturnType<typeof startProvider>>
let app: TestApp
beforeAll(async () => {
  provider = await startProvider()
  app = await startWith({ trustsUnstatedEmail: false })
})
afterAll(async () => {
  await app.stop()
  await provider.stop()
})

function startWith(trust: { readonly trustsUnstatedEmail: boolean }): Promise<TestApp> {
  return startTestApp({
    publicUrl,
    singleSignOn: {
      ...trust,
      issuer: provider.issuer,
      clientId: 'unified-routing',
      clientSecret: 'a secret of the test',
      scopes: 'openid email profile groups',
      accountClaim: 'email',
      rolesClaim: 'groups',
      label: 'Sign in at Example',
      makesAccounts: true,
      roleOfGroup: new Map([
        ['routing-admins', 'Omnichannel Administrator'],
        ['leads', 'Team lead'],
      ]),
    },
  })
}

interface Begun {
  readonly cookie: string
  readonly parameters: string
}

/** Goes to the provider as somebody and comes back with its answer, as a browser does. */
async function goAs(login: string, to = app): Promise<Begun> {
  const started = await send(to, { method: 'POST', url: startUrl, payload: {} })
  expect(started.status, started.text).toBe(200)
  const back = await provider.signIn(started.body.url, login)
  const cookie = String(started.headers['set-cookie']).split(';')[0] ?? ''
  return { cookie, parameters: new URL(back).search.slice(1) }
}

function finish({ cookie, parameters }: Begun, to = app): Promise<TestReply> {
  return send(to, { method: 'POST', url: finishUrl, headers: { cookie }, payload: { parameters } })
}

describe('single sign-on', () => {
  test('signs in whose address has an account, with the roles of here', async () => {
    const reply = await finish(await goAs('cara'))
    expect(reply.status, reply.text).toBe(200)
    expect(reply.body).toMatchObject({ representative: 'cara', roles: ['Customer Service Representative'] })
    const cookies = reply.headers['set-cookie']
    const cookie = (Array.isArray(cookies) ? cookies : []).map((one: string) => one.split(';')[0]).join('; ')
    expect((await app.call(null, 'GET', '/api/v1/session', { headers: { cookie } })).status).toBe(200)
  })

  test('makes an account for somebody whose group gives a role, once', async () => {
    const first = await finish(await goAs('newcomer'))
    expect(first.body).toMatchObject({ roles: ['Omnichannel Administrator'], representative: null })
    const second = await finish(await goAs('newcomer'))
    expect(second.body.account.id).toBe(first.body.account.id)
  })

  test('gives a custom role by its group once the configuration has it', async () => {
    expect((await finish(await goAs('lead'))).body).toMatchObject({ code: 'forbidden' })
    const row = { name: 'Team lead', persona: 'supervisor' }
    const added = await app.call('System Administrator', 'POST', '/api/v1/configuration/changes', {
      body: { basedOn: 1, changes: [{ list: 'customRoles', name: 'Team lead', create: true, row }] },
    })
    expect(added.status, added.text).toBe(200)
    expect((await finish(await goAs('lead'))).body).toMatchObject({ roles: ['Omnichannel Supervisor'] })
  })

  test('lets in nobody without an account and without a group', async () => {
    expect((await finish(await goAs('stranger'))).body).toMatchObject({ code: 'forbidden', status: 403 })
  })

  test('trusts no address that the provider has not verified', async () => {
    expect((await finish(await goAs('unverified'))).body).toMatchObject({ code: 'unauthenticated' })
  })

  test('trusts no address of which the provider does not say whether it has verified it', async () => {
    for (const login of ['unstated', 'unstated-newcomer'])
      expect((await finish(await goAs(login))).body, login).toMatchObject({ code: 'unauthenticated' })
  })

  test('trusts such an address where a setting says so, but none that is said to be unverified', async () => {
    const trusting = await startWith({ trustsUnstatedEmail: true })
    expect((await finish(await goAs('unstated', trusting), trusting)).body).toMatchObject({ representative: 'otto' })
    expect((await finish(await goAs('unverified', trusting), trusting)).status).toBe(401)
    await trusting.stop()
  })

  test('gives an account to the first person of its address, and to no second', async () => {
    expect((await finish(await goAs('cara'))).status).toBe(200)
    expect((await finish(await goAs('cara-again'))).body).toMatchObject({ code: 'forbidden' })
  })
})

describe('an answer of the provider', () => {
  test('is taken from the browser that began only', async () => {
    const mine = await goAs('cara')
    const other = await goAs('cara')
    expect((await finish({ ...mine, cookie: '' })).status).toBe(401)
    expect((await finish({ ...mine, cookie: other.cookie })).status).toBe(401)
  })

  test('with another state or code is refused', async () => {
    const begun = await goAs('cara')
    for (const name of ['state', 'code']) {
      const parameters = new URLSearchParams(begun.parameters)
      parameters.set(name, 'forged')
      expect((await finish({ ...begun, parameters: parameters.toString() })).status, name).toBe(401)
    }
  })

  test('works once', async () => {
    const begun = await goAs('cara')
    expect((await finish(begun)).status).toBe(200)
    expect((await finish(begun)).status).toBe(401)
  })
})

test('the sign-in page is told what its button says, and nothing where it is not set up', async () => {
  expect((await app.call(null, 'GET', '/api/auth/options')).body).toEqual({ singleSignOn: 'Sign in at Example' })
  const plain = await startTestApp()
  expect((await plain.call(null, 'GET', '/api/auth/options')).body).toEqual({ singleSignOn: null })
  expect((await plain.call(null, 'POST', startUrl, { body: {} })).body).toMatchObject({ code: 'notFound' })
  await plain.stop()
})

const people: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  cara: { email: 'cara@example.com', email_verified: true, name: 'Cara' },
  'cara-again': { email: 'cara@example.com', email_verified: true, name: 'Another Cara' },
  newcomer: { email: 'newcomer@example.com', email_verified: true, name: 'New Comer', groups: ['routing-admins'] },
  lead: { email: 'lead@example.com', email_verified: true, name: 'Lead', groups: ['leads'] },
  stranger: { email: 'stranger@example.com', email_verified: true, name: 'Stranger', groups: ['others'] },
  unstated: { email: 'otto@example.com', name: 'Not Otto' },
  'unstated-newcomer': { email: 'unstated@example.com', name: 'Newcomer', groups: ['routing-admins'] },
  unverified: { email: 'olga@example.com', email_verified: false, name: 'Not Olga' },
}

/** A real OpenID Connect provider on this machine, whose people need no password. */
async function startProvider() {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const issuer = `http://127.0.0.1:${port}`
  const oidc = new Provider(issuer, {
    clients: [
      {
        client_id: 'unified-routing',
        client_secret: 'a secret of the test',
        redirect_uris: [`${publicUrl}/sign-in/callback`],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], groups: ['groups'] },
    scopes: ['openid', 'email', 'profile', 'groups'],
    pkce: { required: () => true },
    cookies: { keys: ['a key of the test'] },
    findAccount: (_context, id) => ({ accountId: id, claims: async () => ({ sub: id, ...people[id] }) }),
  })
  server.on('request', oidc.callback())
  return { issuer, signIn: browse, stop: () => new Promise((resolve) => server.close(resolve)) }
}

const STEPS_MAX = 10

/** Follows the provider's pages, answers who one is and agrees, until it sends the browser away. */
async function browse(url: string, login: string): Promise<string> {
  const jar = new Map<string, string>()
  let next: { url: string; body?: URLSearchParams } = { url }
  for (let step = 0; step < STEPS_MAX; step++) {
    if (next.url.startsWith(publicUrl)) return next.url
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await fetch(next.url, {
      redirect: 'manual',
      headers: { cookie },
      ...(next.body === undefined ? {} : { method: 'POST', body: next.body }),
    })
    for (const line of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    const location = reply.headers.get('location')
    if (location !== null) {
      next = { url: new URL(location, next.url).href }
      continue
    }
    const page = await reply.text()
    const [, action = ''] = /action="([^"]+)"/.exec(page) ?? []
    const [, prompt = ''] = /name="prompt" value="([^"]+)"/.exec(page) ?? []
    next = {
      url: new URL(action, next.url).href,
      body: new URLSearchParams({ prompt, login, password: 'any' }),
    }
  }
  throw new Error(`the provider did not send ${login} back`)
}
