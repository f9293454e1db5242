import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ApiSession } from './api-session.ts'
import { freePort, ServerProcess } from './server-process.ts'

/** Milliseconds after which the process is killed: before, within and after the steps. */
const KILLED_AFTER_MS = [0, 15, 60]

let data: string
let server: ServerProcess
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'unified-routing-provisioning-'))
  server = new ServerProcess({ data, port: await freePort() })
  await server.start()
})
afterAll(async () => {
  await server.stop()
  await rm(data, { recursive: true, force: true })
})

test('a server that is killed while it provisions finishes after its next start, nothing made twice', async () => {
  const api = new ApiSession([server.url])
  await api.signIn(data)
  await api.ask({ method: 'POST', path: '/unified-routing/consent', body: { onBehalfOfOrganization: true } })
  for (const afterMs of KILLED_AFTER_MS) {
    await api.ask({ method: 'POST', path: '/unified-routing/enable', body: {} })
    await new Promise((resolve) => setTimeout(resolve, afterMs))
    await server.kill()
    await server.start()
    await api.turnedOn()
    const { body } = await api.ask({ method: 'GET', path: '/configuration' })
    const names = Array.isArray(body.queues) ? body.queues.map(({ name }) => name) : []
    expect(names.toSorted()).toEqual(['Default messaging queue', 'Default record queue', 'Default voice queue'])
    await api.ask({ method: 'POST', path: '/unified-routing/disable', body: { openWork: 'return' } })
  }
})
