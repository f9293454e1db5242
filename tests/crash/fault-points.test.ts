import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FaultPoint } from '../../packages/server/src/engine/faults.ts'
import { ApiSession } from './api-session.ts'
import { type Chance, createChance } from './chance.ts'
import { findGapsOfStream, findViolations } from './check-invariants.ts'
import { isLong, lasting, rounds, seed, timeoutOf } from './how-long.ts'
import { Load } from './load.ts'
import { freePort, ServerProcess } from './server-process.ts'
import { StreamWatch } from './stream-watch.ts'

const CLIENTS = 8
/** Where the server dies: while it recovers, and before and after every step from the request to its answer. */
const points: readonly FaultPoint[] = isLong
  ? ['leaseTaken', 'recovered', 'read', 'decided', 'committed', 'told', 'answered']
  : ['recovered', 'decided', 'committed', 'told', 'answered']
const BATCHES_MAX = 20
const SHORT_MS = 5_000

let server: ServerProcess
let api: ApiSession
let watch: StreamWatch

beforeAll(async () => {
  const data = await mkdtemp(join(tmpdir(), 'unified-routing-faults-'))
  server = new ServerProcess({ data, port: await freePort() })
  await server.start()
  api = new ApiSession([server.url])
  await api.signIn(data)
  await api.prepare()
  watch = new StreamWatch(api)
})

afterAll(async () => {
  await server.stop()
  const postgres = await server.postgresPid()
  if (postgres !== null) process.kill(postgres, 'SIGQUIT')
  await rm(server.data, { recursive: true, force: true })
})

test(
  `killed at every step, then broken at random, nothing is lost, doubled or told twice (seed ${seed})`,
  async () => {
    const chance = createChance(seed)
    const load = new Load(api, { seed, clients: CLIENTS })
    let kills = 0
    for (const _ of rounds(1)) {
      for (const point of points) {
        await server.kill()
        await server.startFaulty({ FAULT_AT: `${point}:${timesAt(point, chance)}` })
        await server.ended()
        kills++
      }
    }
    await startBroken(server)
    await upset(await server.connectionString(), chance, lasting(SHORT_MS))
    await server.kill()
    await server.start()
    await load.stop()

    const connectionString = await server.connectionString()
    expect(await findViolations(connectionString, api, load.acknowledged), `seed ${seed}`).toEqual([])
    expect(await findGapsOfStream(connectionString, watch), `seed ${seed}`).toEqual([])
    const done = load.acknowledged.filter(({ reply }) => reply.status < 300).length
    expect(done).toBeGreaterThan(points.length)
    process.stdout.write(`${kills} kills at fault points, seed ${seed}: ${done} requests done\n`)
  },
  timeoutOf(points.length),
)

/** A start that breaks ends the process by design, and whoever runs it starts it again. */
async function startBroken(server: ServerProcess): Promise<void> {
  for (let attempt = seed; ; attempt++) {
    try {
      return await server.startFaulty({ FAULT_SEED: String(attempt) })
    } catch (error) {
      if (!String(error).includes('broken on purpose')) throw error
    }
  }
}

/** A recovery comes once a start, batches come by the dozen. */
function timesAt(point: FaultPoint, chance: Chance): number {
  return point === 'leaseTaken' || point === 'recovered' ? 1 : 1 + chance.below(BATCHES_MAX)
}

/** Cuts all connections of the server to its database, now and then, or lets one of them hang for a while. */
async function upset(connectionString: string, chance: Chance, forMs: number): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const until = performance.now() + forMs
  try {
    while (performance.now() < until) {
      await delay(200 + chance.below(600))
      const { rows } = await client.query<{ pid: number }>(`
        select pid
          from pg_stat_activity
         where application_name like 'unified-routing %'
         order by pid`)
      if (chance.next() < 0.5) for (const { pid } of rows) await client.query('select pg_terminate_backend($1)', [pid])
      else
        await hang(
          rows.map(({ pid }) => pid),
          chance.below(1_500),
        )
    }
  } finally {
    await client.end()
  }
}

/** As on a disk that does not answer. */
async function hang(pids: readonly number[], ms: number): Promise<void> {
  const signal = (name: 'SIGSTOP' | 'SIGCONT') => {
    for (const pid of pids) {
      try {
        process.kill(pid, name)
      } catch {
        // It has ended meanwhile.
      }
    }
  }
  signal('SIGSTOP')
  await delay(ms)
  signal('SIGCONT')
}
