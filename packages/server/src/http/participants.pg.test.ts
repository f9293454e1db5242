import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from './testing/test-app.ts'

const chatPerson = 'Omnichannel Agent'
const supervisor = 'Omnichannel Supervisor'
const colleague = 'Customer Service Representative'

let app: TestApp
let chat: string
beforeAll(async () => {
  app = await startTestApp()
  for (const [role, name] of [
    [chatPerson, 'olga'],
    [colleague, 'cara'],
  ] as const)
    await app.call(role, 'POST', `/api/v1/representatives/${name}/sign-in`)
})
afterAll(() => app.stop())

/** Olga talks with a customer. */
beforeEach(async () => {
  const started = await app.call(supervisor, 'POST', '/api/v1/conversations', {
    body: { workstream: 'Website chat', customer: 'contact-1', context: { topic: 'Delivery' } },
  })
  chat = started.body.id
  await app.engine.drain()
  const accepted = await act(chatPerson, 'work-items accept')
  expect(accepted.body.assignedTo).toBe('olga')
  return async () => {
    await act(supervisor, 'work-items force-close')
  }
})

type Role = Parameters<TestApp['call']>[0]
function act(role: Role, path: `${'work-items' | 'conversations'} ${string}`, body?: unknown) {
  const [group, action] = path.split(' ')
  return app.call(role, 'POST', `/api/v1/${group}/${chat}/${action}`, body === undefined ? {} : { body })
}
const read = (role: Role) => app.call(role, 'GET', `/api/v1/work-items/${chat}`)
const mine = async (role: Role) => {
  const reply = await app.call(role, 'GET', '/api/v1/work-items?view=my')
  return reply.body.items.map(({ id }: { id: string }) => id)
}
const say = (role: Role, text: string) => act(role, 'conversations messages', { from: 'representative', text })

describe('a colleague of another queue', () => {
  test('sees a conversation from the question on, writes once added, and sees it no more when it is over', async () => {
    expect((await read(colleague)).status).toBe(404)
    const asked = await act(chatPerson, 'conversations consult', { representative: 'cara' })
    expect(asked.body.participants).toMatchObject([{ representative: 'cara', mode: 'consult', joinedAt: null }])
    expect(await mine(colleague)).toContain(chat)
    expect((await act(colleague, 'work-items accept')).body.participants).toMatchObject([{ access: 'private' }])
    expect((await say(colleague, 'Hello')).body).toMatchObject({ code: 'forbidden' })
    expect((await act(colleague, 'conversations add-participant', { representative: 'cara' })).body).toMatchObject({
      code: 'forbidden',
    })
    await act(chatPerson, 'conversations add-participant', { representative: 'cara' })
    expect((await say(colleague, 'Hello')).status).toBe(201)
    await act(chatPerson, 'conversations stop-consult', { representative: 'cara' })
    expect((await read(colleague)).status).toBe(404)
    expect(await mine(colleague)).not.toContain(chat)
  })

  test('sees a conversation that is being transferred to them before they have it', async () => {
    const offered = await act(chatPerson, 'work-items transfer-to-representative', { representative: 'cara' })
    expect(offered.body).toMatchObject({ assignedTo: 'olga', offeredTo: 'cara' })
    expect(await mine(colleague)).toContain(chat)
    expect((await act(colleague, 'work-items accept')).body).toMatchObject({ assignedTo: 'cara', offeredTo: null })
  })

  test('leaves by themselves', async () => {
    await act(chatPerson, 'conversations consult', { representative: 'cara' })
    await act(colleague, 'work-items accept')
    expect((await act(colleague, 'conversations leave')).body.participants).toEqual([])
    expect((await act(chatPerson, 'conversations leave')).body).toMatchObject({
      code: 'refused',
      reason: 'takesNoPart',
    })
  })
})

