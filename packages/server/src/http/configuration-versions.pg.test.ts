import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from './testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

const base = '/api/v1/configuration'
const get = (path: string) => app.call('Omnichannel Supervisor', 'GET', `${base}${path}`)
const post = (path: string, body: unknown) => app.call('CSR Manager', 'POST', `${base}${path}`, { body })

async function present() {
  const { body, headers } = await app.call('System Administrator', 'GET', base)
  return { document: body, version: Number(String(headers.etag).replaceAll('"', '')) }
}

async function change(...changes: unknown[]): Promise<number> {
  const reply = await post('/changes', { basedOn: (await present()).version, changes, note: 'For the test' })
  if (reply.status !== 200) throw new Error(reply.text)
  return reply.body.version
}

const other = (priority: number) => ({
  list: 'queues',
  name: 'Other',
  row: { name: 'Other', type: 'record', members: ['chris'], priority },
})

test('versions are listed newest first, with who, when, why and how much', async () => {
  const version = await change(other(3), { list: 'skillTypes', name: 'Language', row: 'Language' })
  const { body } = await get('/versions?limit=1')
  expect(body.items).toMatchObject([
    {
      version,
      by: 'mona',
      kind: 'change',
      note: 'For the test',
      restoredVersion: null,
      counts: { added: 1, changed: 1, removed: 0 },
    },
  ])
  const next = await get(`/versions?limit=100&cursor=${body.nextCursor}`)
  expect(next.body.items.map((one: { version: number }) => one.version)).toEqual(
    Array.from({ length: version - 1 }, (_, index) => version - 1 - index),
  )
})

test('a version tells what it changed, field by field, and any two can be compared', async () => {
  const from = (await present()).version
  await change(other(4))
  const to = await change({ list: 'queues', name: 'Other', rename: 'Another' })
  const last = await get(`/versions/${to}/difference`)
  expect(last.body.difference).toMatchObject([
    { change: 'change', list: 'queues', name: 'Another', formerName: 'Other', fields: [{ path: 'name' }] },
  ])
  const both = await get(`/versions/${to}/difference?from=${from}`)
  expect(both.body).toMatchObject({
    from,
    to,
    difference: [
      {
        list: 'queues',
        name: 'Another',
        formerName: 'Other',
        fields: [
          { path: 'name', before: 'Other', after: 'Another' },
          { path: 'priority', before: 3, after: 4 },
        ],
      },
    ],
  })
  await change({ list: 'queues', name: 'Another', rename: 'Other' })
})

test('an older version comes back as a new one with the old content', async () => {
  const { document, version } = await present()
  const later = await change(other(9), { organization: { declineLimit: 1 } })
  const reply = await post(`/versions/${version}/restore`, { basedOn: later, note: 'Too much' })
  expect(reply.status, reply.text).toBe(200)
  expect(reply.body.version).toBe(later + 1)
  const now = await present()
  expect(now.document).toEqual(document)
  const { body } = await get('/versions?limit=1')
  expect(body.items).toMatchObject([{ kind: 'restore', restoredVersion: version, note: 'Too much' }])
  const stored = await get(`/versions/${version}`)
  expect(stored.body.document).toEqual(document)
})

test('a restore on top of a version that is no longer in force is a conflict', async () => {
  const { version } = await present()
  await change(other(5))
  expect((await post(`/versions/${version}/restore`, { basedOn: version })).body.code).toBe('conflict')
  expect((await post('/versions/99999/restore', { basedOn: version })).status).toBe(404)
})

test('one version is taken back, and what came after it stays', async () => {
  const first = await change(
    { list: 'userGroups', name: 'Tier 1', row: { name: 'Tier 1', members: ['cara'] } },
    { list: 'queues', name: 'Other', rename: 'Others' },
    { organization: { declineLimit: 4 } },
  )
  await change({ list: 'skillTypes', name: 'Product', row: 'Product' })
  const reply = await post(`/versions/${first}/undo`, {})
  expect(reply.status, reply.text).toBe(200)
  const { document } = await present()
  expect(document.userGroups).toEqual([])
  expect(document.organization).not.toHaveProperty('declineLimit')
  expect(document.queues.map(({ name }: { name: string }) => name)).toContain('Other')
  expect(document.skillTypes).toContain('Product')
})

test('what was removed with its references comes back with them, at its old place', async () => {
  await change({ list: 'representatives', name: 'dora', row: { name: 'dora' } })
  const { document } = await present()
  const removed = await change({ list: 'representatives', name: 'chris', remove: true, alsoRemoveReferences: true })
  await post(`/versions/${removed}/undo`, {})
  const now = await present()
  expect(now.document.queues).toEqual(document.queues)
  expect(now.document.representatives).toEqual(document.representatives)
})

