import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApp, type TestApp } from './testing/test-app.ts'

let app: TestApp
beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app.stop())

const url = '/api/v1/configuration/changes'

async function present() {
  const { body, headers } = await app.call('System Administrator', 'GET', '/api/v1/configuration')
  return { document: body, version: Number(String(headers.etag).replaceAll('"', '')) }
}

const change = (basedOn: number, ...changes: unknown[]) =>
  app.call('CSR Manager', 'POST', url, { body: { basedOn, changes } })

test('changed rows take effect at once as a new version, and the reply says what they did', async () => {
  const { version } = await present()
  const reply = await change(
    version,
    { list: 'queues', name: 'Fresh', row: { name: 'Fresh', type: 'record' }, create: true },
    { organization: { declineLimit: 2 } },
  )
  expect(reply.status).toBe(200)
  expect(reply.body).toMatchObject({
    version: version + 1,
    plan: [
      { change: 'add', list: 'organization', name: 'declineLimit' },
      { change: 'add', list: 'queues', name: 'Fresh' },
    ],
    findings: [{ code: 'queueNotReached' }, { code: 'queueWithoutMembers' }],
  })
  const queue = await app.call('System Administrator', 'GET', '/api/v1/queues/Fresh')
  expect(queue.status).toBe(200)
  expect((await present()).version).toBe(version + 1)
})

test('a problem is told at its field in the change, and nothing is changed', async () => {
  const { version } = await present()
  const reply = await change(
    version,
    { list: 'queues', name: 'Good', row: { name: 'Good', type: 'record' } },
    { list: 'queues', name: 'Other', row: { name: 'Other', type: 'record', members: ['nobody'] } },
  )
  expect(reply.status).toBe(400)
  expect(reply.body.errors.map(({ path }: { path: string }) => path)).toEqual(['changes[1].row.members[0]'])
  expect((await present()).version).toBe(version)
})

test('changes of different rows are put together; two of the same row are shown side by side', async () => {
  const { version } = await present()
  const queue = (name: string, priority: number) => ({
    list: 'queues',
    name,
    row: { name, type: 'record', members: ['chris'], priority },
  })
  expect((await change(version, queue('Other', 5))).status).toBe(200)
  expect((await change(version, queue('Support', 6))).status).toBe(200)

  const reply = await change(version, queue('Other', 7), queue('Support', 6))
  expect(reply.status).toBe(409)
  expect(reply.body).toMatchObject({
    code: 'conflict',
    presentVersion: version + 2,
    conflicts: [
      {
        change: 0,
        list: 'queues',
        name: 'Other',
        base: { name: 'Other', type: 'record', members: ['chris'] },
        theirs: { name: 'Other', type: 'record', members: ['chris'], priority: 5 },
      },
    ],
  })
  expect((await change(version + 2, queue('Other', 7))).status).toBe(200)
})

test('a row somebody else has just added, or removed, is a conflict as well', async () => {
  const { version } = await present()
  const added = { list: 'userGroups', name: 'Tier 1', row: { name: 'Tier 1', members: ['cara'] } }
  expect((await change(version, added)).status).toBe(200)
  const mine = { ...added, row: { name: 'Tier 1', members: ['chris'] } }
  expect((await change(version, mine)).body.conflicts).toMatchObject([{ base: null, theirs: added.row }])

  expect((await change(version + 1, { list: 'userGroups', name: 'Tier 1', remove: true })).status).toBe(200)
  expect((await change(version + 1, mine)).body.conflicts).toMatchObject([{ base: added.row, theirs: null }])
})

test('a row that others name is removed only together with what names it, and the reply says where that was', async () => {
  const { version } = await present()
  const removal = { list: 'representatives', name: 'chris', remove: true }
  const refused = await change(version, removal)
  expect(refused.status).toBe(409)
  expect(refused.body).toMatchObject({ code: 'refused', reason: 'isNamedElsewhere' })
  const listed = await app.call(
    'Omnichannel Supervisor',
    'GET',
    '/api/v1/configuration/dependents?list=representatives&name=chris',
  )
  expect(listed.body.items).toEqual(refused.body.dependents)

  const reply = await change(version, { ...removal, alsoRemoveReferences: true })
  expect(reply.status).toBe(200)
  expect(reply.body.removedReferences.map(({ words }: { words: string }) => words)).toContain("queue 'Support': member")
  const { document } = await present()
  expect(JSON.stringify(document.queues)).not.toContain('chris')
})

test('a version that never was is a conflict', async () => {
  const { version } = await present()
  const reply = await change(version + 5, { list: 'queues', order: [] })
  expect(reply.status).toBe(409)
  expect(reply.body).toMatchObject({ code: 'conflict', presentVersion: version })
})

test('the same request under the same key is carried out once', async () => {
  const { version } = await present()
  const body = {
    basedOn: version,
    changes: [{ list: 'skillTypes', name: 'Product', row: 'Product', create: true }],
  }
  const headers = { 'idempotency-key': 'save-once' }
  const first = await app.call('CSR Manager', 'POST', url, { body, headers })
  const second = await app.call('CSR Manager', 'POST', url, { body, headers })
  expect([first.status, first.body.version]).toEqual([200, version + 1])
  expect([second.status, second.body.version]).toEqual([200, version + 1])
  expect((await present()).version).toBe(version + 1)
})

test('a supervisor changes the members of a queue, and nothing beyond that', async () => {
  const { version } = await present()
  const other = { name: 'Other', type: 'record', members: ['cara'], priority: 7 }
  const asSupervisor = (row: object) =>
    app.call('Omnichannel Supervisor', 'POST', url, {
      body: { basedOn: version, changes: [{ list: 'queues', name: 'Other', row }] },
    })
  const refused = await asSupervisor({ ...other, priority: 1 })
  expect([refused.status, refused.body.errors[0].path]).toEqual([403, 'queues Other priority'])
  expect((await asSupervisor(other)).status).toBe(200)
})

test('preferred representatives are for contacts that exist', async () => {
  const { version } = await present()
  const preferred = (contact: string) => ({
    list: 'preferredRepresentatives',
    name: contact,
    row: { contact, representatives: ['cara'] },
  })
  const refused = await change(version, preferred('contact-1'), preferred('nobody'))
  expect(refused.body.errors).toEqual([
    { path: 'changes[1].row.contact', message: "no contact 'nobody'; create the contact first" },
  ])
  expect((await change(version, preferred('contact-1'))).status).toBe(200)
})

test('saving what is already so makes no version', async () => {
  const { document, version } = await present()
  const [row] = document.queues
  const reply = await change(version, { list: 'queues', name: row.name, row })
  expect([reply.status, reply.body.version, reply.body.plan]).toEqual([200, version, []])
  expect((await present()).version).toBe(version)
})
