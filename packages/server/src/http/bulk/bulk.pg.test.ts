import { type BulkItem, bulkOperations, type Role, roles } from '@unified-routing/contract'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DividedApp, startDividedApp } from '../testing/divided-app.ts'
import { startTestApp, type TestReply } from '../testing/test-app.ts'
import { people } from '../testing/test-configuration.ts'

const BULK = '/api/v1/bulk'

let alone: DividedApp
let together: DividedApp
beforeAll(async () => {
  for (const divided of [await startDividedApp(), await startDividedApp()]) {
    for (const name of ['cara', 'olga']) await divided.ask('POST', `/representatives/${name}/sign-in`)
    if (alone === undefined) alone = divided
    else together = divided
  }
})
afterAll(() => Promise.all([alone.app.stop(), together.app.stop()]))

/** What somebody of a role may ask for: done, refused, not theirs, and not there. */
function asked(role: Role, divided: DividedApp): BulkItem[][] {
  return [
    // Whoever sets a presence is told how the person is, work and all, once the call is committed: so these come alone.
    [{ operation: 'setPresence', path: { name: people[role] }, body: { presence: 'Available' } }],
    [{ operation: 'setPresence', path: { name: 'cara' }, body: { presence: 'Available' } }],
    worked(role, divided),
  ]
}

function worked(role: Role, { cases, items }: DividedApp): BulkItem[] {
  const mark = role.replaceAll(' ', '-').toLowerCase()
  const [row, chat] = [`row-${mark}`, `chat-${mark}`]
  const own = { table: 'case', id: row }
  const ofUnits = [...items.values()]
  return [
    { operation: 'resetPresence', path: { name: 'akio' } },
    { operation: 'createRow', path: { table: 'case' }, body: { id: row, values: { title: 'Mine' }, route: true } },
    { operation: 'createRow', path: { table: 'case' }, body: { id: row, values: { title: 'Again' } } },
    { operation: 'createRow', path: { table: 'case' }, body: { values: { title: 'Lost', customer: 'nobody' } } },
    { operation: 'createRow', path: { table: 'nothing' }, body: { values: {} } },
    { operation: 'updateRow', path: own, body: { values: { priority: 'High' } }, ifMatch: 1 },
    { operation: 'updateRow', path: own, body: { values: { priority: 'Low' } }, ifMatch: 99 },
    { operation: 'updateRow', path: own, body: { values: { priority: 'Whatever' } } },
    ...[...cases.values()].map((id): BulkItem => ({ operation: 'saveAndRoute', path: { table: 'case', id } })),
    {
      operation: 'startConversation',
      body: { id: chat, workstream: 'Website chat', customer: 'contact-1', text: 'Hi' },
    },
    { operation: 'startConversation', body: { id: chat, workstream: 'Website chat' } },
    { operation: 'startConversation', body: { workstream: 'Nowhere' } },
    { operation: 'acceptWorkItem', path: { id: chat } },
    { operation: 'sendMessage', path: { id: chat }, body: { from: 'representative', text: 'Hello' } },
    {
      operation: 'sendMessage',
      path: { id: chat },
      body: { id: `said-${mark}`, from: 'customer', text: 'Is it there?' },
    },
    { operation: 'sendMessage', path: { id: chat }, body: { id: `said-${mark}`, from: 'customer', text: 'Well?' } },
    { operation: 'sendMessage', path: { id: chat }, body: { from: 'customer', text: 'N\0L' } },
    { operation: 'setWorkItemAttributes', path: { id: chat }, body: { attributes: { urgent: true } } },
    { operation: 'endConversation', path: { id: chat } },
    { operation: 'closeWorkItem', path: { id: chat } },
    ...ofUnits.map((id): BulkItem => ({ operation: 'pickWorkItem', path: { id } })),
    ...ofUnits.map((id): BulkItem => ({ operation: 'assignWorkItem', path: { id }, body: { queue: 'Other' } })),
    ...ofUnits.map((id): BulkItem => ({ operation: 'assignWorkItem', path: { id }, body: { representative: 'akio' } })),
    ...ofUnits.map((id): BulkItem => ({ operation: 'releaseWorkItem', path: { id } })),
    { operation: 'transferWorkItemToQueue', path: { id: 'nothing' }, body: { queue: 'Other' } },
    { operation: 'completeRow', path: own },
    { operation: 'deleteRow', path: own },
  ]
}

async function sendAlone(divided: DividedApp, role: Role, { operation, ...item }: BulkItem) {
  const { method, path } = bulkOperations[operation]
  const places = new Map<string, unknown>(Object.entries(item.path ?? {}))
  const url = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(places.get(name))))
  const { status, body, headers } = await divided.app.call(role, method, url, {
    ...(method === 'DELETE' ? {} : { body: item.body ?? {} }),
    ...(item.ifMatch === undefined ? {} : { headers: { 'if-match': `"${item.ifMatch}"` } }),
  })
  if (status >= 400) return { status, problem: body }
  return { status, body, ...(headers.etag === undefined ? {} : { version: Number(String(headers.etag).slice(1, -1)) }) }
}

/** What two organizations have in common in their answers. */
function learned(answer: unknown): unknown {
  const text = JSON.stringify(answer)
    .replaceAll(/"requestId":"[^"]+"/g, '')
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'UUID')
    .replaceAll(/Visitor \w+/g, 'Visitor')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'INSTANT')
  return text
}

