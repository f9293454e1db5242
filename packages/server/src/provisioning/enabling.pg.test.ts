import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { send, signIn, startTestApp, type TestApp, testPassword } from '../http/testing/test-app.ts'

const email = 'first@example.com'
let app: TestApp
let cookie: string

beforeAll(async () => {
  app = await startTestApp()
  await app.accounts.bootstrap({ email, password: testPassword })
  cookie = await signIn(app, email)
})
afterAll(() => app.stop())

async function ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) {
  const payload = body === undefined ? {} : { payload: JSON.stringify(body) }
  const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' }
  return send(app, { method, url: `/api/v1${path}`, headers: { cookie, ...type }, ...payload })
}

async function turnOff() {
  const reply = await ask('POST', '/unified-routing/disable', { openWork: 'return' })
  expect(reply.status, reply.text).toBe(200)
}

async function turnOn() {
  const reply = await ask('POST', '/unified-routing/enable', {})
  expect(reply.status, reply.text).toBe(200)
  await app.services.enabling.provisioner.settled()
  return (await ask('GET', '/unified-routing')).body
}

const consent = () => ask('POST', '/unified-routing/consent', { onBehalfOfOrganization: true })

describe('each prerequisite that is missing is named, and keeps unified routing off', () => {
  beforeEach(async () => {
    await consent()
    await turnOff()
  })

  /** Whose a cookie is, the server remembers for a while; whoever signs in anew is known as they are now. */
  const account = async (change: string) => {
    await sql`update auth_user set ${sql.raw(change)} where email = ${email}`.execute(app.store.db)
    cookie = await signIn(app, email)
  }

  test.each([
    {
      key: 'rootSystemAdministrator',
      breakIt: () => account(`roles = '["CSR Manager"]'`),
      mendIt: () => account(`roles = '["System Administrator", "CSR Manager"]'`),
      text: 'Your account does not have the role System Administrator.',
    },
    {
      key: 'rootSystemAdministrator',
      breakIt: () => account(`business_unit = 'Europe'`),
      mendIt: () => account(`business_unit = 'root'`),
      text: 'You are System Administrator on the business unit Europe, not on the root business unit.',
    },
    {
      key: 'configurationRole',
      breakIt: () => account(`roles = '["System Administrator"]'`),
      mendIt: () => account(`roles = '["System Administrator", "CSR Manager"]'`),
      text: 'Your account has neither the role CSR Manager nor Customer Service Representative, one of which sets up the configuration.',
    },
    {
      key: 'accessMode',
      breakIt: () => account(`access_mode = 'Administrative'`),
      mendIt: () => account(`access_mode = 'Read-Write'`),
      text: 'Your access mode is Administrative; it has to be Read-Write.',
    },
    {
      key: 'consent',
      breakIt: () => ask('DELETE', '/unified-routing/consent'),
      mendIt: consent,
      text: 'Unified routing requires application permissions. A tenant administrator must provide consent before it can be turned on. Provide consent.',
    },
    {
      key: 'licence',
      breakIt: () => setLicences(false),
      mendIt: () => setLicences(true),
      text: 'No licence is granted, so there is nothing that could be routed.',
    },
    {
      key: 'schema',
      breakIt: () => sql`update schema_migration set name = 'gone' where name = '0310-enabling'`.execute(app.store.db),
      mendIt: () => sql`update schema_migration set name = '0310-enabling' where name = 'gone'`.execute(app.store.db),
      text: 'Before unified routing can be turned on, Omnichannel needs to be updated. Please contact the help desk.',
    },
  ])('$key: $text', async ({ key, breakIt, mendIt, text }) => {
    await breakIt()
    const refused = await ask('POST', '/unified-routing/enable', {})
    const seen = await ask('GET', '/unified-routing')
    await mendIt()
    expect(refused.status, refused.text).toBe(409)
    expect(refused.body).toMatchObject({ reason: 'prerequisites', detail: text })
    expect(refused.body.errors).toEqual([{ path: `prerequisites.${key}`, message: text }])
    expect(seen.body).toMatchObject({ state: 'off', message: { kind: 'needed', text } })
    expect(seen.body.prerequisites.find((one: { key: string }) => one.key === key)).toMatchObject({ met: false })
    expect(await turnOn()).toMatchObject({ state: 'on', message: { text: 'Unified routing successfully provisioned' } })
  })
})

