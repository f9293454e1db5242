import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { portOf, saveWidget, startChatServer, widgetSecret } from '../channels/direct-line/testing.fixture.ts'
import type { TestApp } from './testing/test-app.ts'

let app: TestApp
let port: number
beforeAll(async () => {
  const chat = await startChatServer({
    limits: { atOnce: 4, perCaller: 1e6, perAnonymousAddress: 1e6, signInsPerAccount: 1e6, signInsPerAddress: 1e6 },
  })
  app = chat.app
  port = portOf(app.server.server.address())
  await saveWidget(app)
})
afterAll(() => app.stop(), 8_000)

async function open(): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  await once(socket, 'connect')
  return socket
}

/** Everything the server says until it hangs up, or until that many answers have begun. */
async function answerTo(socket: Socket, bytes: string | Buffer, answers = Number.POSITIVE_INFINITY): Promise<string> {
  let text = ''
  socket.write(bytes)
  for await (const chunk of socket) {
    text += String(chunk)
    if (text.split('HTTP/1.1 ').length > answers) break
  }
  socket.destroy()
  return text
}

const connections = () =>
  new Promise<number>((resolve, reject) =>
    app.server.server.getConnections((error, count) => (error === null ? resolve(count) : reject(error))),
  )

const post = (path: string, headers: readonly string[] = []) =>
  [`POST ${path} HTTP/1.1`, 'Host: here', ...headers, '', ''].join('\r\n')
const json = 'Content-Type: application/json'

