import { mkdtemp, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ApiSession } from './api-session.ts'
import { findGapsOfStream, findViolations } from './check-invariants.ts'
import { lasting, seed, timeoutOf } from './how-long.ts'
import type { Acknowledged } from './load.ts'
import { freePort, ServerProcess } from './server-process.ts'
import { StreamWatch } from './stream-watch.ts'

/** Several times as many callers as the server takes at once. */
const CALLERS = 400
const AT_ONCE = 100
const SHORT_MS = 5_000
const ALONE_MS = 1_500
const REFUSED_WAIT_MS = 200
const MEBIBYTE = 1024 * 1024
/** What a server grows by under such a load at most: buffers and young objects, not a backlog. */
const GROWTH_BYTES_MAX = 400 * MEBIBYTE
/** Of what was done, what is asked again to see that its answer is kept. */
const ASKED_AGAIN = 200

let server: ServerProcess
let api: ApiSession

beforeAll(async () => {
  const data = await mkdtemp(join(tmpdir(), 'unified-routing-overload-'))
  const environment = { UR_REQUESTS_AT_ONCE: String(AT_ONCE), UR_REQUESTS_PER_MINUTE: '100000000' }
  server = new ServerProcess({ data, port: await freePort(), environment })
  await server.start()
  api = new ApiSession([server.url])
  await api.signIn(data)
  await api.prepare()
})
afterAll(async () => {
  await server.stop()
  await rm(server.data, { recursive: true, force: true })
})

interface Outcome {
  readonly status: number
  readonly retryAfter: string | undefined
  readonly body: string
}

const connections = new Agent({ keepAlive: true, maxSockets: CALLERS })

/** Asks without fetch, which would be slower than the server. */
function ask(path: string, key: string, body: unknown): Promise<Outcome> {
  const text = JSON.stringify(body)
  const headers = { ...api.headers(), 'content-type': 'application/json', 'idempotency-key': key }
  return new Promise((resolve, reject) => {
    const asked = request(`${server.url}/api/v1${path}`, { method: 'POST', agent: connections, headers }, (reply) => {
      let answer = ''
      reply.setEncoding('utf8')
      reply.on('data', (chunk: string) => {
        answer += chunk
      })
      reply.on('error', reject)
      reply.on('end', () =>
        resolve({ status: reply.statusCode ?? 0, retryAfter: reply.headers['retry-after'], body: answer }),
      )
    })
    asked.on('error', reject)
    asked.end(text)
  })
}

interface Crowd {
  readonly name: string
  readonly callers: number
  readonly forMs: number
}

/** Callers who make cases, one after the other; whoever is refused waits a moment, though less than they are asked to. */
async function callAll({ name, callers, forMs }: Crowd) {
  const counts = new Map<number, number>()
  const done: Acknowledged[] = []
  const untold: Outcome[] = []
  const beginning = performance.now()

  async function call(caller: number): Promise<void> {
    for (let count = 0; performance.now() - beginning < forMs; count++) {
      const id = `${name}-${seed}-${caller}-${count}`
      const body = { id, values: { title: `Case ${id}` }, route: true }
      const outcome = await ask('/tables/case/rows', id, body)
      counts.set(outcome.status, (counts.get(outcome.status) ?? 0) + 1)
      if (outcome.status === 503 && outcome.retryAfter === undefined) untold.push(outcome)
      if (outcome.status !== 201) {
        await delay(REFUSED_WAIT_MS)
        continue
      }
      const request = { method: 'POST', path: '/tables/case/rows', body, key: id } as const
      done.push({ request, reply: { status: 201, body: JSON.parse(outcome.body) } })
    }
  }
  await Promise.all(Array.from({ length: callers }, (_, caller) => call(caller)))
  return { counts, done, untold, seconds: (performance.now() - beginning) / 1_000 }
}

test(
  `asked for more than it can do, it says so at once, does the rest, and is itself again right after (seed ${seed})`,
  async () => {
    const watch = new StreamWatch(api)
    const before = await server.residentBytes()
    const alone = await callAll({ name: 'alone', callers: AT_ONCE / 2, forMs: ALONE_MS })
    const { counts, done, untold, seconds } = await callAll({
      name: 'crowd',
      callers: CALLERS,
      forMs: lasting(SHORT_MS),
    })

    expect([...counts.keys()].toSorted()).toEqual([201, 503])
    expect(untold).toEqual([])
    // At once, without patience: it serves again.
    expect((await api.once({ method: 'GET', path: '/organization' }))?.status).toBe(200)
    expect((await server.residentBytes()) - before).toBeLessThan(GROWTH_BYTES_MAX)
    const connectionString = await server.connectionString()
    expect(await findGapsOfStream(connectionString, watch)).toEqual([])
    expect(await findViolations(connectionString, api, done.slice(-ASKED_AGAIN))).toEqual([])
    const grown = Math.round(((await server.residentBytes()) - before) / MEBIBYTE)
    const [calm, during] = [alone.done.length / alone.seconds, done.length / seconds]
    process.stdout.write(
      `${during.toFixed(0)}/s done and ${((counts.get(503) ?? 0) / seconds).toFixed(0)}/s refused at once, ` +
        `${calm.toFixed(0)}/s before; grown by ${grown} MiB; seed ${seed}\n`,
    )
  },
  timeoutOf(1),
)
