/**
 * Uses a server like on a busy day, for an hour, and fails when it holds more and more.
 *
 * npm run soak -- [--minutes N] [--customers N]
 *
 * The real path: representatives with live streams, customers with web sockets, cases, presences and configurations over
 * HTTP, one server process with a PostgreSQL of its own. Samples are taken after garbage collection, between rounds, while
 * nobody is connected; the first third warms up and is not judged.
 */
import { parseArgs } from 'node:util'
import { startBenchPostgres } from './harness/bench-postgres.ts'
import { growthOf, type TimedSample } from './soak/growth.ts'
import { startSoakedServer } from './soak/load.ts'

const MS_PER_MINUTE = 60_000
const SHOWN_MAX = 20
const { values: options } = parseArgs({
  options: { minutes: { type: 'string', default: '60' }, customers: { type: 'string', default: '20' } },
})
const [minutes, customers] = [positive('minutes'), positive('customers')]
const endsAt = performance.now() + minutes * MS_PER_MINUTE

const postgres = await startBenchPostgres()
const server = await startSoakedServer(postgres.connectionString)
const samples: TimedSample[] = []
try {
  do {
    await server.round(customers)
    samples.push({ atMs: performance.now(), requests: server.requests(), ...(await server.sample()) })
  } while (performance.now() < endsAt)
} finally {
  await server.stop()
  await postgres.stop()
}
report()

function positive(name: 'minutes' | 'customers'): number {
  const value = Number(options[name])
  if (value > 0) return value
  console.error(`--${name} takes a number above 0, not '${options[name]}'.`)
  process.exit(2)
}

function report(): void {
  const every = Math.ceil(samples.length / SHOWN_MAX)
  console.table(
    samples
      .filter((_, index) => index % every === 0 || index === samples.length - 1)
      .map(({ atMs, requests, heap, rss, database, ...counts }) => ({
        minute: Number((atMs / MS_PER_MINUTE).toFixed(1)),
        requests,
        ...{ 'heap MB': megabytes(heap), 'rss MB': megabytes(rss), ...counts, 'database MB': megabytes(database) },
      })),
  )
  const judged = growthOf(samples.slice(Math.floor(samples.length / 3)))
  for (const { figure, from, growth, allowed, isTooMuch } of judged) {
    const show = (value: number) =>
      figure === 'heap' || figure === 'rss' ? `${megabytes(value)} MB` : value.toFixed(1)
    const verdict = isTooMuch ? 'TOO MUCH' : 'ok'
    console.log(
      `${figure.padEnd(12)} from ${show(from)}, grew by ${show(growth)} of ${show(allowed)} allowed: ${verdict}`,
    )
  }
  if (judged.some(({ isTooMuch }) => isTooMuch)) process.exitCode = 1
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 100_000) / 10
}
