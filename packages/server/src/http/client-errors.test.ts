import { once } from 'node:events'
import { connect, createServer, type Server, Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerClientError } from './client-errors.ts'

const late = { code: 'ERR_HTTP_REQUEST_TIMEOUT' }

let server: Server
let client: Socket
let accepted: Socket

beforeEach(async () => {
  server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  client = connect(typeof address === 'object' ? (address?.port ?? 0) : 0, '127.0.0.1')
  const [socket] = await once(server, 'connection')
  if (!(socket instanceof Socket)) throw new Error('no connection')
  accepted = socket
})
afterEach(() => {
  client.destroy()
  server.close()
})

async function heard(): Promise<string> {
  let text = ''
  for await (const chunk of client) text += String(chunk)
  return text
}

test('half a request that comes too late is told so', async () => {
  client.write('GET / HTTP/1.1\r\n')
  await once(accepted, 'data')
  answerClientError(late, accepted)
  expect(await heard()).toMatch(/^HTTP\/1\.1 408 /)
})

test('a connection that was never used ends without a word, which a first request could take for its answer', async () => {
  answerClientError(late, accepted)
  expect(await heard()).toBe('')
})
