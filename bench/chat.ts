/**
 * How long a chat message takes from sender to receiver, and whether any is lost, comes twice or out of order.
 *
 * npm run bench -- chat [--quick]
 *
 * The real path: customers over Direct Line with a web socket each, representatives over the API with a live stream each,
 * one server process with a PostgreSQL of its own. This process plays all the people, on the same machine.
 */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { readEventStream } from '../packages/client/src/event-stream.ts'
import { undoAtEnd } from './harness/ending.ts'
import { createReport } from './harness/report.ts'
import { quantile } from './harness/statistics.ts'

const figures = createReport()
const customers = figures.isQuick ? 200 : 2_000
const representatives = figures.isQuick ? 30 : 300
const seconds = figures.isQuick ? 5 : 30
const perSecond = 50
const AT_ONCE = 20
const SETTLE_MS = 3_000

interface Chat {
  readonly id: string
  readonly token: string
  readonly userId: string
}

const server = fork(join(import.meta.dirname, 'chat-server.ts'), [String(representatives)])
const ended = once(server, 'exit')
const stopServer = undoAtEnd(async () => {
  if (server.connected) server.disconnect()
  await ended
})
const { address, password } = await new Promise<{ address: string; password: string }>((resolve, reject) => {
  server.once('message', (told) => resolve(Object(told)))
  server.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
})
const origin = { origin: address, 'content-type': 'application/json' }
const chats = new Map<string, Chat>()
/** Who has accepted which. An offer may be there before the answer to whoever began the chat. */
const holders = new Map<string, string>()
const cookies = new Map<string, string>()
const streams = new AbortController()
/** When each message was sent, by its text, and how often it arrived. */
const sent = new Map<string, { at: number; arrivals: number }>()
const tookMs: number[] = []
const lastNumber = new Map<string, number>()
let misordered = 0

await inTurns(
  Array.from({ length: representatives }, (_, index) => `r${index}`),
  beThere,
)
console.log(`${representatives} representatives follow their live streams`)
const startedAt = performance.now()
await inTurns(Array.from({ length: customers }), startChat)
console.log(`${customers} customers connected in ${Math.round(performance.now() - startedAt)} ms`)
while ([...chats.keys()].some((id) => !holders.has(id))) await delay(100)
console.log('every conversation has its representative')
await talk()
await delay(SETTLE_MS)
report()
streams.abort()
await stopServer()
await figures.finish()

/** Signs a representative in, and accepts whatever they are offered. */
async function beThere(name: string): Promise<void> {
  const reply = await fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: origin,
    body: JSON.stringify({ email: `${name}@example.com`, password }),
  })
  const cookie = reply.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ')
  cookies.set(name, cookie)
  const live = await fetch(`${address}/api/v1/live`, { headers: { cookie }, signal: streams.signal })
  void follow(name, live).catch(() => undefined)
  await post(`/api/v1/representatives/${name}/sign-in`, {}, { cookie })
}

async function follow(name: string, { body }: Response): Promise<void> {
  if (body === null) return
  for await (const event of readEventStream(body)) {
    if (event.type !== 'event') continue
    if (event.name === 'workItem.offered') {
      const { workItem, representative } = Object(JSON.parse(event.data)).event
      if (representative === name) void accept(name, workItem)
    } else if (event.name === 'workItem.messageAdded') {
      const { event: added, message } = Object(JSON.parse(event.data))
      if (message?.from === 'customer') arrived(message.text)
      inOrder(`${name} ${added.workItem}`, added.number)
    }
  }
}

async function accept(name: string, workItem: string): Promise<void> {
  await post(`/api/v1/work-items/${workItem}/accept`, {}, { cookie: cookies.get(name) ?? '' })
  holders.set(workItem, name)
}

async function startChat(): Promise<void> {
  const started = await post('/chat/widgets/bench/conversations', {}, {})
  const { conversationId: id, token, userId, streamUrl } = started
  chats.set(id, { id, token, userId })
  const socket = new WebSocket(streamUrl)
  socket.onmessage = ({ data }) => {
    if (data === '') return
    for (const activity of Object(JSON.parse(String(data))).activities) {
      if (activity.type !== 'message' || activity.id === undefined) continue
      if (activity.from.id !== userId) arrived(activity.text)
      inOrder(`customer ${id}`, Number(String(activity.id).split('|')[1]))
    }
  }
  await new Promise((resolve) => {
    socket.onopen = resolve
  })
}

/** Both sides in turn, evenly over the time. */
async function talk(): Promise<void> {
  const all = [...chats.values()]
  const count = perSecond * seconds
  const begin = performance.now()
  const sending: Promise<unknown>[] = []
  for (let n = 0; n < count; n++) {
    const waitMs = begin + (n * 1_000) / perSecond - performance.now()
    if (waitMs > 0) await delay(waitMs)
    const chat = all[n % all.length]
    if (chat !== undefined) sending.push(n % 2 === 0 ? writeAsCustomer(chat, n) : answer(chat, n))
  }
  await Promise.all(sending)
}

function writeAsCustomer({ id, token, userId }: Chat, n: number): Promise<unknown> {
  const text = `from customer ${n}`
  sent.set(text, { at: performance.now(), arrivals: 0 })
  const activity = { type: 'message', text, from: { id: userId } }
  return post(`/v3/directline/conversations/${id}/activities`, activity, { authorization: `Bearer ${token}` })
}

function answer({ id }: Chat, n: number): Promise<unknown> {
  const text = `from representative ${n}`
  sent.set(text, { at: performance.now(), arrivals: 0 })
  const headers = { cookie: cookies.get(holders.get(id) ?? '') ?? '' }
  return post(`/api/v1/conversations/${id}/messages`, { from: 'representative', text }, headers)
}

function arrived(text: string): void {
  const message = sent.get(text)
  if (message === undefined) return
  message.arrivals++
  tookMs.push(performance.now() - message.at)
}

function inOrder(reader: string, number: number): void {
  if (number <= (lastNumber.get(reader) ?? 0)) misordered++
  lastNumber.set(reader, number)
}

function report(): void {
  const messages = [...sent.values()]
  figures.table({
    name: 'messages',
    title: `Chat messages from sender to receiver, ${customers} customers and ${representatives} representatives; times in ms`,
    columns: ['messages', 'a second', 'p50', 'p99', 'longest', 'lost', 'twice', 'out of order'],
    rows: [
      [
        messages.length,
        perSecond,
        quantile(tookMs, 0.5),
        quantile(tookMs, 0.99),
        Math.max(...tookMs),
        messages.filter(({ arrivals }) => arrivals === 0).length,
        messages.filter(({ arrivals }) => arrivals > 1).length,
        misordered,
      ],
    ],
  })
}

async function post(path: string, body: unknown, headers: Record<string, string>) {
  const reply = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { ...origin, ...headers },
    body: JSON.stringify(body),
  })
  const text = await reply.text()
  if (!reply.ok) throw new Error(`${path}: ${reply.status} ${text}`)
  return text === '' ? {} : Object(JSON.parse(text))
}

async function inTurns<Each>(all: readonly Each[], act: (one: Each) => Promise<void>): Promise<void> {
  const waiting = all.values()
  const work = async () => {
    for (const one of waiting) await act(one)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}
