import { afterAll, beforeAll, expect, test } from 'vitest'
import { recordAudit } from './record-audit.ts'
import { startTestApp, type TestApp } from './testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  const { caller } = await app.services.authentication.signIn({
    email: 'mona@example.com',
    password: 'a phrase for tests only',
    rememberMe: false,
    headers: new Headers(),
  })
  const record = (name: string, before?: unknown, after?: unknown) =>
    recordAudit({ caller, request: { ip: '192.0.2.7', requestId: 'test' } }, app.services, {
      action: 'licenceChanged',
      list: 'licences',
      name,
      summary: `Licence ${name} changed`,
      before,
      after,
    })
  await record('Voice', undefined, { seats: 5 })
  await record('Voice', { seats: 5, note: 'trial' }, { seats: 7, note: 'trial' })
  await record('Chat', { seats: 1 }, undefined)
})
afterAll(() => app.stop())

const list = (query = '') => app.call('System Administrator', 'GET', `/api/v1/audit?list=licences${query}`)

test('entries come newest first, with who, from where and what', async () => {
  const { body } = await list()
  expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['Chat', 'Voice', 'Voice'])
  expect(body.items[0]).toMatchObject({
    action: 'licenceChanged',
    by: { kind: 'account', name: 'mona@example.com' },
    ip: '192.0.2.7',
    summary: 'Licence Chat changed',
    configurationVersion: null,
  })
})

test('pages follow each other without a gap', async () => {
  const first = await list('&limit=2')
  const second = await list(`&limit=2&cursor=${first.body.nextCursor}`)
  expect(first.body.items).toHaveLength(2)
  expect(second.body).toMatchObject({ items: [{ name: 'Voice' }], nextCursor: null })
})

test.each([
  ['name=Chat', 1],
  ['by=mona@example.com', 3],
  ['by=somebody', 0],
  ['action=licenceChanged', 3],
  ['action=signedIn', 0],
  ['to=2020-01-01T00:00:00.000Z', 0],
  ['from=2020-01-01T00:00:00.000Z', 3],
])('the filter %s leaves %i', async (filter, count) => {
  expect((await list(`&${filter}`)).body.items).toHaveLength(count)
})

test('an entry opens with its difference, field by field', async () => {
  const { body } = await list('&name=Voice')
  const differences = []
  for (const { id } of body.items) {
    const entry = await app.call('System Administrator', 'GET', `/api/v1/audit/${id}`)
    differences.push(entry.body.difference)
  }
  expect(differences).toEqual([
    [{ change: 'change', list: 'licences', name: 'Voice', fields: [{ path: 'seats', before: 5, after: 7 }] }],
    [{ change: 'add', list: 'licences', name: 'Voice', fields: [{ path: '', after: { seats: 5 } }] }],
  ])
  expect((await app.call('System Administrator', 'GET', '/api/v1/audit/999999')).status).toBe(404)
})

test('only those who may read the log do', async () => {
  expect((await app.call('CSR Manager', 'GET', '/api/v1/audit')).status).toBe(200)
  expect((await app.call('Omnichannel Administrator', 'GET', '/api/v1/audit')).status).toBe(403)
})
