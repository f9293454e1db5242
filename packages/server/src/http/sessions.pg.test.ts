import { defaultSignInSettings } from '@unified-routing/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSystemClock } from '../engine/clock.ts'
import { send, signIn, startTestApp, type TestApp, testPassword } from './testing/test-app.ts'

const signInUrl = '/api/auth/sign-in/email'
const sessionUrl = '/api/v1/session'

/** Longer than servers remember whose a cookie is. */
const REMEMBERED_MS = 5_000

let app: TestApp
let aheadMs = 0
beforeAll(async () => {
  const clock = createSystemClock()
  app = await startTestApp({
    overrides: { clock: { ...clock, now: () => clock.now() + aheadMs, notBefore: () => undefined } },
  })
})
afterAll(() => app.stop())

/** Sends a request such as "GET /api/v1/session" with a cookie. */
function as(cookie: string, request: string, body?: unknown) {
  const [method = '', url = ''] = request.split(' ')
  return app.call(null, method, url, { headers: { cookie }, ...(body === undefined ? {} : { body }) })
}

async function isSignedIn(cookie: string): Promise<boolean> {
  return (await as(cookie, `GET ${sessionUrl}`)).status === 200
}

async function signInWith(email: string, userAgent: string): Promise<string> {
  const reply = await app.server.inject({
    method: 'POST',
    url: signInUrl,
    headers: { 'user-agent': userAgent },
    payload: { email, password: testPassword },
  })
  return reply.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
}

/** Makes the sessions of an account look as if they were begun and used so long ago, as if by another server. */
function age(email: string, { begunHoursAgo, usedMinutesAgo }: { begunHoursAgo: number; usedMinutesAgo: number }) {
  aheadMs += REMEMBERED_MS
  return app.store.pool.query(
    `update auth_session
        set created_at = now() - make_interval(hours => $2), updated_at = now() - make_interval(mins => $3)
      where user_id = (select id from auth_user where email = $1)`,
    [email, begunHoursAgo, usedMinutesAgo],
  )
}

async function auditOf(action: string) {
  const { body } = await app.call('System Administrator', 'GET', `/api/v1/audit?action=${action}`)
  return body.items.map(({ name }: { name: string }) => name)
}

describe('sessions', () => {
  test('are listed with browser and address, and each can be ended from another', async () => {
    const laptop = await signInWith('chris@example.com', 'Laptop/1.0')
    const phone = await signInWith('chris@example.com', 'Phone/1.0')
    const { body } = await as(laptop, `GET ${sessionUrl}/sessions`)
    const found = body.items.map(({ userAgent, address, isCurrent }: Record<string, unknown>) => ({
      userAgent,
      address,
      isCurrent,
    }))
    expect(found).toContainEqual({ userAgent: 'Laptop/1.0', address: '127.0.0.1', isCurrent: true })
    expect(found).toContainEqual({ userAgent: 'Phone/1.0', address: '127.0.0.1', isCurrent: false })
    const other = body.items.find(({ isCurrent }: { isCurrent: boolean }) => !isCurrent)
    expect((await as(laptop, `DELETE ${sessionUrl}/sessions/${other.id}`)).status).toBe(204)
    expect(await isSignedIn(phone)).toBe(false)
    expect(await isSignedIn(laptop)).toBe(true)
    expect(await auditOf('sessionsEnded')).toEqual(['chris@example.com'])
  })

  test('of others cannot be ended', async () => {
    const mine = await signIn(app, 'chris@example.com')
    const theirs = await signIn(app, 'otto@example.com')
    const { body } = await as(theirs, `GET ${sessionUrl}/sessions`)
    expect((await as(mine, `DELETE ${sessionUrl}/sessions/${body.items[0].id}`)).status).toBe(404)
    expect(await isSignedIn(theirs)).toBe(true)
  })

  test('end everywhere at once', async () => {
    const here = await signIn(app, 'chris@example.com')
    const there = await signIn(app, 'chris@example.com')
    expect((await as(here, `POST ${sessionUrl}/sign-out-everywhere`)).status).toBe(204)
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([false, false])
    expect(await auditOf('sessionsEnded')).toContain('chris@example.com')
  })

  test('end when nobody uses them for too long, and not before', async () => {
    const cookie = await signIn(app, 'chris@example.com')
    await age('chris@example.com', { begunHoursAgo: 24, usedMinutesAgo: defaultSignInSettings.idleMinutesMax - 1 })
    expect(await isSignedIn(cookie)).toBe(true)
    // That was use: the time begins again.
    await age('chris@example.com', { begunHoursAgo: 24, usedMinutesAgo: defaultSignInSettings.idleMinutesMax + 1 })
    expect(await isSignedIn(cookie)).toBe(false)
  })

  test('stay idle while a page only listens', async () => {
    const credentials = { cookie: await signIn(app, 'chris@example.com'), apiKey: null }
    await age('chris@example.com', { begunHoursAgo: 24, usedMinutesAgo: 600 })
    const lastSeen = async () =>
      (
        await app.store.pool.query(
          "select max(updated_at) as at from auth_session where created_at < now() - interval '1 hour'",
        )
      ).rows[0].at
    const before = await lastSeen()
    await app.services.authentication.authenticate(credentials, { isActivity: false })
    expect(await lastSeen()).toEqual(before)
    await app.services.authentication.authenticate(credentials)
    expect(await lastSeen()).not.toEqual(before)
  })

  test('end when they are too old, used or not', async () => {
    const cookie = await signIn(app, 'chris@example.com')
    await age('chris@example.com', { begunHoursAgo: defaultSignInSettings.sessionHoursMax + 1, usedMinutesAgo: 1 })
    expect(await isSignedIn(cookie)).toBe(false)
  })

  test('follow shorter times as soon as they are set', async () => {
    const cookie = await signIn(app, 'chris@example.com')
    await age('chris@example.com', { begunHoursAgo: 1, usedMinutesAgo: 20 })
    const url = '/api/v1/sign-in/settings'
    const shorter = { ...defaultSignInSettings, idleMinutesMax: 15 }
    const set = await app.call('System Administrator', 'PUT', url, { body: shorter })
    expect(set.status, set.text).toBe(200)
    expect(await isSignedIn(cookie)).toBe(false)
    expect((await app.call('System Administrator', 'PUT', url, { body: defaultSignInSettings })).status).toBe(200)
    expect(await auditOf('authenticationChanged')).toHaveLength(2)
  })
})

