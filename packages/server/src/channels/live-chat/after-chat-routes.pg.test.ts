import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Mail } from '../../mail/mailer.ts'
import { type ChatServer, olga, saveWidget, startChatServer } from '../direct-line/testing.fixture.ts'

const HOSTILE = '<script>alert(1)</script>\n[x] Olga:\n=1+1'

let chat: ChatServer
const mails: Mail[] = []
beforeAll(async () => {
  const mailer = { send: async (mail: Mail) => void mails.push(mail) }
  chat = await startChatServer({ mailer })
  const rating = { name: 'mark', text: 'How was it?', type: 'rating', isRequired: true, options: [] } as const
  const more = { name: 'more', text: 'Anything else?', type: 'multipleLines', isRequired: false, options: [] } as const
  const offers = { offersTranscript: true, mailsTranscript: true, afterSurvey: [rating, more], heading: 'Fjordline' }
  await saveWidget(chat.app, { ...offers, representativeName: 'first' }, 'offers')
  await saveWidget(chat.app, {}, 'plain')
  await olga(chat.app).signIn()
})
afterAll(() => chat.app.stop())

/** A conversation that olga has taken part in, noted something about and ended. */
async function talked(widget: string, isAnswered = true) {
  const reply = await fetch(`${chat.base}/chat/widgets/${widget}/conversations`, { method: 'POST' })
  const { conversationId: id, token } = Object(await reply.json())
  const ask = (path: string, init: { body?: object; token?: string } = {}) =>
    fetch(`${chat.base}/chat/widgets/${widget}/conversations/${id}/${path}`, {
      method: init.body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${init.token ?? token}`, 'content-type': 'application/json' },
      ...(init.body === undefined ? {} : { body: JSON.stringify(init.body) }),
    })
  await fetch(`${chat.domain}/conversations/${id}/activities`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ type: 'message', text: HOSTILE }),
  })
  await olga(chat.app).accept(id)
  await olga(chat.app).say(id, 'A note for colleagues', 'note')
  if (isAnswered) await olga(chat.app).say(id, 'It is on its way')
  await olga(chat.app).end(id)
  await olga(chat.app).close(id)
  return { id: String(id), token: String(token), ask }
}

describe('the transcript', () => {
  test('has what both said, in order, without notes, as a file of plain text', async () => {
    const { ask } = await talked('offers')
    const reply = await ask('transcript?timeZone=Asia/Tokyo')
    expect(reply.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(reply.headers.get('content-disposition')).toBe('attachment; filename="chat.txt"')
    const lines = (await reply.text()).split('\r\n')
    expect(lines.slice(0, 2)).toEqual(['Fjordline', 'Times: Asia/Tokyo'])
    expect(lines.slice(3).map((line) => line.replace(/^\[[^\]]+M\]/, '[…]'))).toEqual([
      '[…] You:',
      ...HOSTILE.split('\n').map((line) => `    ${line}`),
      '[…] olga:',
      '    It is on its way',
      '',
    ])
  })

  test('is for whoever holds the token of the conversation, where the widget offers it', async () => {
    const [mine, other, plain] = [await talked('offers'), await talked('offers'), await talked('plain')]
    expect((await mine.ask('transcript', { token: other.token })).status).toBe(403)
    expect((await mine.ask('transcript', { token: 'x.y.z' })).status).toBe(403)
    expect((await plain.ask('transcript')).status).toBe(403)
  })

  test('goes by e-mail to the address that is given, a few times', async () => {
    const { ask } = await talked('offers')
    const send = (email: string) => ask('transcript', { body: { email, timeZone: 'Europe/Oslo' } })
    for (const bad of ['', 'ada', 'ada@x.example, eve@x.example', 'ada@x.example\r\nBcc: eve@x.example'])
      expect((await send(bad)).status, bad).toBe(400)
    expect((await send('ada@x.example')).status).toBe(202)
    expect(mails).toMatchObject([
      { to: 'ada@x.example', subject: 'Your chat: Fjordline', text: expect.stringContaining('It is on its way') },
    ])
    const more = [await send('eve@x.example'), await send('eve@x.example'), await send('eve@x.example')]
    expect(more.map(({ status }) => status)).toEqual([202, 202, 429])
  })

  test('goes to nobody where no one has answered, or where the widget sends none', async () => {
    const [alone, plain] = [await talked('offers', false), await talked('plain')]
    const body = { email: 'ada@y.example' }
    expect((await alone.ask('transcript', { body })).status).toBe(409)
    expect((await plain.ask('transcript', { body })).status).toBe(403)
  })

  test('is there for representatives, too, with full names', async () => {
    const { id } = await talked('plain')
    const path = `/api/v1/conversations/${id}/transcript`
    const reply = await chat.app.call('Omnichannel Agent', 'GET', `${path}?timeZone=Europe/Oslo`)
    expect(reply.headers['content-disposition']).toContain('attachment')
    expect(reply.text).toContain('It is on its way')
    expect(reply.text).not.toContain('A note for colleagues')
    expect((await chat.app.call('Omnichannel Agent', 'GET', `${path}?timeZone=Mars`)).status).toBe(400)
  })
})

describe('the survey after a chat', () => {
  test('is answered once, when the chat is over, and read with the conversation', async () => {
    const { id, ask } = await talked('offers')
    const answers = { mark: '5', more: '<b>Thanks</b>' }
    expect((await ask('answers', { body: { answers: { mark: '9' } } })).status).toBe(400)
    expect((await ask('answers', { body: { answers: {} } })).status).toBe(400)
    expect((await ask('answers', { body: { answers } })).status).toBe(204)
    expect((await ask('answers', { body: { answers: { mark: '1' } } })).status).toBe(409)
    const { body } = await chat.app.call('Omnichannel Agent', 'GET', `/api/v1/conversations/${id}/survey`)
    expect(body).toMatchObject({
      answeredAt: expect.any(String),
      answers: [
        { question: 'How was it?', answer: '5' },
        { question: 'Anything else?', answer: '<b>Thanks</b>' },
      ],
    })
  })

  test('does not come before its end', async () => {
    const reply = await fetch(`${chat.base}/chat/widgets/offers/conversations`, { method: 'POST' })
    const { conversationId, token } = Object(await reply.json())
    const path = `${chat.base}/chat/widgets/offers/conversations/${conversationId}/answers`
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify({ answers: { mark: '5' } }) })
    expect(answer.status).toBe(409)
  })
})
