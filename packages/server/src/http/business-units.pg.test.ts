import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from './testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  await app.store.pool.query(
    `insert into auth_user (id, organization_id, name, email, email_verified, roles, created_at, updated_at)
     select 'office', id, 'Office', 'office@example.com', false, '[]', '2026-01-01', '2026-01-01'
       from organization`,
  )
  await add('Europe', 'root')
  await add('Iberia', 'Europe')
  await add('Asia', 'root')
})
afterAll(() => app.stop())

const units = '/api/v1/business-units'

function ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, body?: unknown) {
  return app.call('System Administrator', method, url, body === undefined ? {} : { body })
}

function add(name: string, parent: string) {
  return ask('POST', units, { name, parent })
}

async function listed(): Promise<Record<string, string | null>> {
  const { body } = await ask('GET', units)
  return Object.fromEntries(
    body.items.map(({ name, parent }: { name: string; parent: string | null }) => [name, parent]),
  )
}

async function changeAccount(email: string, body: unknown) {
  const { items } = (await ask('GET', '/api/v1/accounts')).body
  const { id } = items.find((account: { email: string }) => account.email === email)
  return ask('PATCH', `/api/v1/accounts/${id}`, body)
}

async function setUnitOf(representative: string, businessUnit: string) {
  const { document, version } = app.engine.configuration()
  const found = document.representatives?.find(({ name }) => name === representative)
  const reply = await ask('POST', '/api/v1/configuration/changes', {
    basedOn: version,
    changes: [{ list: 'representatives', name: representative, row: { ...found, businessUnit } }],
  })
  expect(reply.status, reply.text).toBe(200)
}

describe('the tree of business units', () => {
  test('has the root from the beginning, and what was put below it', async () => {
    expect(await listed()).toMatchObject({ root: null, Europe: 'root', Iberia: 'Europe', Asia: 'root' })
  })

  test('takes a name once, and only below one that is there', async () => {
    expect((await add('Europe', 'Asia')).body).toMatchObject({ status: 409, reason: 'businessUnitExists' })
    const reply = await add('Peru', 'America')
    expect(reply.body).toMatchObject({ status: 400, errors: [{ path: 'body.parent' }] })
    expect(await listed()).not.toHaveProperty('Peru')
  })

  test('lets a unit move with all below it, but never below itself', async () => {
    expect((await ask('PATCH', `${units}/Europe`, { parent: 'Asia' })).body).toMatchObject({ parent: 'Asia' })
    for (const parent of ['Europe', 'Iberia'])
      expect((await ask('PATCH', `${units}/Europe`, { parent })).body).toMatchObject({
        reason: 'businessUnitBelowItself',
      })
    expect(await listed()).toMatchObject({ Europe: 'Asia', Iberia: 'Europe' })
    await ask('PATCH', `${units}/Europe`, { parent: 'root' })
  })

  test('keeps its root in place', async () => {
    expect((await ask('PATCH', `${units}/root`, { parent: 'Asia' })).body).toMatchObject({ reason: 'rootBusinessUnit' })
    expect((await ask('DELETE', `${units}/root`)).body).toMatchObject({ reason: 'rootBusinessUnit' })
  })

  test('knows no unit that is not in it', async () => {
    expect((await ask('PATCH', `${units}/Nowhere`, { parent: 'root' })).status).toBe(404)
    expect((await ask('DELETE', `${units}/Nowhere`)).status).toBe(404)
  })

  test('stays a tree when two move below each other at once', async () => {
    await add('East', 'root')
    await add('West', 'root')
    const replies = await Promise.all([
      ask('PATCH', `${units}/East`, { parent: 'West' }),
      ask('PATCH', `${units}/West`, { parent: 'East' }),
    ])
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })

  test('is for those who manage accounts', async () => {
    expect((await app.call('CSR Manager', 'GET', units)).status).toBe(403)
  })
})

describe('a business unit in use', () => {
  test('by another one below it is not deleted', async () => {
    const { body } = await ask('DELETE', `${units}/Europe`)
    expect(body).toMatchObject({ status: 409, reason: 'businessUnitInUse' })
    expect(body.detail).toContain('1 business unit below it')
  })

  test('by an account is not deleted until the account is elsewhere', async () => {
    const email = 'office@example.com'
    expect((await changeAccount(email, { businessUnit: 'Asia' })).body).toMatchObject({ businessUnit: 'Asia' })
    expect((await ask('DELETE', `${units}/Asia`)).body.detail).toContain('1 account')
    await changeAccount(email, { businessUnit: 'root' })
    expect((await ask('DELETE', `${units}/Asia`)).status).toBe(204)
    expect(await listed()).not.toHaveProperty('Asia')
  })

  test('by a representative is not deleted', async () => {
    await setUnitOf('cara', 'Iberia')
    expect((await ask('DELETE', `${units}/Iberia`)).body.detail).toContain('1 representative')
  })
})

describe('the business unit of an account', () => {
  test('is one that there is', async () => {
    const reply = await changeAccount('office@example.com', { businessUnit: 'Nowhere', accessMode: 'Read' })
    expect(reply.body).toMatchObject({ status: 400, errors: [{ path: 'body.businessUnit' }] })
    const { items } = (await ask('GET', '/api/v1/accounts')).body
    expect(items).toContainEqual(
      expect.objectContaining({ email: 'office@example.com', businessUnit: 'root', accessMode: 'Read-Write' }),
    )
  })

  test('of a representative is the one of the configuration, and is changed there', async () => {
    await setUnitOf('cara', 'Iberia')
    const { items } = (await ask('GET', '/api/v1/accounts')).body
    expect(items).toContainEqual(expect.objectContaining({ representative: 'cara', businessUnit: 'Iberia' }))
    const session = await app.call('Customer Service Representative', 'GET', '/api/v1/session')
    expect(session.body).toMatchObject({ representative: 'cara', account: { businessUnit: 'Iberia' } })
    const reply = await changeAccount('cara@example.com', { businessUnit: 'root' })
    expect(reply.body).toMatchObject({ reason: 'businessUnitOfRepresentative' })
  })

  test('is named as missing while the tree does not have it', async () => {
    await setUnitOf('mona', 'Utopia')
    expect((await ask('GET', units)).body.missing).toEqual(['Utopia'])
    await add('Utopia', 'root')
    expect((await ask('GET', units)).body.missing).toEqual([])
  })
})

test('who changed the tree, and how, is on record', async () => {
  await add('Nordics', 'Europe')
  await ask('PATCH', `${units}/Nordics`, { parent: 'root' })
  await ask('DELETE', `${units}/Nordics`)
  const { body } = await ask('GET', '/api/v1/audit?list=businessUnits&name=Nordics')
  expect(body.items.map(({ summary }: { summary: string }) => summary)).toEqual([
    'The business unit Nordics was deleted',
    'The business unit Nordics was moved below root',
    'The business unit Nordics was added below Europe',
  ])
})