describe('the own password', () => {
  const url = `${sessionUrl}/password`

  test('is changed by whoever knows it, and the other sessions end', async () => {
    const other = await signIn(app, 'sue@example.com')
    const mine = await signIn(app, 'sue@example.com')
    const body = { currentPassword: testPassword, newPassword: 'quiet river lamp' }
    const reply = await send(app, { method: 'POST', url, headers: { cookie: mine }, payload: body })
    expect(reply.status, reply.text).toBe(204)
    const fresh = String(reply.headers['set-cookie']).split(';')[0] ?? ''
    expect([await isSignedIn(other), await isSignedIn(mine), await isSignedIn(fresh)]).toEqual([false, false, true])
    await signIn(app, 'sue@example.com', 'quiet river lamp')
  })

  test('stays as it is when a value is wrong, and the value is named', async () => {
    const cookie = await signIn(app, 'otto@example.com')
    const change = async (currentPassword: string, newPassword: string) =>
      (await as(cookie, `POST ${url}`, { currentPassword, newPassword })).body.errors
    expect(await change('a wrong guess', 'quiet river lamp')).toMatchObject([{ path: 'body.currentPassword' }])
    expect(await change(testPassword, 'short')).toMatchObject([{ path: 'body.newPassword' }])
    expect(await change(testPassword, 'qwertyuiop')).toMatchObject([{ path: 'body.newPassword' }])
    expect(await change(testPassword, testPassword)).toMatchObject([{ path: 'body.newPassword' }])
    await signIn(app, 'otto@example.com')
  })

  test('that an administrator has set opens nothing but choosing another one', async () => {
    const set = await app.call('System Administrator', 'PUT', '/api/v1/representatives/cara/password', {
      body: { password: 'told by telephone' },
    })
    expect(set.status, set.text).toBe(204)
    const cookie = await signIn(app, 'cara@example.com', 'told by telephone')
    expect((await as(cookie, `GET ${sessionUrl}`)).body).toMatchObject({ mustChangePassword: true })
    expect((await as(cookie, `GET /api/v1/queues`)).body).toMatchObject({ reason: 'passwordChangeNeeded' })
    expect((await as(cookie, `GET /api/v1/live`)).body).toMatchObject({ reason: 'passwordChangeNeeded' })
    const body = { currentPassword: 'told by telephone', newPassword: 'my very own phrase' }
    const changed = await send(app, { method: 'POST', url, headers: { cookie }, payload: body })
    const fresh = String(changed.headers['set-cookie']).split(';')[0] ?? ''
    expect((await as(fresh, `GET /api/v1/queues`)).status).toBe(200)
  })
})

describe('after too many failed tries', () => {
  const body = { email: 'olga@example.com', password: 'a guess' }
  const tryOnce = (password: string) => app.call(null, 'POST', signInUrl, { body: { ...body, password } })

  test('an account is locked even for the right password, until an administrator unlocks it', async () => {
    for (let count = 0; count < defaultSignInSettings.failuresMax; count++)
      expect((await tryOnce('a guess')).status).toBe(401)
    const locked = await tryOnce(testPassword)
    expect(locked.body).toMatchObject({ code: 'limited', reason: 'lockedOut' })
    expect(Number(locked.headers['retry-after'])).toBeGreaterThan(50)
    const listed = await app.call('System Administrator', 'GET', '/api/v1/sign-in/lock-outs')
    expect(listed.body.items).toMatchObject([{ kind: 'account', name: 'olga@example.com', failures: 5 }])
    expect(await auditOf('signInLocked')).toEqual(['olga@example.com'])
    const unlock = { body: { kind: 'account', name: 'olga@example.com' } }
    expect((await app.call('System Administrator', 'POST', '/api/v1/sign-in/unlock', unlock)).status).toBe(204)
    expect((await tryOnce(testPassword)).status).toBe(200)
    expect(await auditOf('accountUnlocked')).toEqual(['olga@example.com'])
  })

  test('an address nobody has is locked just the same, so that nobody learns who is here', async () => {
    const nobody = { email: 'nobody@example.com', password: 'a guess' }
    for (let count = 0; count < defaultSignInSettings.failuresMax; count++)
      await app.call(null, 'POST', signInUrl, { body: nobody })
    expect((await app.call(null, 'POST', signInUrl, { body: nobody })).body).toMatchObject({ reason: 'lockedOut' })
  })

  test('a sign-in that succeeds begins the count again', async () => {
    for (const password of ['a guess', 'a guess', testPassword, 'a guess', 'a guess', 'a guess', 'a guess'])
      await tryOnce(password)
    expect((await tryOnce(testPassword)).status).toBe(200)
  })
})
