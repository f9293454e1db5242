import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ApiSession } from './api-session.ts'
import { createChance } from './chance.ts'
import { findViolations } from './check-invariants.ts'
import { rounds, seed, timeoutOf } from './how-long.ts'
import { Load } from './load.ts'
import { freePort, ServerProcess } from './server-process.ts'

const CLIENTS = 12
const ROUNDS_MIN = 4

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
  `after kills at random moments under load nothing acknowledged is lost (seed ${seed})`,
  async () => {
    const chance = createChance(seed)
    const load = new Load(api, { seed, clients: CLIENTS })
    let kills = 0
    for (const _ of rounds(ROUNDS_MIN)) {
      kills++
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
    expect(done.length).toBeGreaterThan(kills * CLIENTS)
    expect(await findViolations(await server.connectionString(), api, load.acknowledged), `seed ${seed}`).toEqual([])
    process.stdout.write(
      `${kills} kills, seed ${seed}: ${load.acknowledged.length} requests answered, ${done.length} of them done\n`,
    )
  },
  timeoutOf(ROUNDS_MIN),
)
