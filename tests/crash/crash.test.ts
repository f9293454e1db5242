import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ApiSession } from './api-session.ts'
import { createChance } from './chance.ts'
import { findViolations } from './check-invariants.ts'
import { Load } from './load.ts'
import { freePort, ServerProcess } from './server-process.ts'

/** `npm run crash` takes 20 rounds; CRASH_ROUNDS and CRASH_SEED choose others. */
const rounds = Number(process.env.CRASH_ROUNDS ?? 4)
const seed = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000)
const CLIENTS = 12
const SECONDS_PER_ROUND = 30

let server: ServerProcess
let api: ApiSession

beforeAll(async () => {
  const data = await mkdtemp(join(tmpdir(), 'unified-routing-crash-'))
  server = new ServerProcess({ data, port: await freePort() })
  await server.start()
  api = new ApiSession([server.url])
  await api.signIn(data)
  await api.prepare()
})

afterAll(async () => {
  await server.stop()
  const postgres = await server.postgresPid()
  if (postgres !== null) process.kill(postgres, 'SIGQUIT')
  await rm(server.data, { recursive: true, force: true })
})

test(
  `after ${rounds} kills under load nothing acknowledged is lost (seed ${seed})`,
  async () => {
    const chance = createChance(seed)
    const load = new Load(api, { seed, clients: CLIENTS })
    for (let round = 1; round <= rounds; round++) {
      await delay(300 + chance.below(1_200))
      const victim = chance.pick(['server', 'postgres', 'both'])
      const postgres = await server.postgresPid()
      if (victim !== 'server' && postgres !== null) process.kill(postgres, 'SIGKILL')
      if (victim !== 'postgres') {
        await server.kill()
        await server.start()
      }
      await api.ask({ method: 'GET', path: '/organization' })
    }
    await delay(500)
    await load.stop()
    const done = load.acknowledged.filter(({ reply }) => reply.status < 300)
    expect(done.length).toBeGreaterThan(rounds * CLIENTS)
    expect(await findViolations(await server.connectionString(), api, load.acknowledged), `seed ${seed}`).toEqual([])
    process.stdout.write(
      `${rounds} kills, seed ${seed}: ${load.acknowledged.length} requests answered, ${done.length} of them done\n`,
    )
  },
  60_000 + rounds * SECONDS_PER_ROUND * 1_000,
)
