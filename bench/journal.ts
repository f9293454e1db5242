/**
 * What pages cost when the journal is long: 100,000 events beside ten million, through the API of a real server.
 *
 * npm run bench -- journal [--quick]
 *
 * A server leads conversations for real; copies of them make a year of closed work, in the partitions of a year. Two servers
 * then answer the queries of the pages in turn, one on the short history and one on the long.
 */

import { startBenchPostgres } from './harness/bench-postgres.ts'
import type { BenchServer } from './harness/bench-server.ts'
import { createReport } from './harness/report.ts'
import { median, quantile } from './harness/statistics.ts'
import { type History, multiplyHistory, sampleIds } from './journal/history.ts'
import { leadLives, startServer } from './journal/lives.ts'
import { callOf, type Query, queries, type Sample } from './journal/queries.ts'
import { emailOf, INTEGRATION } from './throughput/work.ts'

const report = createReport()
const sizes = report.isQuick ? [20_000, 200_000] : [100_000, 10_000_000]
const lives = report.isQuick ? 200 : 1_000
const rounds = 5
const perRound = report.isQuick ? 10 : 60
const SAMPLES = 500
/** A page may cost this much more, and this much of noise, on the long history. */
const GROWTH_MAX = 2
const NOISE_MS = 2

interface Side {
  readonly history: History
  readonly server: BenchServer
  readonly cookies: Readonly<Record<Query['who'], string>>
  readonly samples: readonly Sample[]
}

const postgres = await startBenchPostgres()
const sides: Side[] = []
try {
  const names = sizes.map((size) => `journal_${size}`)
  const [first = '', ...others] = names
  const url = await postgres.createDatabase(first)
  await leadLives({ databaseUrl: url, data: postgres.serverData }, lives)
  const urls = [url]
  for (const name of others) urls.push(await postgres.createDatabase(name, first))
  for (const [index, size] of sizes.entries()) sides.push(await prepare(urls[index] ?? '', size))
  await compare()
} finally {
  for (const { server } of sides) await server.stop()
  await postgres.stop()
}
await report.finish()

async function prepare(databaseUrl: string, events: number): Promise<Side> {
  const begun = performance.now()
  const history = await multiplyHistory(databaseUrl, events)
  const { workItems, customers } = await sampleIds(databaseUrl, SAMPLES)
  console.log(`${history.events} events of the journal made in ${Math.round((performance.now() - begun) / 1_000)} s`)
  const server = await startServer({ databaseUrl, data: postgres.serverData })
  return {
    history,
    server,
    cookies: {
      representative: await server.signIn(emailOf('r3')),
      supervisor: await server.signIn(emailOf(INTEGRATION)),
    },
    samples: Array.from({ length: SAMPLES }, (_, index) => ({
      workItem: workItems[index % workItems.length] ?? '',
      customer: customers[index % customers.length] ?? '',
      now: Date.now(),
    })),
  }
}

async function compare(): Promise<void> {
  report.table({
    name: 'sizes',
    title: 'What is stored',
    columns: ['events', 'closed items', 'database, MB', 'partitions'],
    rows: sides.map(({ history: { events, workItems, bytes, partitions } }) => [
      events,
      workItems,
      Math.round(bytes / 1e6),
      partitions,
    ]),
  })
  const rows = []
  for (const query of queries) rows.push({ query, times: await timesOf(query) })
  report.table({
    name: 'pages',
    title: `Answers of the API, ms; ${rounds} rounds of ${perRound} on each history, in turn`,
    columns: ['', ...sides.flatMap(({ history: { events } }) => [`p50 at ${count(events)}`, 'p99']), 'p50 grows'],
    rows: rows.map(({ query, times }) => [
      query.page,
      ...times.flatMap((ms) => [quantile(ms, 0.5), quantile(ms, 0.99)]),
      `${growthOf(times).toFixed(2)}×`,
    ]),
  })
  report.note('Reports cost what happened in their period: the long history has a hundred times as much in each week.')
  const steep = rows.filter(
    ({ query, times }) => query.isReport !== true && growthOf(times) > GROWTH_MAX && grownMs(times) > NOISE_MS,
  )
  report.claim({
    claim: `Pages with ${count(sides.at(-1)?.history.events ?? 0)} events in the journal, beside ${count(sides[0]?.history.events ?? 0)}`,
    target: `each p50 at most ${GROWTH_MAX} times, or ${NOISE_MS} ms more`,
    measured: steep.length === 0 ? 'all of them' : `not: ${steep.map(({ query }) => query.page).join(', ')}`,
    holds: steep.length === 0,
  })
}

/** Of each side, in the order of the sizes. */
async function timesOf(query: Query): Promise<number[][]> {
  const times: number[][] = sides.map(() => [])
  for (let round = -1; round < rounds; round += 1) {
    for (const turn of sides.keys()) {
      const index = (turn + round + sides.length) % sides.length
      const side = sides[index]
      if (side === undefined) continue
      for (let n = 0; n < perRound; n += 1) {
        const sample = side.samples[(round + 1) * perRound + n]
        if (sample === undefined) continue
        const begun = performance.now()
        await side.server.send(callOf(query, sample, side.cookies[query.who]))
        // The first round warms up.
        if (round >= 0) times[index]?.push(performance.now() - begun)
      }
    }
  }
  return times
}

function growthOf(times: readonly (readonly number[])[]): number {
  return median(times.at(-1) ?? []) / median(times[0] ?? [])
}

function grownMs(times: readonly (readonly number[])[]): number {
  return median(times.at(-1) ?? []) - median(times[0] ?? [])
}

function count(events: number): string {
  return events.toLocaleString('en', { notation: 'compact' })
}
