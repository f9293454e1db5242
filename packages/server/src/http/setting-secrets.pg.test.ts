import { type Operation, operations, settingKindOf, settingKinds } from '@unified-routing/contract'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLog } from '../log.ts'
import { startTestApp, type TestApp } from './testing/test-app.ts'

const secret = 'the-secret-nobody-reads-4711'
const other = 'another-secret-nobody-reads-4712'
const place = '/api/v1/settings/quickReply/helper'
const lines: string[] = []

let app: TestApp
beforeAll(async () => {
  // Any kind may have secrets; this test gives one to a kind that everybody may see.
  Object.assign(settingKinds.quickReply.secrets, { botSecret: 'Bot secret', webhookSecret: 'Webhook secret' })
  app = await startTestApp({ log: createLog('trace', { write: (line) => void lines.push(line) }) })
})
afterAll(() => app.stop())

const value = settingKinds.quickReply.example

function save(body: unknown, version?: number) {
  return app.call('System Administrator', 'PUT', place, {
    body,
    ...(version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }),
  })
}

function expectNoSecret(text: string, where: string): void {
  for (const hidden of [secret, other])
    for (const form of [hidden, Buffer.from(hidden).toString('base64'), Buffer.from(hidden).toString('hex')])
      expect(text.includes(form), where).toBe(false)
}

test('a secret of a setting is written and never read back', async () => {
  const replies = [
    await save({ value, secrets: { botSecret: secret } }),
    // Refused in every way there is, with the secret in hand.
    await save({ value, secrets: { botSecret: secret } }),
    await save({ value, secrets: { botSecret: secret } }, 9),
    await save({ value: { title: '' }, secrets: { botSecret: secret } }, 1),
    await save({ value, secrets: { [secret.slice(0, 4)]: secret } }, 1),
    await save({ value, secrets: { botSecret: [secret] } }, 1),
    await save({ value, secrets: { botSecret: other, webhookSecret: secret } }, 1),
    await save({ value, secrets: { webhookSecret: null } }, 2),
    // Saved without a word about secrets: they stay.
    await save({ value: { ...value, title: 'Helper' } }, 3),
  ]
  expect(replies.map(({ status }) => status)).toEqual([200, 409, 412, 400, 400, 400, 200, 200, 200])
  expect(replies.at(-1)?.body).toMatchObject({ secrets: { botSecret: true, webhookSecret: false } })
  for (const { text } of replies) expectNoSecret(text, 'a reply to saving')

  const audit = (await app.call('System Administrator', 'GET', '/api/v1/audit?name=helper')).body.items
  expect(audit).toHaveLength(4)
  for (const { id } of audit) {
    const { text } = await app.call('System Administrator', 'GET', `/api/v1/audit/${id}`)
    expectNoSecret(text, 'the audit log')
  }

  const all: Operation[] = Object.values(operations)
  for (const { id, path, method } of all.filter((operation) => operation.method === 'GET' && operation.id !== 'live')) {
    const url = path
      .replace('{kind}', 'quickReply')
      .replace('{table}', 'case')
      .replace(/\{\w+\}/g, 'helper')
    const reply = await app.call('System Administrator', method, url)
    expectNoSecret(reply.text, id)
  }

  for (const [table, text] of await everyTable()) expectNoSecret(text, table)
  expect(lines.length).toBeGreaterThan(0)
  expectNoSecret(lines.join('\n'), 'the log')

  // It is there all the same, for the part of the server that needs it.
  const kind = settingKindOf('quickReply')
  expect(await app.services.settings.secret({ kind, name: 'helper' }, 'botSecret')).toBe(other)
  expect(await app.services.settings.secret({ kind, name: 'helper' }, 'webhookSecret')).toBeNull()
})

test('a secret that is replaced leaves word of it in the audit log', async () => {
  const { version } = (await app.call('System Administrator', 'GET', place)).body
  await save({ value, secrets: { botSecret: secret } }, version)
  const [{ id }] = (await app.call('System Administrator', 'GET', '/api/v1/audit?name=helper')).body.items
  const { difference } = (await app.call('System Administrator', 'GET', `/api/v1/audit/${id}`)).body
  expect(difference[0].fields).toContainEqual({ path: 'secrets.botSecret', before: 'set', after: 'set anew' })
})

/** What is in the database, as a backup would have it. */
async function everyTable(): Promise<readonly (readonly [string, string])[]> {
  const { rows } = await app.store.pool.query<{ name: string }>(
    "select quote_ident(tablename) as name from pg_tables where schemaname = 'public'",
  )
  const texts: [string, string][] = []
  for (const { name } of rows) {
    const found = await app.store.pool.query<{ text: string | null }>(
      `select string_agg(t::text, ' ') as text from ${name} t`,
    )
    texts.push([name, found.rows[0]?.text ?? ''])
  }
  return texts
}
