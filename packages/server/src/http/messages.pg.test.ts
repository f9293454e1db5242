import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createFileScan } from '../attachments/file-scan.ts'
import { send, startTestApp, type TestApp } from './testing/test-app.ts'

let app: TestApp
let scanner: Server
const scanned: string[] = []
beforeAll(async () => {
  scanner = createServer((request, response) => {
    const name = decodeURIComponent(String(request.headers['x-file-name']))
    scanned.push(name)
    request.resume()
    response.writeHead(name.startsWith('bad') ? 406 : name.startsWith('broken') ? 500 : 204).end()
  })
  await new Promise<void>((resolve) => scanner.listen(0, '127.0.0.1', resolve))
  const { port } = scanner.address() as unknown as AddressInfo
  app = await startTestApp({ fileScan: createFileScan(`http://127.0.0.1:${port}`) })
})
afterAll(async () => {
  await app.stop()
  scanner.close()
})

const chats: string[] = []
afterEach(async () => {
  for (const id of chats.splice(0))
    await app.call('Omnichannel Supervisor', 'POST', `/api/v1/work-items/${id}/force-close`)
})

/** A chat that olga has accepted; it is closed after the test, so that she has room for the next. */
async function acceptedChat(text = 'Hello?'): Promise<string> {
  const body = { workstream: 'Website chat', customer: 'contact-1', text }
  await app.call('Omnichannel Agent', 'POST', '/api/v1/representatives/olga/sign-in')
  const started = await app.call('Omnichannel Supervisor', 'POST', '/api/v1/conversations', { body })
  await app.call('Omnichannel Agent', 'POST', `/api/v1/work-items/${started.body.id}/accept`)
  chats.push(started.body.id)
  return started.body.id
}

function say(id: string, body: object) {
  return app.call('Omnichannel Agent', 'POST', `/api/v1/conversations/${id}/messages`, {
    body: { from: 'representative', ...body },
  })
}

interface Upload {
  readonly content?: Buffer
  readonly type?: string
}

async function upload(
  id: string,
  name: string,
  { content = Buffer.from('content'), type = 'application/pdf' }: Upload = {},
) {
  return send(app, {
    method: 'POST',
    url: `/api/v1/conversations/${id}/attachments?${new URLSearchParams({ name, type })}`,
    payload: content,
    headers: { cookie: await app.cookieOf('Omnichannel Agent'), 'content-type': 'application/octet-stream' },
  })
}

test('messages and notes are numbered from one in their conversation, each with its own event', async () => {
  const before = app.engine.committedSequence()
  const id = await acceptedChat()
  await say(id, { text: 'Good morning' })
  await say(id, { text: 'Sounds angry', kind: 'note' })
  const { body } = await app.call('Omnichannel Agent', 'GET', `/api/v1/conversations/${id}/messages`)
  expect(body.items).toMatchObject([
    { number: 1, from: 'customer', author: null, kind: 'message', text: 'Hello?', delivery: null },
    { number: 2, from: 'representative', author: 'olga', kind: 'message', text: 'Good morning', delivery: 'sent' },
    { number: 3, from: 'representative', author: 'olga', kind: 'note', text: 'Sounds angry', delivery: null },
  ])
  const events = await app.services.reads.journal({ workItem: id, after: before, limit: 100 })
  const added = events.filter(({ type }) => type === 'workItem.messageAdded')
  expect(added).toMatchObject(
    body.items.map(({ id: message, from, kind, number }: never) => ({ message, from, kind, number })),
  )
})

test('a long conversation is read page by page', async () => {
  const id = await acceptedChat()
  for (const text of ['one', 'two', 'three']) await say(id, { text })
  const first = await app.call('Omnichannel Agent', 'GET', `/api/v1/conversations/${id}/messages?limit=3`)
  const second = await app.call(
    'Omnichannel Agent',
    'GET',
    `/api/v1/conversations/${id}/messages?limit=3&cursor=${first.body.nextCursor}`,
  )
  expect([...first.body.items, ...second.body.items].map(({ text }) => text)).toEqual(['Hello?', 'one', 'two', 'three'])
})

test('a message needs a text or a file, and customers write no notes', async () => {
  const id = await acceptedChat()
  expect((await say(id, { text: '' })).body).toMatchObject({ code: 'invalid', errors: [{ path: 'body.text' }] })
  expect((await say(id, { from: 'customer', kind: 'note', text: 'x' })).body).toMatchObject({
    code: 'invalid',
    errors: [{ path: 'body.kind' }],
  })
})

