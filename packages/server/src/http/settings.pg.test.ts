import { type Role, roleCapabilities, roles, settingKindNames, settingKinds } from '@unified-routing/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from './testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

const greeting = { title: 'Greeting', text: 'Good morning.', locale: 'en', tags: ['start'], workstreams: [] }

interface Asked {
  readonly body?: unknown
  readonly version?: number
  readonly role?: Role
}

function ask(method: string, path: string, { body, version, role = 'CSR Manager' }: Asked = {}) {
  return app.call(role, method, `/api/v1/settings/${path}`, {
    ...(body === undefined ? {} : { body }),
    ...(version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }),
  })
}

async function lastEntry(name: string) {
  const { items } = (await app.call('CSR Manager', 'GET', `/api/v1/audit?name=${name}`)).body
  return (await app.call('CSR Manager', 'GET', `/api/v1/audit/${items[0].id}`)).body
}

describe('a setting', () => {
  test('is added once, read, and listed by its title', async () => {
    const made = await ask('PUT', 'quickReply/greeting', { body: { value: greeting } })
    expect(made.body).toMatchObject({ name: 'greeting', version: 1, value: greeting, changedBy: 'mona@example.com' })
    await ask('PUT', 'quickReply/zz', { body: { value: { title: 'A first one', text: 'x' } } })
    const { items } = (await ask('GET', 'quickReply')).body
    expect(items.map(({ name }: { name: string }) => name)).toEqual(['zz', 'greeting'])
    expect(await ask('GET', 'quickReply/greeting')).toMatchObject({ headers: { etag: '"1"' }, body: made.body })
    const again = await ask('PUT', 'quickReply/greeting', { body: { value: greeting } })
    expect(again.body).toMatchObject({ status: 409, reason: 'settingExists' })
  })

  test('is changed and deleted only by who has seen its present version', async () => {
    await ask('PUT', 'disposition/refund', { body: { value: { title: 'Refund' } } })
    const second = await ask('PUT', 'disposition/refund', { body: { value: { title: 'Refunded' } }, version: 1 })
    expect(second.body.version).toBe(2)
    const stale = await ask('PUT', 'disposition/refund', { body: { value: { title: 'Other' } }, version: 1 })
    expect(stale.body).toMatchObject({ status: 412, code: 'conflict', presentVersion: 2 })
    expect((await ask('DELETE', 'disposition/refund')).body).toMatchObject({ status: 428 })
    expect((await ask('DELETE', 'disposition/refund', { version: 1 })).body).toMatchObject({ status: 412 })
    expect((await ask('GET', 'disposition/refund')).body.value.title).toBe('Refunded')
    expect((await ask('DELETE', 'disposition/refund', { version: 2 })).status).toBe(204)
    expect((await ask('GET', 'disposition/refund')).status).toBe(404)
    expect((await ask('DELETE', 'disposition/refund', { version: 2 })).status).toBe(404)
  })

  test('of one name is made once, however many try', async () => {
    const body = { value: { title: 'Race' } }
    const replies = await Promise.all([1, 2, 3, 4].map(() => ask('PUT', 'disposition/race', { body })))
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409])
  })

  test('that breaks its schema is refused with the place of each bad value, and nothing is kept', async () => {
    const value = { title: '', text: 'x', locale: 'english', workstreams: ['Nowhere'], surprise: 1 }
    const reply = await ask('PUT', 'quickReply/bad', { body: { value, secrets: {} } })
    const paths = reply.body.errors.map(({ path }: { path: string }) => path)
    expect(paths).toEqual(expect.arrayContaining(['body.value.title', 'body.value.locale', 'body.value.surprise']))
    const unknown = await ask('PUT', 'quickReply/bad', { body: { value: { ...greeting, workstreams: ['Nowhere'] } } })
    expect(unknown.body).toMatchObject({ status: 400, errors: [{ path: 'body.value.workstreams[0]' }] })
    const secret = await ask('PUT', 'quickReply/bad', { body: { value: greeting, secrets: { nothing: 'x' } } })
    expect(secret.body).toMatchObject({ status: 400, errors: [{ path: 'body.secrets.nothing' }] })
    expect((await ask('GET', 'quickReply/bad')).status).toBe(404)
    expect((await ask('GET', 'nothing/at-all')).status).toBe(400)
  })

  test('leaves a line in the audit log that tells what changed, and who did it', async () => {
    await ask('PUT', 'disposition/told', { body: { value: { title: 'Told', category: 'Sales' } } })
    await ask('PUT', 'disposition/told', { body: { value: { title: 'Told', category: 'Service' } }, version: 1 })
    expect(await lastEntry('told')).toMatchObject({
      action: 'settingChanged',
      list: 'disposition',
      by: { kind: 'account', name: 'mona@example.com' },
      summary: 'The disposition code Told was changed',
      difference: [{ change: 'change', fields: [{ path: 'category', before: 'Sales', after: 'Service' }] }],
    })
    await ask('DELETE', 'disposition/told', { version: 2 })
    expect(await lastEntry('told')).toMatchObject({ difference: [{ change: 'remove' }] })
  })
})

describe.each(settingKindNames)('settings of the kind %s', (name) => {
  const { seenBy, editedBy, example } = settingKinds[name]
  test.each(roles)('are open to %s as far as the kind says', async (role) => {
    const mayEdit = roleCapabilities[role].includes(editedBy)
    const maySee = roleCapabilities[role].includes(seenBy)
    const place = `${name}/by-${role.toLowerCase().replaceAll(' ', '-')}`
    expect((await ask('PUT', place, { body: { value: example }, role })).status).toBe(mayEdit ? 200 : 403)
    expect((await ask('GET', name, { role })).status).toBe(maySee ? 200 : 403)
    expect((await ask('GET', place, { role })).status).toBe(maySee ? (mayEdit ? 200 : 404) : 403)
    expect((await ask('DELETE', place, { version: 1, role })).status).toBe(mayEdit ? 204 : 403)
  })
})