async function setLicences(granted: boolean) {
  for (const licence of ['customerServiceEnterprise', 'digitalMessaging', 'voice'])
    expect((await ask('PUT', `/licences/${licence}`, { granted })).status).toBe(200)
}

test('services that do not run are named, with the message that support knows', async () => {
  const now = { offsetMs: 0 }
  const dead = await startTestApp({
    overrides: {
      clock: {
        now: () => Date.now() + now.offsetMs,
        notBefore: () => undefined,
        wakeAt: (_instant, _callback) => () => undefined,
      },
      provisioning: { tickMs: 1e9 },
    },
  })
  await dead.accounts.bootstrap({ email, password: testPassword })
  const theirs = { cookie: await signIn(dead, email) }
  await dead.services.enabling.provisioner.settled()
  await dead.call(null, 'POST', '/api/v1/unified-routing/consent', {
    headers: theirs,
    body: { onBehalfOfOrganization: true },
  })
  const before = await dead.call(null, 'GET', '/api/v1/unified-routing', { headers: theirs })
  expect(before.body.prerequisites.find((one: { key: string }) => one.key === 'services')).toMatchObject({ met: true })
  now.offsetMs = 60_000
  const refused = await dead.call(null, 'POST', '/api/v1/unified-routing/enable', { headers: theirs, body: {} })
  expect(refused.body).toMatchObject({
    reason: 'prerequisites',
    detail:
      'Some required services need to be installed before unified routing can be turned on. Please contact the help desk.',
  })
  const seen = await dead.call(null, 'GET', '/api/v1/unified-routing', { headers: theirs })
  expect(seen.body.prerequisites.find((one: { key: string }) => one.key === 'services')).toMatchObject({
    remedy: { kind: 'checkAgain', text: 'Does not run: the job runner.' },
  })
  await dead.stop()
})

describe('consent', () => {
  test('is for tenant administrators only, and says who gave it when, and for what', async () => {
    const refused = await app.call('System Administrator', 'POST', '/api/v1/unified-routing/consent', {
      body: { onBehalfOfOrganization: true },
    })
    expect(refused.status).toBe(403)
    const given = await consent()
    expect(given.body).toMatchObject({ mayConsent: true, consent: { grantedBy: 'Administrator' } })
    expect(given.body.consent.scopes).toEqual(given.body.asks.map(({ scope }: { scope: string }) => scope))
    const again = await consent()
    expect(again.body.consent).toEqual(given.body.consent)
  })

  test('revoked, turns unified routing off and stays in the history', async () => {
    await consent()
    await turnOn()
    expect((await ask('DELETE', '/unified-routing/consent')).status).toBe(204)
    const { body } = await ask('GET', '/unified-routing/consent')
    expect(body).toMatchObject({ consent: null })
    expect(body.history.every(({ revokedBy }: { revokedBy: string }) => revokedBy === 'Administrator')).toBe(true)
    expect((await ask('GET', '/unified-routing')).body).toMatchObject({ state: 'off' })
    expect((await ask('DELETE', '/unified-routing/consent')).body).toMatchObject({ reason: 'noConsent' })
  })
})

describe('while unified routing is off', () => {
  beforeEach(async () => {
    await consent()
    await turnOff()
  })

  test('Save & Route says so and saves nothing; a row that is saved says that it is not routed', async () => {
    const created = await ask('POST', '/tables/case/rows', { values: { title: 'Quiet' } })
    expect(created.body).toMatchObject({ workItem: null, notRouted: { reason: 'routingOff' } })
    expect(created.body.notRouted.message).toContain('unified routing is off')
    const { id } = created.body.row
    const refused = await ask('POST', `/tables/case/rows/${id}/route`, { values: { title: 'Loud' } })
    expect(refused.body).toMatchObject({ status: 409, reason: 'routingOff' })
    expect((await ask('GET', `/tables/case/rows/${id}`)).body.values).toMatchObject({ title: 'Quiet' })
    await turnOn()
    const routed = await ask('POST', `/tables/case/rows/${id}/route`, { values: { title: 'Loud' } })
    expect(routed.body).toMatchObject({ workItem: { queue: 'Support' }, notRouted: null })
  })

  test('open work drains to its end when asked to, and new work is refused', async () => {
    await turnOn()
    const chat = await ask('POST', '/conversations', { workstream: 'Website chat', customer: null, context: {} })
    expect(chat.body).toMatchObject({ state: 'Open' })
    const drained = await ask('POST', '/unified-routing/disable', { openWork: 'drain' })
    expect(drained.body).toMatchObject({ state: 'draining', run: { status: 'Deprovisioning_Completed' } })
    await app.call('Omnichannel Agent', 'POST', '/api/v1/representatives/olga/sign-in', { body: {} })
    const offered = await ask('GET', `/work-items/${chat.body.id}`)
    expect(offered.body).toMatchObject({ offeredTo: 'olga' })
    await turnOff()
    expect((await ask('GET', `/work-items/${chat.body.id}`)).body).toMatchObject({ state: 'Open', offeredTo: null })
  })
})

