/**
 * How many records a second the engine saves and routes, durably, and how long a restart takes with all of them open.
 *
 * npm run bench -- engine [--quick]
 *
 * The disk decides: the time of an fdatasync is printed beside the result.
 */
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Configuration } from '../packages/routing/src/main.ts'
import { type BenchEngine, beginWork, openBenchStore } from './harness/bench-engine.ts'
import { startBenchPostgres } from './harness/bench-postgres.ts'
import { createReport } from './harness/report.ts'
import { inFlight, median, quantile } from './harness/statistics.ts'

const report = createReport()
const records = report.isQuick ? 10_000 : 100_000
const AT_ONCE = 2_000
const RESTARTS = 5
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

const postgres = await startBenchPostgres()
const store = await openBenchStore(postgres.connectionString)
try {
  const syncs = await fdatasyncTimes(postgres.directory)
  const first = await store.startEngine()
  await beginWork(first, configuration)
  const { seconds, latencies } = await saveAndRoute(first)
  await first.stop()
  report.table({
    name: 'save-and-route',
    title: `Records saved and routed, ${AT_ONCE} in flight; times in ms`,
    columns: ['records', 'a second', 'p50', 'p99', 'fdatasync of 8 kB, p50', 'p99'],
    rows: [
      [
        records,
        Math.round(records / seconds),
        quantile(latencies, 0.5),
        quantile(latencies, 0.99),
        quantile(syncs, 0.5),
        quantile(syncs, 0.99),
      ],
    ],
  })
  const restarts = await restartTimes()
  report.table({
    name: 'recovery',
    title: `Restart of the engine with all of them open, to its first decision; median of ${RESTARTS}, in ms`,
    columns: ['open items', 'ms', 'lowest', 'highest'],
    rows: [
      [records, Math.round(median(restarts)), Math.round(Math.min(...restarts)), Math.round(Math.max(...restarts))],
    ],
  })
} finally {
  await store.close()
  await postgres.stop()
}
await report.finish()

async function restartTimes(): Promise<number[]> {
  const times: number[] = []
  for (let restart = 0; restart < RESTARTS; restart += 1) {
    const begun = performance.now()
    const engine = await store.startEngine()
    times.push(performance.now() - begun)
    await engine.stop()
  }
  return times
}

/** Clients that save and route one record after the other, each waiting for its answer. */
async function saveAndRoute({ submit }: BenchEngine): Promise<{ seconds: number; latencies: number[] }> {
  const latencies: number[] = []
  const began = performance.now()
  await inFlight({ count: records, atOnce: AT_ONCE }, async (index) => {
    const sent = performance.now()
    const values = { title: `Case ${index}`, priority: 'Normal', description: 'The line is slow in the evening.' }
    await submit({ type: 'createRow', table: 'case', id: `case-${index}`, values, route: true }, `key-${index}`)
    latencies.push(performance.now() - sent)
  })
  return { seconds: (performance.now() - began) / 1_000, latencies }
}

async function fdatasyncTimes(directory: string): Promise<number[]> {
  const file = await open(join(directory, 'sync-probe'), 'w')
  const times: number[] = []
  for (let index = 0; index < SYNCS; index++) {
    await file.write(Buffer.alloc(8_192))
    const began = performance.now()
    await file.datasync()
    times.push(performance.now() - began)
  }
  await file.close()
  return times
}
