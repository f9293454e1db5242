import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Client, createClient } from '@unified-routing/client'
import { type RunningServer, startServer } from '@unified-routing/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTestDatabase } from '../../../../tests/setup/postgres.ts'
import { apply } from '../commands/apply.ts'
import { diff } from '../commands/diff.ts'
import { exportConfiguration } from '../commands/export.ts'
import { type DemoContent, demoContent, readDemo } from './demo-content.ts'
import { demoIntroduction } from './introduction.ts'
import { type DemoAccess, loadDemo } from './load-demo.ts'
import { startTraffic } from './traffic/traffic.ts'

const organizationFile = join(import.meta.dirname, '..', '..', '..', '..', 'demo', 'organization.yaml')

let data: string
let database: string
let server: RunningServer | undefined

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'unified-routing-demo-'))
  database = await createTestDatabase()
})

afterEach(async () => {
  vi.restoreAllMocks()
  await server?.stop()
  server = undefined
  await rm(data, { recursive: true, force: true })
})

function begin(firstContent: DemoContent | null): Promise<RunningServer> {
  return startServer({
    flags: { port: '0', data },
    environment: { DATABASE_URL: database, UR_LOG_LEVEL: 'silent' },
    firstContent,
  })
}

async function signedIn(running: RunningServer, email?: string): Promise<Client> {
  if (running.administrator === null) throw new Error('the password is not known')
  const client = createClient({ baseUrl: running.url })
  await client.session.signIn({ email: email ?? running.administrator.email, password: running.administrator.password })
  return client
}

async function stagesOfCases(client: Client) {
  const stages = { waiting: 0, saved: 0, resolved: 0 }
  for await (const row of client.rows.each('case')) {
    if (!row.active) stages.resolved++
    else if (row.workItem === null) stages.saved++
    else stages.waiting++
  }
  return stages
}

const loaded = { waiting: 10, saved: 20, resolved: 10 }

test('an empty database becomes the demo organization, and its people can sign in', async () => {
  server = await begin(await demoContent())
  const client = await signedIn(server)
  expect(await stagesOfCases(client)).toEqual(loaded)
  expect(await client.organization.read()).toMatchObject({ name: 'Fjordline', routingEnabled: true })
  expect(await client.unifiedRouting.read()).toMatchObject({ state: 'on', run: { status: 'Completed' } })
  const counts = (await client.configuration.read()).document
  expect(counts).toMatchObject({
    // Six of its own, and the default one of each kind.
    queues: expect.toSatisfy((list: readonly unknown[]) => list.length === 9),
    workstreams: expect.toSatisfy((list: readonly unknown[]) => list.length === 5),
    representatives: expect.toSatisfy((list: readonly unknown[]) => list.length === 14),
  })
  for (const { email } of demoIntroduction)
    expect((await (await signedIn(server, email)).session.read()).account.email).toBe(email)
  expect((await stat(server.signInFile)).mode & 0o777).toBe(0o600)
})

test('a start that was interrupted goes on where it stopped, and a later one changes nothing', async () => {
  const content = await demoContent()
  const { records, settings, configuration } = await readDemo()
  const interrupted = {
    configuration,
    load: async (access: DemoAccess) => {
      await loadDemo(access, { settings, records: records.slice(0, 17) })
      throw new Error('the power is off')
    },
  }
  await expect(begin(interrupted)).rejects.toThrow('the power is off')
  server = await begin(content)
  expect(await stagesOfCases(await signedIn(server))).toEqual(loaded)
  await server.stop()
  server = await begin(content)
  expect(server.isFirstStart).toBe(false)
  expect(await stagesOfCases(await signedIn(server))).toEqual(loaded)
})

test('apply, diff and export speak to the server', async () => {
  const printed: string[] = []
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(String(text))
    return true
  })
  server = await begin(null)
  const client = await signedIn(server)
  const { key } = await client.apiKeys.create({ name: 'Test', roles: ['System Administrator'] })
  const access = ['--url', server.url, '--api-key', key]
  expect(await diff.run([...access, organizationFile])).toBe(1)
  expect(printed.join('')).toContain('+ queues Billing\n')
  expect(await apply.run([...access, organizationFile])).toBe(0)
  expect(await diff.run([...access, organizationFile])).toBe(0)
  expect(printed.at(-1)).toBe('No differences.\n')
  expect(await exportConfiguration.run(access)).toBe(0)
  expect(printed.at(-1)).toContain('name: Fjordline')
  await expect(diff.run(['--url', server.url, '--api-key', 'wrong', organizationFile])).rejects.toThrow(/key|sign/i)
})

test('traffic brings work in, the people of the demo take it, and it stops when told', async () => {
  server = await begin(await demoContent())
  const client = await signedIn(server)
  const traffic = startTraffic(server, { say: () => undefined })
  await vi.waitFor(
    async () => {
      const people = await client.representatives.list()
      const atWork = people.items.filter(({ signedIn: isSignedIn, load }) => isSignedIn && (load?.itemCount ?? 0) > 0)
      expect(atWork.length).toBeGreaterThanOrEqual(2)
    },
    { timeout: 30_000, interval: 250 },
  )
  await traffic?.stop()
  const people = await client.representatives.list()
  expect(
    people.items.filter(({ name }) => ['anna', 'daniel', 'jonas'].includes(name)).some((person) => person.signedIn),
  ).toBe(false)
})