describe('files', () => {
  test('go with one message, and come back as they were, saved rather than opened', async () => {
    const id = await acceptedChat()
    const content = Buffer.from([0, 255, 1, 254])
    const file = (await upload(id, 'Rückgabe (1).pdf', { content })).body
    expect(file).toMatchObject({ name: 'Rückgabe (1).pdf', contentType: 'application/pdf', bytes: 4 })
    expect((await say(id, { attachments: [file.id] })).body).toMatchObject({ text: '', attachments: [file] })
    expect((await say(id, { text: 'again', attachments: [file.id] })).body).toMatchObject({
      code: 'invalid',
      errors: [{ path: 'body.attachments[0]' }],
    })
    const reply = await app.server.inject({
      url: `/api/v1/conversations/${id}/attachments/${file.id}`,
      headers: { cookie: await app.cookieOf('Omnichannel Agent') },
    })
    expect(reply.rawPayload).toEqual(content)
    expect(reply.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': "attachment; filename*=UTF-8''R%C3%BCckgabe%20%281%29.pdf",
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    })
  })

  test('a repeated request names its file again and gets the first answer', async () => {
    const id = await acceptedChat()
    const file = (await upload(id, 'a.pdf')).body
    const request = {
      body: { from: 'representative', attachments: [file.id] },
      headers: { 'idempotency-key': `file-${id}` },
    }
    const url = `/api/v1/conversations/${id}/messages`
    const first = await app.call('Omnichannel Agent', 'POST', url, request)
    expect(first.status).toBe(201)
    expect((await app.call('Omnichannel Agent', 'POST', url, request)).body).toEqual(first.body)
  })

  test('of another conversation cannot be named or read', async () => {
    const [one, other] = [await acceptedChat(), await acceptedChat()]
    const file = (await upload(one, 'a.pdf')).body
    expect((await say(other, { attachments: [file.id] })).status).toBe(400)
    const reply = await app.call('Omnichannel Agent', 'GET', `/api/v1/conversations/${other}/attachments/${file.id}`)
    expect(reply.body).toMatchObject({ code: 'notFound' })
  })

  test.each([
    'run.exe',
    'page.HTML',
    'image.svg',
    'trailing.bat. .',
    'macro.docm',
  ])('that could run are refused before they are scanned: %s', async (name) => {
    const id = await acceptedChat()
    expect((await upload(id, name)).body).toMatchObject({ code: 'refused', reason: 'fileRejected' })
    expect(scanned).not.toContain(name)
  })

  test('are refused by their type too', async () => {
    const id = await acceptedChat()
    expect((await upload(id, 'image.png', { type: 'image/svg+xml' })).status).toBe(409)
  })

  test('that the scanner rejects are not kept, and without a scanner nothing is shown', async () => {
    const id = await acceptedChat()
    expect((await upload(id, 'bad.pdf')).body).toMatchObject({ code: 'refused', reason: 'fileRejected' })
    expect((await upload(id, 'broken.pdf')).body).toMatchObject({ code: 'unavailable' })
  })

  test.each(['..', 'a/b.pdf', 'a\\b.pdf', '', 'a\u0007.pdf'])('have a name without a path, not %j', async (name) => {
    const id = await acceptedChat()
    const { body } = await upload(id, name)
    expect(body.code).toBe('invalid')
    expect(body.errors[0].path).toBe('query.name')
  })

  test('end at five megabytes and are not empty', async () => {
    const id = await acceptedChat()
    expect((await upload(id, 'full.pdf', { content: Buffer.alloc(5 * 1024 * 1024) })).status).toBe(201)
    expect((await upload(id, 'over.pdf', { content: Buffer.alloc(5 * 1024 * 1024 + 1) })).body).toMatchObject({
      code: 'tooLarge',
    })
    expect((await upload(id, 'empty.pdf', { content: Buffer.alloc(0) })).body).toMatchObject({ code: 'invalid' })
  })
})

test('typing is passed on and kept nowhere', async () => {
  const id = await acceptedChat()
  const sequence = app.engine.committedSequence()
  const heard: unknown[] = []
  const stop = app.services.signals.listen((signal) => heard.push(signal))
  const reply = await app.call('Omnichannel Agent', 'POST', `/api/v1/conversations/${id}/typing`, {
    body: { from: 'representative' },
  })
  stop()
  expect(reply.status).toBe(204)
  expect(heard).toEqual([{ type: 'typing', workItem: id, from: 'representative', author: 'olga' }])
  expect(app.engine.committedSequence()).toBe(sequence)
})

test('only who has the conversation types, uploads and writes as the representative', async () => {
  const id = await acceptedChat()
  const url = `/api/v1/conversations/${id}`
  const body = { from: 'representative' }
  expect((await app.call('Omnichannel Supervisor', 'POST', `${url}/typing`, { body })).status).toBe(403)
  const cookie = await app.cookieOf('Omnichannel Supervisor')
  const file = await send(app, {
    method: 'POST',
    url: `${url}/attachments?name=a.pdf`,
    payload: 'x',
    headers: { cookie, 'content-type': 'application/octet-stream' },
  })
  expect(file.status).toBe(403)
  expect(
    (await app.call('Omnichannel Supervisor', 'POST', `${url}/messages`, { body: { ...body, text: 'x' } })).status,
  ).toBe(403)
  const note = { ...body, text: 'I am watching', kind: 'note' }
  expect((await app.call('Omnichannel Supervisor', 'POST', `${url}/messages`, { body: note })).status).toBe(201)
})
