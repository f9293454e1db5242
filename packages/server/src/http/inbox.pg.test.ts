import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from './testing/test-app.ts'

const CHAT_PERSON = 'Omnichannel Agent'
const CASE_PERSON = 'Customer Service Representative'
const SUPERVISOR = 'Omnichannel Supervisor'

let app: TestApp
let chat: string
let caseItem: string
beforeAll(async () => {
  app = await startTestApp()
  await app.call(CHAT_PERSON, 'POST', '/api/v1/representatives/olga/sign-in')
  await app.call(CASE_PERSON, 'POST', '/api/v1/representatives/cara/sign-in')
  const started = await app.call(SUPERVISOR, 'POST', '/api/v1/conversations', {
    body: { workstream: 'Website chat', customer: 'contact-1', text: 'Hello' },
  })
  chat = started.body.id
  const created = await app.call('CSR Manager', 'POST', '/api/v1/tables/case/rows', {
    body: { values: { title: 'Broken box', customer: 'contact-1' }, route: true },
  })
  caseItem = created.body.workItem.id
  await app.engine.drain()
})
afterAll(() => app.stop())

const inboxOf = async (role: typeof CHAT_PERSON | typeof CASE_PERSON | typeof SUPERVISOR) =>
  (await app.call(role, 'GET', '/api/v1/inbox')).body

const customerWrites = (text: string) =>
  app.call(SUPERVISOR, 'POST', `/api/v1/conversations/${chat}/messages`, { body: { from: 'customer', text } })

const readUntil = (role: typeof CHAT_PERSON | typeof CASE_PERSON, item: string, until: string) =>
  app.call(role, 'POST', `/api/v1/work-items/${item}/read`, { body: { until } })

describe('the inbox', () => {
  test('counts what its views list, for whoever asks', async () => {
    for (const role of [CHAT_PERSON, CASE_PERSON, SUPERVISOR] as const) {
      const { counts } = await inboxOf(role)
      for (const view of ['my', 'open', 'closed']) {
        const listed = await app.call(role, 'GET', `/api/v1/work-items?view=${view}`)
        expect(counts[view], `${role} ${view}`).toBe(listed.body.items.length)
      }
    }
    expect((await inboxOf(CHAT_PERSON)).counts).toEqual({ my: 1, open: 0, closed: 0 })
  })

  test('an offer is not unread; what its customer wrote is, once it is accepted', async () => {
    expect((await inboxOf(CHAT_PERSON)).unread).toEqual([])
    await app.call(CHAT_PERSON, 'POST', `/api/v1/work-items/${chat}/accept`)
    await customerWrites('Are you there?')
    expect((await inboxOf(CHAT_PERSON)).unread).toEqual([{ workItem: chat, count: 2 }])
    expect((await inboxOf(SUPERVISOR)).unread).toEqual([])
  })

  test('what was shown is read, what comes later is not, and reading never goes back', async () => {
    const messages = (await app.call(CHAT_PERSON, 'GET', `/api/v1/conversations/${chat}/messages`)).body.items
    expect((await readUntil(CHAT_PERSON, chat, messages.at(-1).at)).status).toBe(204)
    expect((await inboxOf(CHAT_PERSON)).unread).toEqual([])
    await app.call(CHAT_PERSON, 'POST', `/api/v1/conversations/${chat}/messages`, {
      body: { from: 'representative', text: 'I am here.' },
    })
    expect((await inboxOf(CHAT_PERSON)).unread).toEqual([])
    await customerWrites('Good.')
    expect((await inboxOf(CHAT_PERSON)).unread).toEqual([{ workItem: chat, count: 1 }])
    await readUntil(CHAT_PERSON, chat, '2999-01-01T00:00:00.000Z')
    await readUntil(CHAT_PERSON, chat, '2001-01-01T00:00:00.000Z')
    expect((await inboxOf(CHAT_PERSON)).unread).toEqual([])
  })

  test('a record is unread until it is opened', async () => {
    expect((await inboxOf(CASE_PERSON)).unread).toEqual([{ workItem: caseItem, count: 1 }])
    await readUntil(CASE_PERSON, caseItem, new Date().toISOString())
    expect((await inboxOf(CASE_PERSON)).unread).toEqual([])
  })

  test('nobody marks what they may not see, nor without being a representative', async () => {
    expect((await readUntil(CASE_PERSON, chat, '2026-01-01T00:00:00.000Z')).status).toBe(404)
    expect((await readUntil(CASE_PERSON, 'nothing', '2026-01-01T00:00:00.000Z')).status).toBe(404)
  })
})

describe('the history of a customer', () => {
  const history = '/api/v1/customers/contact-1/history'

  test('tells all work for them, the latest first, and what of it the caller may open', async () => {
    const { body } = await app.call(CHAT_PERSON, 'GET', history)
    expect(body.items).toMatchObject([
      { workItem: caseItem, kind: 'record', title: 'Broken box', representative: 'cara', readable: false },
      { workItem: chat, kind: 'conversation', representative: 'olga', readable: true },
    ])
    expect(JSON.stringify(body)).not.toContain('context')
  })

  test('tells the last internal notes of conversations, to those who may open them', async () => {
    for (const text of ['Forgotten', 'One', 'Two', 'Three'])
      await app.call(CHAT_PERSON, 'POST', `/api/v1/conversations/${chat}/messages`, {
        body: { from: 'representative', kind: 'note', text },
      })
    const notesFor = async (role: typeof CHAT_PERSON | typeof CASE_PERSON) => {
      const { items } = (await app.call(role, 'GET', history)).body
      const entry = items.find(({ workItem }: { workItem: string }) => workItem === chat)
      return entry.notes.map(({ author, text }: { author: string; text: string }) => `${author}: ${text}`)
    }
    expect(await notesFor(CHAT_PERSON)).toEqual(['olga: One', 'olga: Two', 'olga: Three'])
    expect(await notesFor(CASE_PERSON)).toEqual([])
  })

  test('comes page by page', async () => {
    const first = (await app.call(CHAT_PERSON, 'GET', `${history}?limit=1`)).body
    const second = (await app.call(CHAT_PERSON, 'GET', `${history}?limit=1&cursor=${first.nextCursor}`)).body
    expect([...first.items, ...second.items].map(({ workItem }) => workItem)).toEqual([caseItem, chat])
    expect(second.nextCursor).toBeNull()
  })

  test('there is none of somebody who is no customer', async () => {
    expect((await app.call(CHAT_PERSON, 'GET', '/api/v1/customers/nobody/history')).body.code).toBe('notFound')
  })
})
