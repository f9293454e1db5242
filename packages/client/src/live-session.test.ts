import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { LiveEvent } from '@unified-routing/contract'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLiveSession, type LiveSession } from './live-session.ts'
import type { Clock } from './transport.ts'
import { Transport } from './transport.ts'

type Serve = (request: IncomingMessage, reply: ServerResponse) => void

let server: Server
let serve: Serve
let live: LiveSession | undefined

const clock: Clock = { random: () => 0, sleep: () => Promise.resolve() }

beforeEach(async () => {
  server = createServer((request, reply) => serve(request, reply))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterEach(() => {
  live?.stop()
  server.closeAllConnections()
  server.close()
})

function session(silenceMaxMs = 5_000): LiveSession {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const transport = new Transport({ baseUrl: `http://127.0.0.1:${port}`, clock })
  live = createLiveSession({
    open: (headers, signal) =>
      transport.send({ method: 'GET', path: '/live', headers, signal, mayRepeat: false, hasTimeout: false }),
    clock,
    silenceMaxMs,
  })
  return live
}

function event(sequence: number): string {
  const common = {
    sequence,
    at: '2026-03-02T09:00:00.000Z',
    actor: { kind: 'system', name: null },
    workItem: null,
    queue: null,
  }
  const data = { event: { type: 'representative.signedIn', representative: `r${sequence}`, ...common }, workItem: null }
  return `id: ${sequence}\nevent: representative.signedIn\ndata: ${JSON.stringify(data)}\n\n`
}

/** A journal of `length` events, served from where the reader was, cut off after a few each time. */
function journal(length: number, eventsPerConnection: number): { readonly resumedFrom: (string | undefined)[] } {
  const resumedFrom: (string | undefined)[] = []
  serve = (request, reply) => {
    const last = request.headers['last-event-id']
    resumedFrom.push(typeof last === 'string' ? last : undefined)
    const from = Number(last ?? 0)
    reply.writeHead(200, { 'content-type': 'text/event-stream' })
    reply.write(`id: ${from}\nevent: live.ready\ndata: \n\n`)
    const until = Math.min(length, from + eventsPerConnection)
    for (let sequence = from + 1; sequence <= until; sequence++) reply.write(event(sequence))
    if (until < length) setTimeout(() => reply.destroy(), 5)
  }
  return { resumedFrom }
}

function received(from: LiveSession, count: number): Promise<readonly number[]> {
  return new Promise((resolve) => {
    const sequences: number[] = []
    from.onEvent((one: LiveEvent) => {
      sequences.push(one.event.sequence)
      if (sequences.length === count) resolve(sequences)
    })
  })
}

function reached(from: LiveSession, state: string): Promise<void> {
  return new Promise((resolve) => {
    if (from.getSnapshot().state === state) resolve()
    from.subscribe(() => {
      if (from.getSnapshot().state === state) resolve()
    })
  })
}

test('through dropped connections every event comes once and in order', async () => {
  const { resumedFrom } = journal(20, 3)
  const all = received(session(), 20)
  live?.start()
  expect(await all).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  expect(resumedFrom[0]).toBeUndefined()
  expect(resumedFrom.length).toBeGreaterThanOrEqual(7)
})

test('an event that comes a second time after a reconnect is passed over', async () => {
  let connections = 0
  serve = (_request, reply) => {
    connections++
    reply.writeHead(200, { 'content-type': 'text/event-stream' })
    reply.write(event(1) + (connections === 1 ? '' : event(2)))
    if (connections === 1) setTimeout(() => reply.destroy(), 5)
  }
  const all = received(session(), 2)
  live?.start()
  expect(await all).toEqual([1, 2])
})

test('events arrive whole however the network cuts them', async () => {
  serve = (_request, reply) => {
    reply.writeHead(200, { 'content-type': 'text/event-stream' })
    const pieces = [...(event(1) + event(2)).replaceAll('\n', '\r\n')]
    const send = () => {
      const piece = pieces.splice(0, 7).join('')
      if (piece === '') return
      reply.write(piece)
      setImmediate(send)
    }
    send()
  }
  const all = received(session(), 2)
  live?.start()
  expect(await all).toEqual([1, 2])
})

test('is connecting, then live, then stale while the server is away, then live again', async () => {
  const states: string[] = []
  const open = new Set<ServerResponse>()
  let isAway = false
  serve = (_request, reply) => {
    if (isAway) {
      reply.destroy()
      return
    }
    open.add(reply)
    reply.writeHead(200, { 'content-type': 'text/event-stream' })
    reply.write('id: 4\nevent: live.ready\ndata: \n\n')
  }
  const session_ = session()
  session_.subscribe(() => {
    const { state } = session_.getSnapshot()
    if (states.at(-1) !== state) states.push(state)
  })
  expect(session_.getSnapshot().state).toBe('connecting')
  session_.start()
  await reached(session_, 'live')
  isAway = true
  for (const reply of open) reply.destroy()
  await reached(session_, 'stale')
  isAway = false
  await reached(session_, 'live')
  expect(states).toEqual(['live', 'stale', 'live'])
})

test('a silent connection counts as dead, and another is made', async () => {
  let connections = 0
  serve = (_request, reply) => {
    connections++
    reply.writeHead(200, { 'content-type': 'text/event-stream' })
    reply.write('id: 4\nevent: live.ready\ndata: \n\n')
  }
  const session_ = session(50)
  session_.start()
  await reached(session_, 'live')
  await reached(session_, 'stale')
  await reached(session_, 'live')
  expect(connections).toBeGreaterThan(1)
})

test('heartbeats keep a connection on which nothing happens', async () => {
  const silenceMaxMs = 2_000
  let connections = 0
  serve = (_request, reply) => {
    connections++
    reply.writeHead(200, { 'content-type': 'text/event-stream' })
    reply.write('id: 4\nevent: live.ready\ndata: \n\n')
    const heart = setInterval(() => reply.write(': alive\n\n'), 50)
    reply.on('close', () => clearInterval(heart))
  }
  const session_ = session(silenceMaxMs)
  session_.start()
  await reached(session_, 'live')
  await new Promise((resolve) => setTimeout(resolve, 1.5 * silenceMaxMs))
  expect(session_.getSnapshot().state).toBe('live')
  expect(connections).toBe(1)
})

test('without a session it stops and says why, instead of knocking for ever', async () => {
  let connections = 0
  const body = {
    type: 'x',
    title: 'x',
    status: 401,
    detail: 'Sign in.',
    code: 'unauthenticated',
    retry: false,
    requestId: 'r',
  }
  serve = (_request, reply) => {
    connections++
    reply.writeHead(401, { 'content-type': 'application/problem+json' }).end(JSON.stringify(body))
  }
  const session_ = session()
  session_.start()
  await reached(session_, 'stale')
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(connections).toBe(1)
  expect(session_.getSnapshot().error).toMatchObject({ code: 'unauthenticated' })
})

test('when the journal no longer has its place, it begins anew and says that what was read before may be old', async () => {
  const asked: (string | undefined)[] = []
  serve = (request, reply) => {
    const last = request.headers['last-event-id']
    asked.push(typeof last === 'string' ? last : undefined)
    if (last !== undefined) return void reply.writeHead(400).end('{}')
    reply.writeHead(200, { 'content-type': 'text/event-stream' })
    reply.write(`id: 7\nevent: live.ready\ndata: {}\n\n`)
    if (asked.length === 1) reply.end()
  }
  const states: string[] = []
  const live = session()
  live.subscribe(() => {
    const { state } = live.getSnapshot()
    if (states.at(-1) !== state) states.push(state)
  })
  live.start()
  await expect.poll(() => states).toEqual(['live', 'stale', 'connecting', 'live'])
  expect(asked).toEqual([undefined, '7', undefined])
})

test('the snapshot stays the same object until something changes', () => {
  const session_ = session()
  expect(session_.getSnapshot()).toBe(session_.getSnapshot())
})
