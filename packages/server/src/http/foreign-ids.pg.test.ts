import { bulkOperations, type Operation, operations, type Role, roles } from '@unified-routing/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { colleagues, type DividedApp, reach, startDividedApp, type Unit, units } from './testing/divided-app.ts'
import { copyToAnotherOrganization, FOREIGN, FOREIGN_ID } from './testing/other-organization.ts'
import type { TestReply } from './testing/test-app.ts'

let divided: DividedApp
/** Everything that the other organization has, by its id. */
let foreign: readonly string[]
beforeAll(async () => {
  divided = await startDividedApp()
  const { app, ask } = divided
  await app.call('Omnichannel Agent', 'POST', '/api/v1/representatives/olga/sign-in')
  await ask('POST', '/conversations', { workstream: 'Website chat', message: 'Hello' })
  await ask('POST', '/api-keys', { name: 'A key', roles: ['Omnichannel Supervisor'], expiresInDays: 1 })
  await ask('PUT', '/settings/quickReply/greeting', { value: { title: 'Greeting', text: 'Hello' } })
  foreign = await copyToAnotherOrganization(divided.app.connectionString)
})
afterAll(() => divided.app.stop())

const all: Operation[] = Object.values(operations)
/** A stream does not end, and what ends sessions would end those of this test. */
const unwalked = ['live', 'signOut', 'signOutEverywhere', 'finishSingleSignOn', 'startSingleSignOn']
const addressed = new Map(
  all
    .filter(({ id, path }) => /\{(?!table\}|kind\})/.test(path) && !unwalked.includes(id))
    .map((operation) => [operation.id, operation]),
)

function send(role: Role, name: string, id: string): Promise<TestReply> {
  const operation = addressed.get(name)
  if (operation === undefined) throw new Error(`no such operation: ${name}`)
  const { path, method, example, version } = operation
  const url = path
    .replace('{table}', 'case')
    .replace('{kind}', 'quickReply')
    .replace(/\{\w+\}/g, encodeURIComponent(id))
  const body = method === 'GET' || method === 'DELETE' ? {} : { body: example ?? {} }
  return divided.app.call(role, method, operation.id === 'explainWorkItem' ? `${url}?representative=cara` : url, {
    ...body,
    ...(version === undefined ? {} : { headers: { 'if-match': '"1"' } }),
  })
}

/** Everything that can be asked for in bulk, of one id. */
function sendInBulk(role: Role, id: string): Promise<TestReply> {
  const asked: Operation[] = Object.values(bulkOperations)
  const written = asked.map(({ id: operation, path, method, example = {}, version }) => ({
    operation,
    path: Object.fromEntries(
      [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, name === 'table' ? 'case' : id]),
    ),
    ...(method === 'DELETE' ? {} : { body: example }),
    ...(version === undefined ? {} : { ifMatch: 1 }),
  }))
  const ofIds = written.filter(({ operation }) => addressed.has(operation) && operation !== 'createRow')
  return divided.app.call(role, 'POST', operations.runInBulk.path, { body: { operations: ofIds } })
}

/** What somebody learns from a reply, whatever was asked for. */
function learned({ status, text, headers }: TestReply, id: string): unknown {
  const words = text
    .replaceAll(JSON.stringify(id).slice(1, -1), 'ID')
    .replaceAll(encodeURIComponent(id), 'ID')
    .replaceAll(/"requestId":"[^"]+"/g, '')
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'UUID')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'INSTANT')
  return { status, words, type: headers['content-type'], tag: headers.etag }
}

const missing = (like: string): string => like.replace(/[0-9a-z](?=[^0-9a-z]*$)/, (last) => (last === '7' ? '8' : '7'))

describe('of another organization', () => {
  test('there is something of every kind to ask for', () => {
    expect(foreign.length).toBeGreaterThan(20)
  })

  test('nothing can be read, changed or known of, whoever asks and whatever for', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...roles),
        fc.constantFrom(...addressed.keys()),
        fc.constantFrom(...foreign),
        async (role, operation, id) => {
          const reply = await send(role, operation, id)
          const other = missing(id)
          expect(learned(reply, id)).toEqual(learned(await send(role, operation, other), other))
        },
      ),
      { numRuns: 250 },
    )
  })

  test('nothing can be changed or known of in a bulk call, whoever asks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...roles), fc.constantFrom(...foreign), async (role, id) => {
        const reply = await sendInBulk(role, id)
        const other = missing(id)
        expect(learned(reply, id)).toEqual(learned(await sendInBulk(role, other), other))
        for (const { status } of reply.body.results) expect(status).toBeGreaterThanOrEqual(400)
      }),
      { numRuns: 40 },
    )
  })

  const lists = all.filter(({ id, path, method }) => method === 'GET' && !path.includes('{') && !unwalked.includes(id))
  test.each(lists.map((operation) => ({ id: operation.id, operation })))('$id tells nothing', async ({ operation }) => {
    const { text } = await divided.app.call('System Administrator', 'GET', operation.path)
    expect(text).not.toContain(FOREIGN)
    expect(text).not.toContain(FOREIGN_ID)
  })
})

describe('of a business unit beyond reach', () => {
  const unseen = roles.flatMap((role) =>
    units
      .filter((unit) => !reach[role].rows.includes(unit) && !reach[role].work.includes(unit))
      .map((unit) => ({ role, unit })),
  )
  const perKind: Readonly<Record<string, (unit: Unit) => string | undefined>> = {
    '/tables/{table}/rows/': (unit) => divided.cases.get(unit),
    '/work-items/': (unit) => divided.items.get(unit),
    '/conversations/': (unit) => divided.items.get(unit),
  }

  test('a row or work is as if it were not there, whoever asks and whatever for', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...unseen),
        fc.constantFrom(...addressed.keys()),
        async ({ role, unit }, operation) => {
          const kind = Object.keys(perKind).find((path) => addressed.get(operation)?.path.includes(path))
          const id = kind === undefined ? undefined : perKind[kind]?.(unit)
          fc.pre(id !== undefined)
          const other = missing(id)
          const reply = await send(role, operation, id)
          expect(reply.status).toBeGreaterThanOrEqual(400)
          expect(learned(reply, id)).toEqual(learned(await send(role, operation, other), other))
        },
      ),
      { numRuns: 150 },
    )
    // Nothing of it has moved.
    for (const [unit, id] of divided.items) {
      const { body } = await divided.ask('GET', `/work-items/${id}`)
      expect(body.state, unit).not.toBe('Closed')
    }
  })

  test('a colleague is as if they were not there', async () => {
    const beyond = roles.flatMap((role) =>
      units.filter((unit) => !reach[role].people.includes(unit)).map((unit) => ({ role, name: colleagues[unit] })),
    )
    const ofPeople = [...addressed.values()].filter(({ path }) => path.includes('/representatives/{name}'))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...beyond),
        fc.constantFrom(...ofPeople.map(({ id }) => id)),
        async ({ role, name }, operation) => {
          const reply = await send(role, operation, name)
          expect(reply.status).toBeGreaterThanOrEqual(400)
          expect(learned(reply, name)).toEqual(learned(await send(role, operation, 'nobody'), 'nobody'))
        },
      ),
      { numRuns: 60 },
    )
  })
})
