import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createSystemClock } from '../engine/clock.ts'
import { signIn, startTestApp, type TestApp, type TestRequest, testPassword } from './testing/test-app.ts'

/** Longer than this no server remembers whose a cookie is. */
const REMEMBERED_MS = 5_000
const sessionUrl = '/api/v1/session'

let here: TestApp
let elsewhere: TestApp
let aheadMs = 0
/** Of otto, whom this server has just seen. */
let cookie: string
let account: string

beforeAll(async () => {
  const clock = createSystemClock()
  const overrides = { clock: { ...clock, now: () => clock.now() + aheadMs, notBefore: () => undefined } }
  here = await startTestApp({ isAlone: false, overrides })
  elsewhere = await startTestApp({ isAlone: false, connectionString: here.connectionString, overrides })
  const { body } = await here.call('System Administrator', 'GET', '/api/v1/accounts')
  account = body.items.find(({ email }: { email: string }) => email === 'otto@example.com').id
})
afterAll(async () => {
  await elsewhere.stop()
  await here.stop()
})
beforeEach(async () => {
  cookie = await signIn(here, 'otto@example.com')
  expect([await statusAt(here), await statusAt(elsewhere)]).toEqual([200, 200])
})

/** Sends a request such as "GET /api/v1/session" as otto. */
function send(app: TestApp, request: string, rest: TestRequest = {}) {
  const [method = '', url = ''] = request.split(' ')
  return app.call(null, method, url, { headers: { cookie }, ...rest })
}

const statusAt = async (app: TestApp) => (await send(app, `GET ${sessionUrl}`)).status

function change(body: object) {
  return here.call('System Administrator', 'PATCH', `/api/v1/accounts/${account}`, { body })
}

test.each<[string, () => Promise<{ readonly status: number }>]>([
  ['its owner signs out', () => send(here, 'POST /api/auth/sign-out')],
  ['its owner signs out everywhere', () => send(here, `POST ${sessionUrl}/sign-out-everywhere`)],
  [
    'its owner ends it from another',
    async () => {
      const other = await signIn(here, 'otto@example.com')
      const { body } = await send(here, `GET ${sessionUrl}/sessions`)
      const { id } = body.items.find(({ isCurrent }: { isCurrent: boolean }) => isCurrent)
      return send(here, `DELETE ${sessionUrl}/sessions/${id}`, { headers: { cookie: other } })
    },
  ],
  [
    'an administrator signs the account out',
    () => here.call('System Administrator', 'POST', `/api/v1/accounts/${account}/sign-out`),
  ],
  [
    'an administrator sets another password',
    () =>
      here.call('System Administrator', 'PUT', '/api/v1/representatives/otto/password', {
        body: { password: testPassword },
      }),
  ],
])('a session is refused at once when %s, and on other servers within five seconds', async (_how, end) => {
  expect((await end()).status).toBeLessThan(300)
  expect(await statusAt(here)).toBe(401)
  aheadMs += REMEMBERED_MS
  expect(await statusAt(elsewhere)).toBe(401)
  await here.services.accounts.passwordChosen(account)
})

test('an account that may no longer sign in, or no longer write, is refused at once', async () => {
  expect((await change({ accessMode: 'Read' })).status).toBe(200)
  const body = { presence: 'Available' }
  expect((await send(here, 'POST /api/v1/representatives/otto/presence', { body })).status).toBe(403)
  expect((await change({ accessMode: 'Non-interactive' })).status).toBe(200)
  expect(await statusAt(here)).toBe(401)
  aheadMs += REMEMBERED_MS
  expect(await statusAt(elsewhere)).toBe(401)
  expect((await change({ accessMode: 'Read-Write' })).status).toBe(200)
})

test('a session that runs out is refused although it is remembered', async () => {
  await here.store.pool.query(
    "update auth_session set expires_at = now() + $2 * interval '1 ms' + interval '8 s' where user_id = $1",
    [account, aheadMs],
  )
  aheadMs += REMEMBERED_MS
  expect(await statusAt(here)).toBe(200)
  aheadMs += REMEMBERED_MS - 1_000
  expect(await statusAt(here)).toBe(401)
})
