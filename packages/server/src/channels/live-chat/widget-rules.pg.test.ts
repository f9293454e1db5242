import { settingKinds } from '@unified-routing/contract'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type ChatServer, olga, saveWidget, startChatServer } from '../direct-line/testing.fixture.ts'

let chat: ChatServer
/** The conversation of the test. */
let present = ''
beforeAll(async () => {
  chat = await startChatServer()
  const { app } = chat
  await saveWidget(app, { fileKilobytesMax: 1, fileEndings: ['pdf'], representativeName: 'nickname' }, 'strict')
  await saveWidget(app, { takesFiles: false, sendsFiles: false, representativeName: 'nickname' }, 'no-files')
  await olga(app).signIn()
})
afterEach(async () => {
  await olga(chat.app).end(present)
  await olga(chat.app).close(present)
})
afterAll(() => chat.app.stop())

/** A customer of a widget, with olga talking to them. */
async function talk(widget: string) {
  const reply = await fetch(`${chat.base}/chat/widgets/${widget}/conversations`, { method: 'POST' })
  const { conversationId: id, token } = Object(await reply.json())
  const headers = { authorization: `Bearer ${token}` }
  await olga(chat.app).accept(id)
  present = String(id)
  return {
    id: String(id),
    /** The status and the words of the answer. */
    async sends(name: string, content: string) {
      const body = new FormData()
      body.append('file', new Blob([content], { type: 'application/pdf' }), name)
      const answer = await fetch(`${chat.domain}/conversations/${id}/upload`, { method: 'POST', headers, body })
      return { status: answer.status, text: await answer.text() }
    },
    async isSent(name: string, content: string) {
      const url = `/api/v1/conversations/${id}/attachments?name=${name}`
      const answer = await chat.app.server.inject({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/octet-stream', cookie: await chat.app.cookieOf('Omnichannel Agent') },
        payload: content,
      })
      return { status: answer.statusCode, text: answer.body }
    },
    async names() {
      const answer = await fetch(`${chat.domain}/conversations/${id}/activities`, { headers })
      const { activities } = Object(await answer.json())
      return activities.map(({ from }: { from: { name?: string } }) => from.name)
    },
  }
}

describe('files of a widget', () => {
  test.each(['sends', 'isSent'] as const)('keep to its types and sizes, whoever %s them', async (way) => {
    const customer = await talk('strict')
    expect(await customer[way]('bill.pdf', 'x'.repeat(1_024))).toMatchObject({ status: way === 'sends' ? 200 : 201 })
    expect(await customer[way]('bill.pdf', 'x'.repeat(1_025))).toMatchObject({
      status: 413,
      text: expect.stringContaining('1 KB at most'),
    })
    expect(await customer[way]('bill.txt', 'x')).toMatchObject({
      status: 409,
      text: expect.stringContaining('pdf only'),
    })
  })

  test('are refused both ways where they are switched off', async () => {
    const customer = await talk('no-files')
    expect((await customer.sends('bill.pdf', 'x')).status).toBe(400)
    const rules = await chat.app.call('Omnichannel Agent', 'GET', `/api/v1/conversations/${customer.id}/file-rules`)
    expect(rules.body).toMatchObject({ takesFiles: false, sendsFiles: false })
    expect(await customer.isSent('bill.pdf', 'x')).toMatchObject({
      status: 409,
      text: expect.stringContaining('takes no files'),
    })
  })
})

test('customers read the nickname of a representative where there is one, else the first name', async () => {
  const customer = await talk('no-files')
  await olga(chat.app).say(customer.id, 'Hello')
  const [firstName] = await customer.names()
  expect(firstName).not.toContain(' ')
  await chat.app.services.settings.save(
    { kind: settingKinds.nickname, name: 'sunny' },
    { value: { title: 'Sunny', representative: 'olga' }, secrets: {}, basedOn: null },
    { by: { kind: 'account', name: 'test' }, ip: null },
  )
  await expect.poll(customer.names, { timeout: 10_000 }).toEqual(['Sunny'])
})

test('a widget that is closed looks as it is set up for then', async () => {
  await chat.app.call('System Administrator', 'POST', '/api/v1/configuration/changes', {
    body: {
      basedOn: chat.app.engine.configuration().version,
      changes: [{ list: 'operatingHours', name: 'Never', row: { name: 'Never', hours: [] } }],
    },
  })
  const look = { heading: 'Ask us', closedHeading: 'We are asleep', closedColor: '#444444', operatingHours: 'Never' }
  await saveWidget(chat.app, look, 'asleep')
  const read = async () => (await fetch(`${chat.base}/chat/widgets/asleep`)).json()
  await expect.poll(read, { timeout: 10_000 }).toMatchObject({
    isOperating: false,
    title: 'We are asleep',
    subtitle: '',
    color: '#444444',
  })
})