test('an undo that put a row back among others can be taken back itself', async () => {
  const { document } = await present()
  const version = await change({ list: 'representatives', name: 'chris', remove: true, alsoRemoveReferences: true })
  const removed = await present()
  const undone = await post(`/versions/${version}/undo`, {})
  const redone = await post(`/versions/${undone.body.version}/undo`, {})
  expect(redone.status, redone.text).toBe(200)
  expect((await present()).document).toEqual(removed.document)
  await post(`/versions/${redone.body.version}/undo`, {})
  expect((await present()).document).toEqual(document)
})

test('what somebody changed again cannot be undone blindly', async () => {
  const first = await change(other(6))
  await change(other(7))
  const reply = await post(`/versions/${first}/undo`, {})
  expect(reply.body).toMatchObject({
    code: 'conflict',
    conflicts: [{ list: 'queues', name: 'Other', theirs: { priority: 7 }, changedBy: 'mona' }],
  })
  expect(reply.body.conflicts[0].changedAt).toEqual(expect.any(String))
})

test('a change is on record with who made it, from where, and its difference', async () => {
  const version = await change(other(8))
  const audit = (path: string) => app.call('System Administrator', 'GET', `/api/v1/audit${path}`)
  const { body } = await audit('?list=queues&name=Other&limit=1')
  expect(body.items).toMatchObject([
    {
      action: 'configurationChanged',
      by: { kind: 'account', name: 'mona@example.com' },
      ip: '127.0.0.1',
      summary: "Queue 'Other' changed",
      configurationVersion: version,
    },
  ])
  const entry = await audit(`/${body.items[0].id}`)
  expect(entry.body.difference).toEqual([
    { change: 'change', list: 'queues', name: 'Other', fields: [{ path: 'priority', before: 7, after: 8 }] },
  ])
})

test('the audit log is filtered by any row that a change touched', async () => {
  await change(other(2), { list: 'skillTypes', name: 'Mood', row: 'Mood' })
  const { body } = await app.call('System Administrator', 'GET', '/api/v1/audit?list=skillTypes&name=Mood')
  expect(body.items).toMatchObject([{ list: 'configuration', summary: "Skill type 'Mood' added, and 1 more change" }])
})

test('each stage of an item names the configuration that decided it', async () => {
  const { version } = await present()
  const created = await app.call('CSR Manager', 'POST', '/api/v1/tables/case/rows', {
    body: { values: { title: 'Which version' }, route: true },
  })
  const id = created.body.workItem.id
  await change(other(11))
  const { body } = await app.call('System Administrator', 'GET', `/api/v1/work-items/${id}/diagnostics`)
  const versions = body.stages.map((one: { stage: string; configurationVersion: number | null }) => [
    one.stage,
    one.configurationVersion,
  ])
  expect(versions).toContainEqual(['intake', version])
  expect(versions).toContainEqual(['offer', null])
})

test('routing that is switched is on record', async () => {
  const url = '/api/v1/unified-routing/disable'
  await app.call('System Administrator', 'POST', url, { body: { openWork: 'return' } })
  const asked = await app.call('System Administrator', 'GET', '/api/v1/audit?action=provisioningStarted')
  expect(asked.body.items).toMatchObject([{ by: { name: 'sam@example.com' } }])
  const { body } = await app.call('System Administrator', 'GET', '/api/v1/audit?action=routingSwitched')
  expect(body.items).toMatchObject([
    { summary: 'Unified routing switched off', by: { kind: 'system', name: 'Unified routing service' } },
  ])
})

test('a document that leaves out a list is read again just so', async () => {
  const { document, version } = await present()
  const { skillTypes: _, ...without } = { ...document, skills: [], presences: [] }
  const headers = { 'if-match': `"${version}"` }
  const put = await app.call('System Administrator', 'PUT', base, { body: without, headers })
  expect(put.status, put.text).toBe(200)
  const stored = await app.services.history.document(version + 1)
  expect(stored).toEqual(without)
  expect((await present()).document).toEqual(stored)
})

test('any version is read again after many small ones, and after a restart', async () => {
  const expected = new Map<number, unknown>()
  for (let number = 1; number <= 60; number++) {
    const version = await change(other(number % 2 === 0 ? 20 : 21))
    if (number % 20 === 0) expected.set(version, (await present()).document)
  }
  for (const [version, document] of expected) {
    expect((await get(`/versions/${version}`)).body.document).toEqual(document)
  }
  const before = await present()
  const again = await startTestApp({ connectionString: app.connectionString, isAlone: true })
  try {
    const { document, version } = again.engine.configuration()
    expect({ document, version }).toEqual(before)
  } finally {
    await again.stop()
  }
})
