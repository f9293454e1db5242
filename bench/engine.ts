/**
 * How many records a second the engine saves and routes, durably, what they take in memory while they are open, and how
 * long a restart takes with all of them.
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
import { memoryUsed } from './harness/memory-used.ts'
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
  const empty = memoryUsed()
  const { seconds, latencies } = await saveAndRoute(first)
  const bytesAfterComing = (memoryUsed() - empty) / records
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
  const { times: restarts, bytes: bytesAfterRestart } = await restart()
  report.table({
    name: 'memory',
    title: 'Memory of all that the engine holds for an open item, bytes of heap',
    columns: ['open items', 'since they came in', 'after a restart'],
    rows: [[records, Math.round(bytesAfterComing), Math.round(bytesAfterRestart)]],
  })
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

async function restart(): Promise<{ times: number[]; bytes: number }> {
  const times: number[] = []
  const bytes: number[] = []
  for (let turn = 0; turn < RESTARTS; turn += 1) {
    const stopped = memoryUsed()
    const begun = performance.now()
    const engine = await store.startEngine()
    times.push(performance.now() - begun)
    bytes.push((memoryUsed() - stopped) / records)
    await engine.stop()
  }
  return { times, bytes: median(bytes) }
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