describe.each(roles)('as %s', (role) => {
  test('each operation of a call is answered as if it were sent alone', async () => {
    for (const [call, operations] of asked(role, together).entries()) {
      const one: unknown[] = []
      for (const item of asked(role, alone)[call] ?? []) one.push(await sendAlone(alone, role, item))
      const { status, body, text } = await together.app.call(role, 'POST', BULK, { body: { operations } })
      expect(status, text).toBe(200)
      expect(body.results).toHaveLength(one.length)
      for (const [place, { operation }] of operations.entries())
        expect(learned({ operation, place, answer: body.results[place] })).toBe(
          learned({ operation, place, answer: one[place] }),
        )
    }
  })
})

const manager: Role = 'CSR Manager'
const newRow = (title: string): BulkItem => ({
  operation: 'createRow',
  path: { table: 'case' },
  body: { values: { title } },
})

function bulk(operations: unknown, key?: string): Promise<TestReply> {
  return together.app.call(manager, 'POST', BULK, {
    body: { operations },
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  })
}

async function countOf(title: string): Promise<number> {
  const { body } = await together.ask('GET', `/tables/case/rows?filter=title:eq:${title}`)
  return body.items.length
}

test('what is no operation is refused in its place with field and remedy, and the others stand', async () => {
  const strange = [
    null,
    'x',
    [],
    {},
    { operation: 'signOut' },
    { operation: 'accept\0' },
    { ...newRow('A'), sql: 1 },
    { ...newRow('A'), ifMatch: 1 },
  ]
  const { body } = await bulk([...strange, newRow('Beside'), { operation: 'acceptWorkItem', path: { id: 'a\0' } }])
  expect(body.results.map(({ status }: { status: number }) => status)).toEqual([...strange.map(() => 400), 201, 400])
  for (const place of [4, 5])
    expect(body.results[place].problem.errors).toEqual([
      { path: 'operation', message: expect.stringContaining('createRow') },
    ])
  expect(body.results[6].problem.errors[0].path).toBe('sql')
  expect(body.results[7].problem.errors[0].path).toBe('ifMatch')
  expect(body.results[9].problem.errors[0].path).toBe('path.id')
  expect(await countOf('Beside')).toBe(1)
})

test('a call of none, or of more than 1,000, is refused and changes nothing', async () => {
  for (const operations of [[], Array.from({ length: 1_001 }, () => newRow('Beyond')), 'all', undefined]) {
    const { status, body } = await bulk(operations)
    expect(status).toBe(400)
    expect(body.errors[0].path).toBe('body.operations')
  }
  expect(await countOf('Beyond')).toBe(0)
})

test('1,000 operations are one call, answered in their order', async () => {
  const { body } = await bulk(Array.from({ length: 1_000 }, (_, index) => newRow(`Many ${index}`)))
  const titles = body.results.map(
    (result: { body: { row: { values: { title: string } } } }) => result.body.row.values.title,
  )
  expect(titles).toEqual(Array.from({ length: 1_000 }, (_, index) => `Many ${index}`))
})

test('a call repeated under its key is answered as before and does nothing, also what is possible by now', async () => {
  const late = `late-${Date.now()}`
  const operations = [
    { operation: 'completeRow', path: { table: 'case', id: late } },
    newRow('Once'),
    { operation: 'createRow', path: { table: 'case' }, body: { id: `${late}-2`, values: { title: 'Chained' } } },
    { operation: 'completeRow', path: { table: 'case', id: `${late}-2` } },
  ]
  const first = await bulk(operations, 'bulk-1')
  expect(first.body.results.map(({ status }: { status: number }) => status)).toEqual([404, 201, 201, 200])
  await together.ask('POST', '/tables/case/rows', { id: late, values: { title: 'Late' } })
  const second = await bulk(operations, 'bulk-1')
  expect(learned(second.body)).toEqual(learned(first.body))
  expect(await countOf('Once')).toBe(1)
  const other = await bulk([newRow('Twice')], 'bulk-1')
  expect(other.body).toMatchObject({ code: 'keyReused', status: 409 })
  expect(await countOf('Twice')).toBe(0)
})

test('a call that wants no replies does the same and hears whether each was done', async () => {
  const id = `quiet-${Date.now()}`
  const body = {
    replies: 'none',
    operations: [
      { operation: 'createRow', path: { table: 'case' }, body: { id, values: { title: 'Quiet' } } },
      { operation: 'startConversation', body: { id: `${id}-chat`, workstream: 'Website chat' } },
      { operation: 'endConversation', path: { id: `${id}-chat` } },
      { operation: 'completeRow', path: { table: 'case', id: 'nowhere' } },
    ],
  }
  const send = () =>
    together.app.call('System Administrator', 'POST', BULK, { body, headers: { 'idempotency-key': `${id}-key` } })
  const first = await send()
  expect(first.body.results.slice(0, 3)).toEqual([
    { status: 201, body: null, version: 1 },
    { status: 201, body: null },
    { status: 200, body: null },
  ])
  expect(first.body.results[3].problem).toMatchObject({ code: 'notFound', status: 404 })
  expect(learned((await send()).body)).toEqual(learned(first.body))
  expect(await countOf('Quiet')).toBe(1)
})

test('the operations of a call count as requests of their caller', async () => {
  const limits = { atOnce: 10, perCaller: 20, perAnonymousAddress: 100, signInsPerAccount: 100, signInsPerAddress: 100 }
  const app = await startTestApp({ limits })
  const send = (count: number) =>
    app.call(manager, 'POST', BULK, { body: { operations: Array.from({ length: count }, () => newRow('Counted')) } })
  expect((await send(15)).status).toBe(200)
  const refused = await send(15)
  expect(refused.body).toMatchObject({ code: 'limited', status: 429 })
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect((await send(3)).status).toBe(200)
  await app.stop()
})
