import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { settingKinds } from '@unified-routing/contract'
import { afterAll, expect, test } from 'vitest'
import { saveWidget, widgetSecret } from '../channels/direct-line/testing.fixture.ts'
import { TestClock } from '../engine/test-engine.fixture.ts'
import { send, signIn, startTestApp, type TestApp } from '../http/testing/test-app.ts'
import { migrate } from '../store/migrate.ts'
import { openStore } from '../store/store.ts'
import { backUp } from './back-up.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'

const run = promisify(execFile)
/** Longer than an offer stands. */
const OFFER_MS = 120_000
/** As PostgreSQL writes it into its log. */
const CHECKPOINT_BYTES = 120
const root = await mkdtemp(join(tmpdir(), 'unified-routing-back-up-'))
const opened: { stop(): Promise<void> }[] = []
afterAll(async () => {
  for (const part of opened.reverse()) await part.stop()
  await rm(root, { recursive: true, force: true })
})

interface Installation {
  readonly postgres: EmbeddedPostgres
  readonly app: TestApp
}

async function startOn(data: string, clock: TestClock): Promise<Installation> {
  const onFatal = (error: Error) => {
    throw error
  }
  const postgres = await startEmbeddedPostgres({ data, log: { warn: () => undefined }, onFatal })
  opened.push(postgres)
  const { connectionString } = postgres
  const store = openStore({ connectionString, connectionsMax: 1, name: 'test migration' })
  await migrate(store)
  await store.close()
  const bound = {
    now: () => clock.now(),
    notBefore: clock.notBefore.bind(clock),
    wakeAt: clock.wakeAt.bind(clock),
  }
  const app = await startTestApp({ connectionString, overrides: { clock: bound } })
  opened.push(app)
  return { postgres, app }
}

async function createCase({ call }: TestApp, title: string): Promise<string> {
  const { status, body } = await call('CSR Manager', 'POST', '/api/v1/tables/case/rows', {
    body: { values: { title } },
  })
  expect(status).toBe(201)
  return body.row.id
}

/** A chat that waits for its representative to answer, with a file that the customer sent. */
async function startChat(app: TestApp): Promise<{ readonly id: string; readonly file: string }> {
  const { body } = await send(app, {
    method: 'POST',
    url: '/v3/directline/conversations',
    headers: { authorization: `Bearer ${widgetSecret}`, 'content-type': 'application/json' },
    payload: '{}',
  })
  const id: string = body.conversationId
  const file = await app.services.attachments.upload({
    ...{ workItem: id, uploadedBy: 'customer', name: 'order.txt', contentType: 'text/plain' },
    content: Buffer.from('what was ordered'),
  })
  return { id, file: file.id }
}

/** Saves cases one after the other until it is told to stop, and answers those that were confirmed. */
function keepWorking(app: TestApp): { stop(): Promise<string[]> } {
  const saved: string[] = []
  let isStopping = false
  const working = (async () => {
    while (!isStopping) saved.push(await createCase(app, `Case ${saved.length}`))
  })()
  return {
    stop: async () => {
      isStopping = true
      await working
      return saved
    },
  }
}

test('what a working server kept is all there after its back-up is restored', async () => {
  const data = join(root, 'data')
  const clock = new TestClock()
  const { app } = await startOn(data, clock)
  await app.call('Omnichannel Agent', 'POST', '/api/v1/representatives/olga/sign-in')
  await saveWidget(app)
  const chat = await startChat(app)
  expect(app.engine.router()?.workItem(chat.id)?.session).toMatchObject({ representative: 'olga', acceptedAt: null })
  const work = keepWorking(app)
  const before = [await createCase(app, 'The last one before')]
  const sequence = app.engine.committedSequence()

  const { bytes } = await backUp({ data, to: join(root, 'copy') })
  const meanwhile = await work.stop()
  await createCase(app, 'Too late')
  expect(bytes).toBeGreaterThan(1_000_000)
  expect(meanwhile.length).toBeGreaterThan(0)
  expect((await stat(join(root, 'copy'))).mode & 0o077).toBe(0)
  expect((await readdir(root)).sort()).toEqual(['copy', 'data'])

  await run('cp', ['-a', join(root, 'copy'), join(root, 'restored')])
  const later = new TestClock()
  const restored = (await startOn(join(root, 'restored'), later)).app
  expect(restored.engine.committedSequence()).toBeGreaterThanOrEqual(sequence)
  for (const id of before)
    expect((await restored.call('CSR Manager', 'GET', `/api/v1/tables/case/rows/${id}`)).status).toBe(200)
  expect(restored.engine.configuration().document).toEqual(app.engine.configuration().document)
  const place = { kind: settingKinds.chatWidget, name: 'shop' }
  expect(await restored.services.settings.secret(place, 'directLine')).toBe(widgetSecret)
  expect(Buffer.from((await restored.services.attachments.content(chat.file)) ?? []).toString()).toBe(
    'what was ordered',
  )
  expect(await signIn(restored, 'mona@example.com')).toContain('=')

  // Open work goes on where it was, its timers, too.
  const offered = restored.engine.router()?.workItem(chat.id)
  expect(offered).toMatchObject({ state: 'Active', session: { representative: 'olga', acceptedAt: null } })
  later.advanceMs(OFFER_MS)
  await restored.engine.drain()
  expect(restored.engine.router()?.workItem(chat.id)?.session?.id).not.toBe(offered?.session?.id)
  await createCase(restored, 'The first one after')
})

test('an installation that is stopped is backed up, too, and nothing is ever replaced', async () => {
  const data = join(root, 'copy')
  const to = join(root, 'of-stopped')
  expect((await backUp({ data, to })).bytes).toBeGreaterThan(1_000_000)
  expect(await readdir(to)).toContain('postgres-password')
  await expect(backUp({ data, to })).rejects.toThrow('is there already')
  await expect(backUp({ data: join(root, 'nowhere'), to: join(root, 'x') })).rejects.toThrow('no installation')
})

test('a back-up whose first start came to no end begins again', async () => {
  const data = join(root, 'of-stopped')
  const label = await readFile(join(data, 'postgres', 'backup_label'), 'utf8')
  const [, segment = ''] = /file (\w+)/.exec(label) ?? []
  const [, checkpoint = ''] = /CHECKPOINT LOCATION: \w+\/(\w+)/.exec(label) ?? []
  const place = join(data, 'postgres', 'pg_wal', segment)
  const log = await readFile(place)
  // Nothing behind the checkpoint that the back-up begins with.
  const cut = (Number.parseInt(checkpoint, 16) % log.length) + CHECKPOINT_BYTES
  await writeFile(place, Buffer.from(log).fill(0, cut))
  let starts = 0
  async function mendAfterFirst(): Promise<void> {
    starts++
    if (starts > 1) return
    const saysSo = async () => (await readFile(join(data, 'postgres.log'), 'utf8')).includes('is shut down')
    await expect.poll(saysSo).toBe(true)
    await writeFile(place, log)
  }
  const options = { log: { warn: () => undefined }, onFatal: () => undefined, whileItStarts: mendAfterFirst }
  opened.push(await startEmbeddedPostgres({ data, ...options }))
  expect(starts).toBe(2)
})