test.each([
  ['no HTTP', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n'],
  ['a method that is none', 'FOO BAR BAZ\r\n\r\n'],
  ['headers that are none', 'GET / HTTP/1.1\r\nHost here\r\n\r\n'],
  ['huge headers', `GET / HTTP/1.1\r\nHost: here\r\nX-Long: ${'x'.repeat(64 * 1024)}\r\n\r\n`],
  ['two lengths', post('/api/auth/sign-in/email', ['Content-Length: 5', 'Content-Length: 6'])],
  ['a length and chunks', post('/api/auth/sign-in/email', ['Content-Length: 5', 'Transfer-Encoding: chunked'])],
  ['two hosts', 'GET /healthz HTTP/1.1\r\nHost: here\r\nhost: there\r\nConnection: close\r\n\r\n'],
  ['chunks that are none', `${post('/api/auth/sign-in/email', [json, 'Transfer-Encoding: chunked'])}zz\r\nhello\r\n`],
])('%s: refused in a few words, without a trace of our insides, and the connection ends', async (_, bytes) => {
  const answer = await answerTo(await open(), bytes)
  expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
  expect(answer).not.toMatch(/node_modules|packages\/|\.ts:\d|\bat \w+ \(/)
})

test('garbage behind a good request ends the connection', async () => {
  const answer = await answerTo(await open(), 'GET /healthz HTTP/1.1\r\nHost: here\r\n\r\n\0\0garbage\r\n\r\n')
  expect(answer.match(/HTTP\/1\.1 \d+/g)?.at(-1)).toBe('HTTP/1.1 400')
})

test('a hundred requests in one breath are all answered, beyond the limit with 503 and when to try again', async () => {
  const cookie = await app.cookieOf('CSR Manager')
  const one = `GET /api/v1/organization HTTP/1.1\r\nHost: here\r\nCookie: ${cookie}\r\n\r\n`
  const answer = await answerTo(await open(), one.repeat(100), 100)
  const statuses = answer.match(/HTTP\/1\.1 \d+/g) ?? []
  expect(new Set(statuses)).toEqual(new Set(['HTTP/1.1 200', 'HTTP/1.1 503']))
  expect(answer).toMatch(/retry-after: 1/i)
  expect((await app.call('CSR Manager', 'GET', '/api/v1/organization')).status).toBe(200)
})

test('answers that wait behind a stream, or that nobody reads, take nobody a place', async () => {
  const cookie = await app.cookieOf('CSR Manager')
  const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: here\r\nCookie: ${cookie}\r\n\r\n`
  const behind = await open()
  behind.write(get('/api/v1/live') + get('/api/v1/session').repeat(4))
  const idle = await open()
  idle.pause().write(get('/api/v1/openapi.json').repeat(20))
  await once(behind, 'data')
  const status = async () => (await app.call('CSR Manager', 'GET', '/api/v1/organization')).status
  await expect.poll(status).toBe(200)
  await expect.poll(status).toBe(200)
  for (const socket of [behind, idle]) socket.destroy()
})

test('bodies that never come take places for seconds only; health and readiness are answered all the same', async () => {
  const halves: Socket[] = []
  for (let count = 0; count < 4; count++) {
    const socket = await open()
    socket.write(`${post('/api/auth/sign-in/email', [json, 'Content-Length: 100'])}{"email":`)
    halves.push(socket)
  }
  const status = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status
  await expect.poll(() => status('/api/v1/organization')).toBe(503)
  expect([await status('/healthz'), await status('/readyz')]).toEqual([200, 200])
  // Soon the oldest gives way, and again for the next who comes.
  await expect.poll(() => status('/api/v1/organization'), { timeout: 10_000 }).toBe(401)
  await expect.poll(() => halves.filter(({ destroyed }) => destroyed).length).toBeGreaterThan(0)
  for (const socket of halves) socket.destroy()
})

test('whoever does not hang up after a refusal is hung up on', async () => {
  const before = await connections()
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  socket.on('error', () => undefined)
  socket.write('no HTTP at all\r\n\r\n')
  socket.resume()
  await once(socket, 'end')
  await expect.poll(connections, { timeout: 10_000 }).toBeLessThanOrEqual(before)
  socket.destroy()
})

test('an upload that is given up half-way leaves nothing behind', async () => {
  const started = await fetch(`http://127.0.0.1:${port}/v3/directline/conversations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${widgetSecret}` },
  })
  const body = Object(await started.json())
  const path = `/v3/directline/conversations/${body.conversationId}/upload`
  const before = await connections()
  for (let count = 0; count < 4; count++) {
    const socket = await open()
    const type = 'Content-Type: multipart/form-data; boundary=part'
    socket.write(post(path, [`Authorization: Bearer ${body.token}`, type, 'Content-Length: 100000']))
    socket.write('--part\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\nabc')
    socket.destroy()
  }
  await expect.poll(connections).toBeLessThanOrEqual(before)
  expect((await app.call('CSR Manager', 'GET', '/api/v1/organization')).status).toBe(200)
})

test('a web socket that sends what is no frame, or too much, is hung up on', async () => {
  const started = await fetch(`http://127.0.0.1:${port}/v3/directline/conversations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${widgetSecret}` },
  })
  const { pathname, search } = new URL(Object(await started.json()).streamUrl)
  const upgrade = [
    `GET ${pathname}${search} HTTP/1.1`,
    'Host: here',
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${btoa('0123456789abcdef')}`,
  ].join('\r\n')
  const unmasked = Buffer.from([0x81, 0x02, 0x68, 0x69])
  const reserved = Buffer.from([0xff, 0x80, 0, 0, 0, 0])
  const huge = Buffer.from([0x82, 0xff, 0, 0, 0, 0, 0x7f, 0xff, 0xff, 0xff, 1, 2, 3, 4])
  for (const frame of [unmasked, reserved, huge]) {
    const answer = await answerTo(await open(), Buffer.concat([Buffer.from(`${upgrade}\r\n\r\n`), frame]))
    expect(answer).toMatch(/^HTTP\/1\.1 101 /)
  }
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200)
})

test('an upgrade to anything else, or at another address, is refused', async () => {
  const upgrade = (path: string, to: string) =>
    `GET ${path} HTTP/1.1\r\nHost: here\r\nUpgrade: ${to}\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${btoa('0123456789abcdef')}\r\n\r\n`
  for (const request of [upgrade('/api/v1/organization', 'websocket'), upgrade('/healthz', 'h2c')]) {
    const answer = await answerTo(await open(), request, 1)
    expect(answer).toMatch(/^HTTP\/1\.1 [24]\d\d /)
  }
})

test('whoever drips or stalls is cut off in time', () => {
  const { timeout, headersTimeout, requestTimeout, keepAliveTimeout, maxConnections } = app.server.server
  expect({ timeout, headersTimeout, requestTimeout, keepAliveTimeout, maxConnections }).toEqual({
    timeout: 30_000,
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 72_000,
    maxConnections: 40_000,
  })
})
