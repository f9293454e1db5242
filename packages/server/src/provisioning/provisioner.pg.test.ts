import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestApp, type TestApp } from '../http/testing/test-app.ts'
import { createLog } from '../log.ts'
import { listAccounts } from '../store/accounts.ts'
import { readEvents } from '../store/journal.ts'
import { ensureJournalPartitions } from '../store/journal-partitions.ts'
import { readLatestRun, type StoredRun } from '../store/provisioning-runs.ts'
import { createProvisioner, Killed, type Provisioner, type ProvisionerOptions } from './provisioner.ts'
import { provisioningSteps } from './steps/all-steps.ts'

const organizationId = 'default'
const steps = provisioningSteps.provisioning.map(({ name }) => name)
const DAY_MS = 24 * 60 * 60 * 1_000
let app: TestApp
let provisioner: Provisioner | null = null

beforeAll(async () => {
  app = await startTestApp({ overrides: { provisioning: { tickMs: 1e9 } } })
})
beforeEach(async () => {
  await provisioner?.stop()
  await sql`delete from provisioning_step`.execute(app.store.db)
  await sql`delete from provisioning_run`.execute(app.store.db)
})
afterAll(async () => {
  await provisioner?.stop()
  await app.stop()
})

/** A server process as far as provisioning goes: it begins with whatever the database says is under way. */
function start(onStep: NonNullable<ProvisionerOptions['onStep']> = () => undefined): Provisioner {
  const { engine, store, accounts, services } = app
  provisioner = createProvisioner({
    organizationId,
    engine,
    store,
    accounts,
    admission: services.enabling.admission,
    holder: randomUUID(),
    now: Date.now,
    newId: randomUUID,
    audit: services.audit,
    log: createLog('silent'),
    tickMs: 1e9,
    onStep,
  })
  return provisioner
}

async function run(): Promise<StoredRun> {
  const stored = await readLatestRun(app.store, organizationId)
  if (stored === null) throw new Error('there is no run')
  return stored
}

async function turnOn(onStep?: NonNullable<ProvisionerOptions['onStep']>): Promise<void> {
  const server = start(onStep)
  await server.settled()
  await server.turnOn('admin')
  await server.settled()
}

/** What provisioning has made: the same however often it was begun. */
async function made() {
  const { document } = app.engine.configuration()
  const partitions = await sql<{ name: string }>`
    select child.relname as name
      from pg_inherits join pg_class child on child.oid = inhrelid
     where inhparent = 'routing_event'::regclass
     order by 1`.execute(app.store.db)
  return {
    queues: document.queues,
    recordTypes: document.recordTypes,
    representatives: document.representatives,
    accounts: (await listAccounts(app.store, organizationId)).length,
    partitions: partitions.rows.map(({ name }) => name),
    isOn: app.engine.router()?.routingEnabled(),
  }
}

test('every step does something real, and a second provisioning changes nothing', async () => {
  await turnOn()
  expect(await run()).toMatchObject({ status: 'Completed', startedBy: 'admin' })
  const first = await made()
  expect(first.queues?.map(({ name }) => name)).toEqual(expect.arrayContaining(['Default record queue', 'Support']))
  expect(first.queues?.every(({ assignment }) => assignment !== undefined)).toBe(true)
  expect(first.representatives?.every(({ defaultPresence }) => defaultPresence === 'Available')).toBe(true)
  expect(first.partitions.length).toBeGreaterThan(3)
  expect(first.isOn).toBe(true)
  const service = await app.accounts.ensureServiceUser()
  expect(service).toBe(false)
  const { version } = app.engine.configuration()
  await turnOn()
  expect((await run()).steps.map(({ state, attempts }) => ({ state, attempts }))).toEqual(
    steps.map(() => ({ state: 'done', attempts: 1 })),
  )
  expect(await made()).toEqual(first)
  expect(app.engine.configuration().version).toBe(version)
})

describe.each(steps)('killed at the step %s', (step) => {
  test.each([
    'before',
    'between',
  ] as const)('%s its work and its record, the next server goes on there', async (moment) => {
    await turnOn((at, when) => {
      if (at === step && when === moment) throw new Killed()
    })
    const killed = await run()
    expect(killed.finishedAt).toBeNull()
    expect(killed.steps.find(({ name }) => name === step)).toMatchObject({ state: 'running', attempts: 1 })
    const done = killed.steps.filter(({ state }) => state === 'done').map(({ name }) => name)
    expect(done).toEqual(steps.slice(0, steps.indexOf(step)))

    await provisioner?.stop()
    await start().settled()
    const resumed = await run()
    expect(resumed).toMatchObject({ id: killed.id, status: 'Completed' })
    expect(resumed.steps.map(({ attempts }) => attempts)).toEqual(steps.map((name) => (name === step ? 2 : 1)))
    expect(await made()).toMatchObject({ isOn: true })
  })

  test('failed, it says what went wrong, and turning on once more goes on there', async () => {
    let breaks = true
    const server = start((at) => {
      if (at === step && breaks) throw new Error('the disk is full')
    })
    await server.settled()
    await server.turnOn('admin')
    await server.settled()
    const failed = await run()
    expect(failed).toMatchObject({ status: 'Failed' })
    expect(failed.steps.find(({ name }) => name === step)).toMatchObject({ state: 'failed', error: 'the disk is full' })
    breaks = false
    await server.turnOn('another admin')
    await server.settled()
    expect(await run()).toMatchObject({ id: failed.id, status: 'Completed', startedBy: 'another admin' })
    expect((await run()).steps.map(({ attempts }) => attempts)).toEqual(steps.map((name) => (name === step ? 2 : 1)))
  })
})

test('who asks twice gets what is under way; turning off has to wait for it', async () => {
  const server = start((step) => {
    if (step === 'serviceUser') throw new Killed()
  })
  await server.settled()
  await server.turnOn('admin')
  await server.settled()
  const { id } = await run()
  await server.turnOn('admin')
  expect((await run()).id).toBe(id)
  await expect(server.turnOff('admin', 'drain')).rejects.toMatchObject({ code: 'refused', reason: 'underWay' })
})

describe('partitions of the journal', () => {
  test('a journal with years in it keeps every event, in order, while months are added', async () => {
    const other = await startTestApp({ overrides: { provisioning: { tickMs: 1e9 } } })
    const { store } = other
    await sql`
      insert into routing_event (organization_id, sequence, at, type, actor_kind, data)
      select 'elsewhere', number, ${Date.now() - 501 * DAY_MS}::bigint + number * ${DAY_MS}::bigint, 'organization.resumed', 'system',
             '{"type":"organization.resumed","stoppedAt":0}'
        from generate_series(1, 500) as number`.execute(store.db)
    const present = Date.now()
    expect((await ensureJournalPartitions(store, present)).length).toBe(3)
    expect(await ensureJournalPartitions(store, present)).toEqual([])
    const later = present + 300 * DAY_MS
    await sql`
      insert into routing_event (organization_id, sequence, at, type, actor_kind, data)
      values ('elsewhere', 501, ${later}, 'organization.resumed', 'system', '{"type":"organization.resumed"}')`.execute(
      store.db,
    )
    expect((await ensureJournalPartitions(store, later)).length).toBe(3)
    const events = await readEvents(store, { organizationId: 'elsewhere', after: 0, limit: 1_000 })
    expect(events.map(({ sequence }) => sequence)).toEqual(Array.from({ length: 501 }, (_, index) => index + 1))
    const unplaced = await sql`select 1 from routing_event_unplaced`.execute(store.db)
    expect(unplaced.rows).toEqual([])
    await other.stop()
  })
})