test('a supervisor monitors, joins and leaves; each is in the journal', async () => {
  expect((await act(chatPerson, 'conversations monitor')).body).toMatchObject({ code: 'forbidden' })
  const unwatched = (await read(chatPerson)).body
  const watching = await act(supervisor, 'conversations monitor')
  expect((await read(chatPerson)).body).toEqual(unwatched)
  expect((await read(supervisor)).body.version).toBeGreaterThan(unwatched.version)
  expect(watching.body.participants).toMatchObject([{ mode: 'monitor', access: 'private' }])
  expect((await say(supervisor, 'Let me help')).body).toMatchObject({ code: 'forbidden' })
  await act(supervisor, 'conversations join')
  expect((await say(supervisor, 'Let me help')).status).toBe(201)
  expect((await act(supervisor, 'conversations leave')).body.participants).toEqual([])
  const journal = await app.call(supervisor, 'GET', `/api/v1/work-items/${chat}/journal?limit=200`)
  const types = journal.body.items.map(({ type }: { type: string }) => type)
  expect(types.filter((type: string) => type.includes('participant'))).toEqual([
    'workItem.participantJoined',
    'workItem.participantShown',
    'workItem.participantLeft',
  ])
})

describe('what a conversation is about', () => {
  test('is a record that exists, until the link is taken off', async () => {
    const record = { table: 'contact', id: 'contact-1' }
    expect((await act(chatPerson, 'conversations link', { record })).body.linkedRecord).toEqual(record)
    const nothing = await act(chatPerson, 'conversations link', { record: { table: 'case', id: 'none' } })
    expect(nothing.body).toMatchObject({ code: 'notFound' })
    expect((await act(chatPerson, 'conversations link', { record: null })).body.linkedRecord).toBeNull()
    expect((await act(colleague, 'conversations link', { record })).status).toBe(404)
  })

  test('is said by skills of the configuration, with ratings that they have', async () => {
    const unknown = await act(chatPerson, 'work-items skills', { skills: { Juggling: null } })
    expect(unknown.body).toMatchObject({ code: 'invalid', errors: [{ path: 'body.skills.Juggling' }] })
    const attributes = await act(chatPerson, 'work-items attributes', { attributes: { urgent: true } })
    expect(attributes.body.attributes).toMatchObject({ urgent: true })
  })

  test('has an end that its representative notes', async () => {
    await act(chatPerson, 'work-items end')
    const unknown = await act(chatPerson, 'conversations dispositions', { dispositions: ['Solved'] })
    expect(unknown.body).toMatchObject({ code: 'invalid', errors: [{ path: 'body.dispositions[0]' }] })
    const added = await app.call('CSR Manager', 'PUT', '/api/v1/settings/disposition/solved', {
      body: { value: { title: 'Solved' } },
    })
    expect(added.status).toBe(200)
    const noted = await act(chatPerson, 'conversations dispositions', { dispositions: ['Solved', 'Solved'] })
    expect(noted.body.dispositions).toEqual(['Solved'])
  })

  test('is noted before the conversation is closed, where that is asked for', async () => {
    const put = (path: string, value: object) =>
      app.call('CSR Manager', 'PUT', `/api/v1/settings/${path}`, { body: { value } })
    await put('requiredDisposition/chats', { title: 'Chats', workstreams: ['Website chat'] })
    await put('disposition/done', { title: 'Done' })
    await act(chatPerson, 'work-items end')
    const refused = await act(chatPerson, 'work-items close')
    expect(refused.body).toMatchObject({ code: 'refused', reason: 'dispositionRequired' })
    expect((await read(chatPerson)).body.state).toBe('Wrap-up')
    await act(chatPerson, 'conversations dispositions', { dispositions: ['Done'] })
    expect((await act(chatPerson, 'work-items close')).body).toMatchObject({ state: 'Closed', dispositions: ['Done'] })
  })
})

test('a customer whom nobody knows is a visitor, told apart by a few letters', async () => {
  const started = await app.call(supervisor, 'POST', '/api/v1/conversations', {
    body: { id: 'chat-f3a9', workstream: 'Website chat', customer: null, context: {} },
  })
  expect(started.body).toMatchObject({ title: 'Visitor F3A9', customerName: null })
  await app.call(supervisor, 'POST', '/api/v1/work-items/chat-f3a9/force-close')
})
