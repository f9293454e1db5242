import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../packages/server/src/embedded-postgres/embedded-postgres.ts'
import { ApiSession } from './api-session.ts'
import { findViolations } from './check-invariants.ts'
import { seed } from './how-long.ts'
import { Load } from './load.ts'
import { freePort, ServerProcess } from './server-process.ts'

const TAKEOVER_MAX_MS = 10_000

let directory: string
let postgres: EmbeddedPostgres
let one: ServerProcess
let two: ServerProcess
let api: ApiSession

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'unified-routing-takeover-'))
  postgres = await startEmbeddedPostgres({
    data: join(directory, 'database'),
    log: { warn: () => undefined },
    onFatal: (error) => {
      throw error
    },
  })
  const environment = { DATABASE_URL: postgres.connectionString }
  const first = new ServerProcess({ data: join(directory, 'one'), port: await freePort(), environment })
  const second = new ServerProcess({ data: join(directory, 'two'), port: await freePort(), environment })
  // The very first start was killed when it had taken the lease and made nothing yet.
  await first.startFaulty({ FAULT_AT: 'recovered' })
  await Promise.all([first.start(), second.start()])
  // At the same moment on a database without anybody: whoever routes made the administrator, and alone knows the password.
  const signInFiles = [first, second].map(({ data }) => existsSync(join(data, 'sign-in.txt')))
  expect(signInFiles.toSorted()).toEqual([false, true])
  const isSecondRouting = signInFiles[1] === true
  one = isSecondRouting ? second : first
  two = isSecondRouting ? first : second
  api = new ApiSession([one.url, two.url])
  await api.signIn(one.data)
  await api.prepare()
})

afterAll(async () => {
  await one.stop()
  await two.stop()
  await postgres.stop()
  await rm(directory, { recursive: true, force: true })
})

const command = { method: 'POST', path: '/representatives/ada/presence', body: { presence: 'Available' } } as const

/** Milliseconds until that server routes: only then it says yes to a command. */
async function untilRouting(server: ServerProcess): Promise<number> {
  const before = performance.now()
  await api.at(server.url).ask(command)
  return performance.now() - before
}

test(`of two servers on one database one routes; killed or frozen, the other goes on within ten seconds (seed ${seed})`, async () => {
  const load = new Load(api, { seed, clients: 8 })
  await delay(1_000)

  await one.kill()
  const afterKill = await untilRouting(two)
  expect(afterKill).toBeLessThan(TAKEOVER_MAX_MS)
  await delay(500)

  await one.start()
  two.signal('SIGSTOP')
  const afterFreeze = await untilRouting(one)
  expect(afterFreeze).toBeLessThan(TAKEOVER_MAX_MS)
  await delay(500)
  // What it had decided before it froze must not be written now, nor anything that it is asked for.
  two.signal('SIGCONT')
  const late = await api.at(two.url).once(command)
  expect(late === null || late.status === 503, JSON.stringify(late)).toBe(true)
  await delay(1_000)
  await load.stop()

  const done = load.acknowledged.filter(({ reply }) => reply.status < 300)
  expect(done.length).toBeGreaterThan(20)
  const violations = await findViolations(postgres.connectionString, api.at(one.url), load.acknowledged)
  expect(violations, `seed ${seed}`).toEqual([])
  const [killed, frozen] = [afterKill, afterFreeze].map((ms) => `${(ms / 1_000).toFixed(1)} s`)
  process.stdout.write(`taken over ${killed} after a kill, ${frozen} after a freeze; seed ${seed}\n`)
})
