/**
 * How many records a second the engine saves and routes, durably, and how long a restart takes with all of them open.
 *
 * npx node bench/engine.ts [records = 100000] [in flight = 2000]
 *
 * The disk decides: the time of an fdatasync is printed beside the result.
 */
import { randomUUID } from 'node:crypto'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Actor, Configuration } from '../packages/routing/src/main.ts'
import { startEmbeddedPostgres } from '../packages/server/src/embedded-postgres/embedded-postgres.ts'
import { createSystemClock } from '../packages/server/src/engine/clock.ts'
import { createEngine } from '../packages/server/src/engine/create-engine.ts'
import type { Engine } from '../packages/server/src/engine/engine.ts'
import type { Operation } from '../packages/server/src/engine/operations.ts'
import { migrate } from '../packages/server/src/store/migrate.ts'
import { ensureOrganization } from '../packages/server/src/store/organization.ts'
import { openStore, type Store } from '../packages/server/src/store/store.ts'

const [records = 100_000, inFlight = 2_000] = process.argv.slice(2).map(Number)
const organizationId = 'default'
const actor: Actor = { kind: 'administrator', name: 'bench' }
const SYNCS = 200

const configuration: Configuration = {
  version: 1,
  representatives: Array.from({ length: 100 }, (_, index) => ({ name: `representative ${index}` })),
  queues: [
    { name: 'Cases', type: 'record', members: Array.from({ length: 100 }, (_, index) => `representative ${index}`) },
  ],
  workstreams: [
    {
      name: 'Cases',
      type: 'record',
      channel: 'record',
      table: 'case',
      fallbackQueue: 'Cases',
      capacity: { units: 10 },
    },
  ],
  recordTypes: [{ table: 'case', intakeRules: [{ name: 'All', when: { all: [] }, workstream: 'Cases' }] }],
}

const data = await mkdtemp(join(tmpdir(), 'unified-routing-bench-'))
const quiet = () => undefined
const log = { isLevelEnabled: () => false, debug: quiet, info: quiet, warn: console.warn, error: console.error }
const onFatal = (error: Error) => {
  throw error
}
const postgres = await startEmbeddedPostgres({ data, log, onFatal })
const store = openStore({
  connectionString: postgres.connectionString,
  connectionsMax: 3,
  name: 'bench',
  plansOnce: true,
})
try {
  console.log(`fdatasync of 8 kB: ${await fdatasyncTimes(data)}`)
  await migrate(store)
  await ensureOrganization(store, { id: organizationId, name: 'Bench', routingEnabled: true }, Date.now())
  const first = await startEngine(store)
  await submit(first, { type: 'replaceConfiguration', configuration, ifVersion: null })
  for (const { name } of configuration.representatives ?? []) {
    await submit(first, { type: 'command', command: { type: 'signIn', actor, representative: name } })
  }
  await saveAndRoute(first)
  await first.stop()
  const before = performance.now()
  const second = await startEngine(store)
  console.log(`restart with ${records} open items: ${Math.round(performance.now() - before)} ms`)
  await second.stop()
} finally {
  await store.close()
  await postgres.stop()
  await rm(data, { recursive: true, force: true })
}

function startEngine(engineStore: Store): Promise<Engine> {
  return createEngine({
    store: engineStore,
    organizationId,
    holder: randomUUID(),
    isAlone: true,
    clock: createSystemClock(),
    random: Math.random,
    newId: randomUUID,
    log,
    onFatal,
  })
}

function submit(engine: Engine, operation: Operation, idempotencyKey: string | null = null) {
  return engine.submit({ operation, actor, idempotencyKey, requestHash: idempotencyKey, requestId: '' })
}

/** Clients that save and route one record after the other, each waiting for its answer. */
async function saveAndRoute(engine: Engine): Promise<void> {
  const latencies: number[] = []
  let next = 0
  const client = async () => {
    for (let index = next++; index < records; index = next++) {
      const began = performance.now()
      const values = { title: `Case ${index}`, priority: 'Normal', description: 'The line is slow in the evening.' }
      const operation = { type: 'createRow', table: 'case', id: `case-${index}`, values, route: true } as const
      const answer = await submit(engine, operation, `key-${index}`)
      if (answer.status !== 'done') throw new Error(JSON.stringify(answer))
      latencies.push(performance.now() - began)
    }
  }
  const began = performance.now()
  await Promise.all(Array.from({ length: inFlight }, client))
  const seconds = (performance.now() - began) / 1_000
  console.log(
    `${records} records saved and routed in ${seconds.toFixed(1)} s, ${Math.round(records / seconds)} a second`,
  )
  console.log(`latency with ${inFlight} in flight: ${quantiles(latencies)}`)
}

async function fdatasyncTimes(directory: string): Promise<string> {
  const file = await open(join(directory, 'sync-probe'), 'w')
  const times: number[] = []
  for (let index = 0; index < SYNCS; index++) {
    await file.write(Buffer.alloc(8_192))
    const began = performance.now()
    await file.datasync()
    times.push(performance.now() - began)
  }
  await file.close()
  return quantiles(times)
}

function quantiles(times: number[]): string {
  const sorted = times.toSorted((left, right) => left - right)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(2)
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms`
}
