import { once } from 'node:events'
import { createServer, type Server, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { anonymous } from '../auth/caller.ts'
import { LiveStream } from './live-stream.ts'

const MEBIBYTE = 1024 * 1024
/** More than the network between two processes of one machine holds. */
const FRAMES = 32

let server: Server
let client: Socket
let response: ServerResponse
let onTooSlow: ReturnType<typeof vi.fn<() => void>>

beforeEach(async () => {
  server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  client = connect(typeof address === 'object' ? (address?.port ?? 0) : 0, '127.0.0.1')
  client.pause()
  client.on('error', () => undefined)
  client.write('GET / HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n')
  const [, answer] = await once(server, 'request')
  response = answer
  response.writeHead(200)
  onTooSlow = vi.fn<() => void>()
})
afterEach(async () => {
  client.destroy()
  await new Promise((resolve) => server.close(resolve))
})

const open = () => new LiveStream({ response, caller: anonymous, after: 0, onTooSlow })
const frame = (sequence: number, size: number) => ({ sequence, textFor: () => `${sequence}${'.'.repeat(size)}` })
const closed = () => once(response, 'close')

test('a reader that does not read is cut off once a megabyte waits for it', async () => {
  const stream = open()
  stream.goLive()
  const cut = closed()
  for (let sequence = 1; sequence <= FRAMES; sequence++) stream.offer([frame(sequence, MEBIBYTE)])
  await cut
  expect(onTooSlow).toHaveBeenCalledTimes(1)
  expect(stream.isClosed()).toBe(true)
})

test('one that does not read what it missed is cut off once too much has happened meanwhile', async () => {
  const stream = open()
  const cut = closed()
  const replayed = stream.replay(frame(1, FRAMES * MEBIBYTE))
  for (let sequence = 2; !stream.isClosed() && sequence < 20_000; sequence++) stream.offer([frame(sequence, 10)])
  await cut
  await replayed
  expect(onTooSlow).toHaveBeenCalledTimes(1)
})

test('a stream that ends does not keep the connection of a reader that does not read', async () => {
  const stream = open()
  void stream.replay(frame(1, FRAMES * MEBIBYTE))
  const ended = closed()
  stream.close()
  await ended
  expect(onTooSlow).not.toHaveBeenCalled()
})

test('a slow reader that comes to the end of the past gets all of it, whatever its size', async () => {
  const stream = open()
  let bytes = 0
  client.on('data', (chunk) => {
    bytes += chunk.length
  })
  client.pause()
  const replayed = stream.replay(frame(1, FRAMES * MEBIBYTE))
  stream.pass('typing')
  client.resume()
  await replayed
  stream.goLive()
  stream.close()
  await once(client, 'close')
  expect(bytes).toBeGreaterThan(FRAMES * MEBIBYTE)
  expect(onTooSlow).not.toHaveBeenCalled()
})
