import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'
import { readEventStream } from '../../packages/client/src/event-stream.ts'
import { undoAtEnd } from '../harness/ending.ts'
import type { Sample } from './growth.ts'
import { emailOf, people } from './organization.ts'

const PEOPLE_AWAY_EVERY = 5
const WAIT_MAX_MS = 60_000
const started = z.object({ url: z.string(), administrator: z.object({ email: z.string(), password: z.string() }) })
const sampled = z.object({
  ...{ heap: z.number(), rss: z.number(), timers: z.number(), handles: z.number() },
  ...{ connections: z.number(), database: z.number() },
})

/** A server that is used like on a busy day, by this process. */
export interface SoakedServer {
  sample(): Promise<Sample>
  /** One round: every representative with a stream, so many customers at once, cases, presences, a new configuration.
   * When it is over, nobody is connected any more. */
  round(customers: number): Promise<void>
  requests(): number
  stop(): Promise<void>
}

export async function startSoakedServer(databaseUrl: string): Promise<SoakedServer> {
  const child = fork(join(import.meta.dirname, '..', 'soak-server.ts'), { execArgv: ['--expose-gc'] })
  const ended = once(child, 'exit')
  const stop = undoAtEnd(async () => {
    if (child.connected) child.disconnect()
    await ended
  })
  child.send({ databaseUrl })
  const answer = async (): Promise<unknown> => (await once(child, 'message'))[0]
  const { url, administrator } = started.parse(await answer())
  let requests = 0
  const world: World = {
    url,
    password: administrator.password,
    cookie: '',
    call: async (method, path, { cookie, body, headers } = {}) => {
      requests++
      const reply = await fetch(new URL(path, url), {
        method,
        headers: {
          origin: url,
          connection: 'close',
          ...(cookie === undefined ? {} : { cookie }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await reply.text()
      const isJson = reply.headers.get('content-type')?.includes('json') ?? false
      return { status: reply.status, headers: reply.headers, body: Object(isJson ? JSON.parse(text) : {}) }
    },
  }
  world.cookie = await signIn(world, administrator.email)
  const widget = { value: { title: 'Soak', workstream: 'Chat' } }
  await done(world.call('PUT', '/api/v1/settings/chatWidget/soak', { cookie: world.cookie, body: widget }))
  return {
    sample: async () => {
      child.send('sample')
      return sampled.parse(await answer())
    },
    round: (customers) => playRound(world, customers),
    requests: () => requests,
    stop,
  }
}

interface Reply {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: each caller knows what it asked for.
  readonly body: any
}

interface Asked {
  readonly cookie?: string
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

interface World {
  readonly url: string
  readonly password: string
  /** Of the administrator. */
  cookie: string
  readonly call: (method: string, path: string, rest?: Asked) => Promise<Reply>
}

async function playRound(world: World, customers: number): Promise<void> {
  const streams = new AbortController()
  const atWork = await Promise.all(people.map((name) => beAtWork(world, name, streams.signal)))
  await Promise.all([
    ...Array.from({ length: customers }, (_, index) => chat(world, `customer-${index}`)),
    ...Array.from({ length: customers }, () => workOnCase(world)),
    changePresences(world, atWork),
    changeConfiguration(world),
    ...Array.from({ length: customers }, () => ask(world)),
  ])
  streams.abort()
  await Promise.all(
    atWork.map(({ name, cookie }) =>
      world.call('POST', `/api/v1/representatives/${name}/sign-out`, { cookie, body: {} }),
    ),
  )
  await Promise.all(atWork.map(({ cookie }) => world.call('POST', '/api/auth/sign-out', { cookie, body: {} })))
}

interface AtWork {
  readonly name: string
  readonly cookie: string
}

async function signIn({ call, password }: World, email: string): Promise<string> {
  const reply = await done(call('POST', '/api/auth/sign-in/email', { body: { email, password } }))
  return reply.headers
    .getSetCookie()
    .map((one) => one.split(';', 1)[0])
    .join('; ')
}

/** Follows the live stream, accepts what is offered, and answers whoever writes. */
async function beAtWork(world: World, name: string, signal: AbortSignal): Promise<AtWork> {
  const cookie = await signIn(world, emailOf(name))
  const live = await fetch(new URL('/api/v1/live', world.url), { headers: { cookie, connection: 'close' }, signal })
  const act = (path: string, body: object = {}) => world.call('POST', `/api/v1${path}`, { cookie, body })
  void follow(live, async ({ event, message }) => {
    const isMine = event.type === 'workItem.offered' && event.representative === name
    if (isMine) await act(`/work-items/${event.workItem}/accept`)
    // What was written before they were asked is there when they come.
    if (isMine || message?.from === 'customer')
      await act(`/conversations/${event.workItem}/messages`, { from: 'representative', text: `${name} answers` })
  }).catch(() => undefined)
  await done(act(`/representatives/${name}/sign-in`))
  return { name, cookie }
}

async function follow({ body }: Response, onEvent: (told: Reply['body']) => Promise<void>): Promise<void> {
  if (body === null) return
  for await (const event of readEventStream(body))
    if (event.type === 'event') void onEvent(Object(JSON.parse(event.data))).catch(() => undefined)
}

/** Starts a chat, writes until somebody answers, reads along on a web socket, and leaves. */
async function chat(world: World, user: string): Promise<void> {
  const { call } = world
  const { body: started } = await done(call('POST', '/chat/widgets/soak/conversations', { body: { userId: user } }))
  const { conversationId: id, token, streamUrl } = started
  const socket = new WebSocket(streamUrl)
  const answered = Promise.withResolvers<void>()
  socket.onmessage = ({ data }) => {
    if (String(data).includes(' answers')) answered.resolve()
  }
  await new Promise((resolve, reject) => {
    socket.onopen = resolve
    socket.onerror = reject
  })
  const say = (activity: object) =>
    call('POST', `/v3/directline/conversations/${id}/activities`, {
      headers: { authorization: `Bearer ${token}` },
      body: { from: { id: started.userId }, ...activity },
    })
  await done(say({ type: 'message', text: 'Is anybody there?' }))
  const late = setTimeout(() => answered.reject(new Error(`nobody answered ${id}`)), WAIT_MAX_MS)
  await answered.promise
  clearTimeout(late)
  await done(say({ type: 'message', text: 'Thank you.' }))
  await say({ type: 'endOfConversation' })
  const closed = new Promise((resolve) => {
    socket.onclose = resolve
  })
  socket.close()
  await closed
  await call('POST', `/api/v1/work-items/${id}/force-close`, { cookie: world.cookie, body: {} })
}

async function workOnCase({ call, cookie }: World): Promise<void> {
  const values = { title: 'Soaked' }
  const made = await done(call('POST', '/api/v1/tables/case/rows', { cookie, body: { values, route: true } }))
  const path = `/api/v1/tables/case/rows/${made.body.row.id}`
  await call('PATCH', path, { cookie, body: { values: { priority: 'High' } }, headers: { 'if-match': '"1"' } })
  await done(call('POST', `${path}/complete`, { cookie, body: {} }))
}

async function changePresences({ call }: World, atWork: readonly AtWork[]): Promise<void> {
  for (const { name, cookie } of atWork.filter((_, index) => index % PEOPLE_AWAY_EVERY === 0))
    for (const presence of ['Away', 'Available'])
      await done(call('POST', `/api/v1/representatives/${name}/presence`, { cookie, body: { presence } }))
}

/** A queue comes and goes. */
async function changeConfiguration({ call, cookie }: World): Promise<void> {
  const passing = { list: 'queues', name: 'Passing' }
  for (const change of [
    { ...passing, row: { name: 'Passing', type: 'record' } },
    { ...passing, remove: true },
  ]) {
    const { headers } = await done(call('GET', '/api/v1/configuration', { cookie }))
    const basedOn = Number(headers.get('etag')?.replaceAll('"', ''))
    await done(call('POST', '/api/v1/configuration/changes', { cookie, body: { basedOn, changes: [change] } }))
  }
}

/** Reads pages, right and wrong. */
async function ask({ call, cookie }: World): Promise<void> {
  for (const path of ['/work-items', '/inbox', '/tables/case/rows?limit=20', '/queues', '/tables/nowhere/rows'])
    await call('GET', `/api/v1${path}`, { cookie })
  await call('GET', '/metrics', { cookie })
}

async function done(asked: Promise<Reply>): Promise<Reply> {
  const reply = await asked
  if (reply.status < 300) return reply
  throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`)
}
