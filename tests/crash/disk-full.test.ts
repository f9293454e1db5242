import { execFile } from 'node:child_process'
import { mkdtemp, rm, statfs, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ApiSession } from './api-session.ts'
import { findViolations } from './check-invariants.ts'
import { seed } from './how-long.ts'
import { Load } from './load.ts'
import { freePort, ServerProcess } from './server-process.ts'

const run = promisify(execFile)
const CLIENTS = 4
/** A disk of its own, large enough for a fresh installation and little more. */
const DISK = 'size=400m,mode=755'

let disk: string
let canMount = true
let server: ServerProcess
let api: ApiSession

beforeAll(async () => {
  disk = await mkdtemp(join(tmpdir(), 'unified-routing-disk-'))
  canMount = await run('mount', ['-t', 'tmpfs', '-o', DISK, 'tmpfs', disk]).then(
    () => true,
    () => false,
  )
  if (!canMount) return
  server = new ServerProcess({ data: join(disk, 'data'), port: await freePort() })
  await server.start()
  api = new ApiSession([server.url])
  await api.signIn(server.data)
  await api.prepare()
})
afterAll(async () => {
  if (canMount) {
    await server.stop()
    const postgres = await server.postgresPid()
    if (postgres !== null) process.kill(postgres, 'SIGQUIT')
    await run('umount', ['--lazy', disk])
  }
  await rm(disk, { recursive: true, force: true })
})

test(`with its disk full it takes nothing and says so; with room again it goes on, nothing lost (seed ${seed})`, async ({
  skip,
}) => {
  if (!canMount) skip('only those who may mount can have a disk of their own')
  const load = new Load(api, { seed, clients: CLIENTS })
  await delay(500)
  const { bavail, bsize } = await statfs(disk)
  const ballast = join(disk, 'ballast')
  // The database takes some of the room meanwhile, so that the end of this is not written.
  await writeFile(ballast, Buffer.alloc(bavail * bsize)).catch(() => undefined)

  const refusal = await untilRefused()
  expect(refusal).toMatchObject({ status: 503, body: { code: 'unavailable' } })
  await delay(1_000)
  await rm(ballast)

  await api.ask({ method: 'POST', path: '/representatives/ada/presence', body: { presence: 'Available' } })
  await load.stop()
  expect(await findViolations(await server.connectionString(), api, load.acknowledged), `seed ${seed}`).toEqual([])
  process.stdout.write(`the disk was full: '${refusal.body.detail}'; seed ${seed}\n`)
})

async function untilRefused() {
  for (let count = 0; ; count++) {
    const body = { id: `full-${seed}-${count}`, values: { title: 'x'.repeat(9_000) }, route: false }
    const reply = await api.once({ method: 'POST', path: '/tables/case/rows', body })
    if (reply !== null && reply.status !== 201) return reply
  }
}
