import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type ChatServer, saveWidget, startChatServer, widgetSecret } from './testing.fixture.ts'

const MESSAGES = 300
/** More than the network between two processes of one machine holds. */
const UNREAD = 1_800
const CHARACTERS = 9_000

const opened = z.object({ conversationId: z.string(), streamUrl: z.string() })

let chat: ChatServer
beforeAll(async () => {
  chat = await startChatServer()
  await saveWidget(chat.app)
})
afterAll(() => chat.app.stop())

async function started(): Promise<{ id: string; streamUrl: URL }> {
  const reply = await fetch(`${chat.domain}/conversations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${widgetSecret}`, 'content-type': 'application/json' },
    body: JSON.stringify({ user: { id: 'ada' } }),
  })
  const { conversationId: id, streamUrl } = opened.parse(await reply.json())
  return { id, streamUrl: new URL(streamUrl) }
}

/** Says something in the name of the server, as quickly as it can be stored. */
function say(id: string, from: number, count: number) {
  return Promise.all(
    Array.from({ length: count }, (_, index) =>
      chat.app.engine.submit({
        operation: {
          type: 'sendMessage',
          id: `${id}-${from + index}`,
          workItem: id,
          from: 'customer',
          author: null,
          kind: 'message',
          text: `${from + index} ${'.'.repeat(CHARACTERS)}`,
          attachments: [],
          channelData: null,
        },
        actor: { kind: 'customer', name: null },
        idempotencyKey: null,
        requestHash: null,
        requestId: 'test',
      }),
    ),
  )
}

/** A web socket by hand, which reads nothing until it is told to. */
async function openUnread(url: URL, watermark: number): Promise<Socket> {
  const socket = connect(Number(url.port), url.hostname)
  socket.on('error', () => undefined)
  const from = new URL(url)
  from.searchParams.set('watermark', String(watermark))
  const path = `${from.pathname}${from.search}`
  const headers = ['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13']
  socket.write(
    [
      `GET ${path} HTTP/1.1`,
      `Host: ${url.host}`,
      ...headers,
      `Sec-WebSocket-Key: ${btoa('0123456789abcdef')}`,
      '',
      '',
    ].join('\r\n'),
  )
  await once(socket, 'readable')
  return socket
}

/** The texts that come, in order, until that many are there or the server hangs up. */
async function readTexts(socket: Socket, count: number): Promise<string[]> {
  const texts: string[] = []
  let buffered = Buffer.alloc(0)
  for await (const chunk of socket) {
    buffered = Buffer.concat([buffered, chunk])
    const head = buffered.indexOf('\r\n\r\n')
    if (buffered.subarray(0, 4).toString() === 'HTTP' && head >= 0) buffered = buffered.subarray(head + 4)
    for (let frame = firstFrame(buffered); frame !== null; frame = firstFrame(buffered)) {
      buffered = buffered.subarray(frame.end)
      if (frame.text === '') continue
      for (const { text } of JSON.parse(frame.text).activities) if (/^\d+ \./.test(text)) texts.push(text)
    }
    if (texts.length >= count) break
  }
  return texts
}

/** Frames of a server are not masked. */
function firstFrame(bytes: Buffer): { readonly text: string; readonly end: number } | null {
  if (bytes.length < 2) return null
  const short = (bytes[1] ?? 0) & 0x7f
  const start = short < 126 ? 2 : short === 126 ? 4 : 10
  if (bytes.length < start) return null
  const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))
  if (bytes.length < start + length) return null
  const isText = ((bytes[0] ?? 0) & 0x0f) === 1
  return { text: isText ? bytes.subarray(start, start + length).toString() : '', end: start + length }
}

const numbersIn = (texts: readonly string[]) => texts.map((text) => Number(text.split(' ')[0]))

test('a customer who reads slowly gets a long conversation whole, each message once', async () => {
  const { id, streamUrl } = await started()
  await say(id, 1, MESSAGES)
  const socket = await openUnread(streamUrl, 0)
  await say(id, MESSAGES + 1, 20)
  const texts = await readTexts(socket, MESSAGES + 20)
  expect(numbersIn(texts)).toEqual(Array.from({ length: MESSAGES + 20 }, (_, index) => index + 1))
})

test('a customer who does not read is cut off, and goes on from the watermark', async () => {
  const { id, streamUrl } = await started()
  const socket = await openUnread(streamUrl, 0)
  await expect.poll(() => chat.app.engine.router()?.workItem(id)?.state).toBe('Open')
  await say(id, 1, UNREAD)
  const seen = await readTexts(socket, UNREAD).catch(() => [])
  const last = numbersIn(seen).at(-1) ?? 0
  expect(last).toBeLessThan(UNREAD)
  const again = await openUnread(streamUrl, last)
  const rest = await readTexts(again, UNREAD - last)
  expect([...numbersIn(seen), ...numbersIn(rest)]).toEqual(Array.from({ length: UNREAD }, (_, index) => index + 1))
})