describe('licences and channels', () => {
  beforeAll(async () => {
    await consent()
    await turnOn()
  })
  const startChat = () => ask('POST', '/conversations', { workstream: 'Website chat', customer: null, context: {} })

  test('a conversation on a channel that is turned off is refused, until it is on again', async () => {
    const off = await ask('PUT', '/channels/liveChat', { enabled: false })
    expect(off.body.channels[0]).toMatchObject({ channel: 'liveChat', state: 'off', changedBy: 'Administrator' })
    expect((await startChat()).body).toMatchObject({ status: 409, reason: 'channelOff' })
    await ask('PUT', '/channels/liveChat', { enabled: true })
    expect((await startChat()).status).toBe(201)
  })

  test('without its licence a channel takes nothing and cannot be turned on', async () => {
    await ask('PUT', '/licences/digitalMessaging', { granted: false })
    const refused = await startChat()
    const turned = await ask('PUT', '/channels/liveChat', { enabled: true })
    const listed = await ask('GET', '/channels')
    await ask('PUT', '/licences/digitalMessaging', { granted: true })
    expect(refused.body).toMatchObject({ reason: 'notLicensed' })
    expect(refused.body.detail).toContain('Chat and Digital Messaging')
    expect(turned.body).toMatchObject({ reason: 'notLicensed' })
    expect(listed.body.channels[0]).toMatchObject({ state: 'notLicensed' })
    expect((await startChat()).status).toBe(201)
  })

  test('without Customer Service Enterprise a record is saved and not routed, and says why', async () => {
    await ask('PUT', '/licences/customerServiceEnterprise', { granted: false })
    const saved = await ask('POST', '/tables/case/rows', { values: { title: 'Unlicensed' } })
    const asked = await ask('POST', '/tables/case/rows', { values: { title: 'Unlicensed' }, route: true })
    await ask('PUT', '/licences/customerServiceEnterprise', { granted: true })
    expect(saved.body).toMatchObject({ workItem: null, notRouted: { reason: 'notLicensed' } })
    expect(asked.body).toMatchObject({ status: 409, reason: 'notLicensed' })
  })
})

describe('how it stands', () => {
  test('the set-up is judged by the facts, and names the next step', async () => {
    const { body } = await ask('GET', '/set-up')
    const [records] = body.paths
    expect(records.steps.filter(({ optional }: { optional: boolean }) => !optional)).toHaveLength(6)
    expect(records.steps.every(({ done, optional }: { done: boolean; optional: boolean }) => done || optional)).toBe(
      true,
    )
    expect(body.next).toEqual({ path: 'channels', step: 'routingRules' })
  })

  test('the health check finds a deserted queue, and a channel that is used and off', async () => {
    await ask('POST', '/tables/case/rows', { values: { title: 'Waits' }, route: true })
    await ask('PUT', '/channels/liveChat', { enabled: false })
    const { body } = await ask('GET', '/health-check')
    await ask('PUT', '/channels/liveChat', { enabled: true })
    expect(body.findings).toContainEqual(
      expect.objectContaining({
        code: 'queueWithoutPeople',
        severity: 'error',
        fix: expect.objectContaining({ name: 'Support' }),
      }),
    )
    expect(body.findings).toContainEqual(
      expect.objectContaining({
        code: 'channelOff',
        fix: { kind: 'do', label: 'Turn the channel on', action: 'turnOnChannel', target: 'liveChat' },
      }),
    )
  })

  test('the flow of today counts what came and what was closed', async () => {
    await app.services.figures.counter.settled()
    const { body } = await ask('GET', '/flow/today')
    const total = body.hours.reduce((sum: number, { arrived }: { arrived: number }) => sum + arrived, 0)
    expect(total).toBeGreaterThan(0)
    expect(body.waiting).toBeGreaterThan(0)
  })
})
