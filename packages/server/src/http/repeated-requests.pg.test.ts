import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from './testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
  await app.call('Customer Service Representative', 'POST', '/api/v1/representatives/cara/sign-in')
})
afterAll(() => app.stop())

const rows = '/api/v1/tables/case/rows'

describe('Idempotency-Key', () => {
  test('a repeated creation answers the first row and makes no second one', async () => {
    const request = { body: { values: { title: 'Once only' } }, headers: { 'idempotency-key': 'create-1' } }
    const first = await app.call('CSR Manager', 'POST', rows, request)
    const second = await app.call('CSR Manager', 'POST', rows, request)
    expect(first.status).toBe(201)
    expect(second.body).toEqual(first.body)
    const listed = await app.call('CSR Manager', 'GET', `${rows}?filter=title:eq:Once only`)
    expect(listed.body.items).toHaveLength(1)
  })

  test('the same key with another body is refused', async () => {
    const headers = { 'idempotency-key': 'create-2' }
    await app.call('CSR Manager', 'POST', rows, { body: { values: { title: 'One' } }, headers })
    const other = await app.call('CSR Manager', 'POST', rows, { body: { values: { title: 'Two' } }, headers })
    expect(other.body).toMatchObject({ code: 'keyReused', status: 409 })
  })

  test('two callers may use the same key', async () => {
    const request = { body: { values: { title: 'Mine' } }, headers: { 'idempotency-key': 'shared' } }
    const one = await app.call('CSR Manager', 'POST', rows, request)
    const other = await app.call('Omnichannel Supervisor', 'POST', rows, request)
    expect(other.status).toBe(201)
    expect(other.body.row.id).not.toBe(one.body.row.id)
  })

  test('a release repeated after the item has moved on answers as the first time', async () => {
    const created = await app.call('CSR Manager', 'POST', rows, {
      body: { values: { title: 'Released' }, route: true },
    })
    const { id } = created.body.workItem
    await app.engine.drain()
    const item = await app.call('CSR Manager', 'GET', `/api/v1/work-items/${id}`)
    expect(item.body.assignedTo).toBe('cara')
    const request = { headers: { 'idempotency-key': 'release-1' } }
    const url = `/api/v1/work-items/${id}/release`
    const first = await app.call('Customer Service Representative', 'POST', url, request)
    const second = await app.call('Customer Service Representative', 'POST', url, request)
    expect(first.status, first.text).toBe(200)
    expect(second.status, second.text).toBe(200)
    expect(second.body.version).toBe(first.body.version)
  })

  test('a repeated message is sent once', async () => {
    const started = await app.call('Omnichannel Supervisor', 'POST', '/api/v1/conversations', {
      body: { workstream: 'Website chat', customer: 'contact-1', text: 'Hello' },
    })
    expect(started.status, started.text).toBe(201)
    const url = `/api/v1/conversations/${started.body.id}/messages`
    const request = { body: { from: 'customer', text: 'Anybody there?' }, headers: { 'idempotency-key': 'message-1' } }
    const first = await app.call('Omnichannel Supervisor', 'POST', url, request)
    const second = await app.call('Omnichannel Supervisor', 'POST', url, request)
    expect(second.body).toEqual(first.body)
    const listed = await app.call('Omnichannel Supervisor', 'GET', url)
    expect(listed.body.items.map(({ text }: { text: string }) => text)).toEqual(['Hello', 'Anybody there?'])
  })

  test('a repeated API key is refused, because a key is shown once', async () => {
    const request = { body: { name: 'Site', roles: ['Omnichannel Agent'] }, headers: { 'idempotency-key': 'key-1' } }
    const first = await app.call('System Administrator', 'POST', '/api/v1/api-keys', request)
    const second = await app.call('System Administrator', 'POST', '/api/v1/api-keys', request)
    expect(first.status, first.text).toBe(201)
    expect(second.body).toMatchObject({ code: 'refused', reason: 'alreadyExists' })
  })
})

describe('ETag and If-Match', () => {
  test('a configuration is replaced only by whoever has read the present version', async () => {
    const url = '/api/v1/configuration'
    const read = await app.call('CSR Manager', 'GET', url)
    const etag = String(read.headers.etag)
    const body = { ...read.body, skillTypes: ['Language'] }
    const blind = await app.call('CSR Manager', 'PUT', url, { body })
    expect(blind.body).toMatchObject({ code: 'preconditionRequired', status: 428 })
    const written = await app.call('CSR Manager', 'PUT', url, { body, headers: { 'if-match': etag } })
    expect(written.status, written.text).toBe(200)
    expect(written.headers.etag).toBe(`"${written.body.version}"`)
    const stale = await app.call('CSR Manager', 'PUT', url, { body, headers: { 'if-match': etag } })
    expect(stale.body).toMatchObject({ code: 'conflict', status: 412, presentVersion: written.body.version })
  })

  test('a configuration that is not valid names the path of each problem and changes nothing', async () => {
    const url = '/api/v1/configuration'
    const read = await app.call('CSR Manager', 'GET', url)
    const body = { ...read.body, queues: [{ name: 'Support', type: 'record', members: ['ghost'] }] }
    const reply = await app.call('CSR Manager', 'PUT', url, {
      body,
      headers: { 'if-match': String(read.headers.etag) },
    })
    expect(reply.status).toBe(400)
    expect(reply.body.errors.map(({ path }: { path: string }) => path)).toContain('queues[0].members[0]')
    expect((await app.call('CSR Manager', 'GET', url)).headers.etag).toBe(read.headers.etag)
  })

  test('a row is changed only in the version that was read, when one is named', async () => {
    const url = `${rows}/case-1`
    const read = await app.call('CSR Manager', 'GET', url)
    const headers = { 'if-match': String(read.headers.etag) }
    const written = await app.call('CSR Manager', 'PATCH', url, { body: { values: { priority: 'Low' } }, headers })
    expect(written.body).toMatchObject({ version: read.body.version + 1, values: { priority: 'Low' } })
    const stale = await app.call('CSR Manager', 'PATCH', url, { body: { values: { priority: 'High' } }, headers })
    expect(stale.body).toMatchObject({ code: 'conflict', status: 412 })
  })
})

test('pages follow one another without a gap or a repetition', async () => {
  for (let number = 0; number < 7; number++)
    await app.call('CSR Manager', 'POST', '/api/v1/tables/lead/rows', {
      body: { id: `lead-${number}`, values: { title: 'x' } },
    })
  const seen: string[] = []
  for (let cursor = ''; ; ) {
    const reply = await app.call('CSR Manager', 'GET', `/api/v1/tables/lead/rows?limit=3&sort=-id${cursor}`)
    seen.push(...reply.body.items.map(({ id }: { id: string }) => id))
    if (reply.body.nextCursor === null) break
    cursor = `&cursor=${reply.body.nextCursor}`
  }
  expect(seen).toEqual(['lead-6', 'lead-5', 'lead-4', 'lead-3', 'lead-2', 'lead-1', 'lead-0'])
})
