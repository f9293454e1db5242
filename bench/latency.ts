/**
 * How long work waits for somebody when somebody is free: ours, and what people would use instead.
 *
 * npm run bench -- latency [--quick]
 *
 * Ours: from the moment a request is sent over HTTP to the moment the offer can be read on the open live stream of the
 * representative who got it. In the first row the conversation is then accepted, ended and closed over HTTP as well, three
 * more requests and commits for each; in the second that waits until the round is over. The peers: from the call that adds
 * a job, in their own process, to the first line of its handler. One PostgreSQL, in turn, at a steady rate.
 */
import { startBenchPostgres } from './harness/bench-postgres.ts'
import { createReport } from './harness/report.ts'
import { atRate, quantile, turns } from './harness/statistics.ts'
import type { Starter } from './latency/contender.ts'
import { bullMq, graphileWorker, pgBoss } from './latency/peers.ts'
import { REPRESENTATIVES, unifiedRouting } from './latency/unified-routing.ts'
import { startRedis } from './throughput/redis.ts'

const RATES = [50, 500] as const
const ROUNDS = 5
const P99_MS_MAX = 10
const TIMES_BULLMQ_MAX = 1.5

const report = createReport()
const seconds = report.isQuick ? 1 : 6
let pieces = 0

const postgres = await startBenchPostgres()
const redis = await startRedis()
const all: Starter[] = []
try {
  if (redis === null) report.note('Redis is not installed on this machine, so BullMQ is left out.')
  report.note(`${REPRESENTATIVES} representatives follow their live streams; each event goes to the two of its queue.`)
  all.push(...(await unifiedRouting(await postgres.createDatabase('ours'), postgres.serverData)))
  all.push(await graphileWorker(await postgres.createDatabase('graphile_worker')))
  all.push(await pgBoss(await postgres.createDatabase('pg_boss')))
  if (redis !== null) all.push(await bullMq(redis))
  for (const rate of RATES) await compare(rate)
} finally {
  for (const starter of all) await starter.close()
  await redis?.stop()
  await postgres.stop()
}
await report.finish()

async function compare(perSecond: number): Promise<void> {
  const times = new Map<Starter, number[]>(all.map((starter) => [starter, []]))
  for (const starter of all) await measure(starter, perSecond)
  for (const round of turns(all, ROUNDS))
    for (const starter of round) times.get(starter)?.push(...(await measure(starter, perSecond)))
  const rows = [...times].map(([starter, ms]) => ({
    starter,
    p50: quantile(ms, 0.5),
    p99: quantile(ms, 0.99),
    cells: [starter.name, ms.length, quantile(ms, 0.5), quantile(ms, 0.95), quantile(ms, 0.99), Math.max(...ms)],
  }))
  report.table({
    name: `at-${perSecond}`,
    title: `From the request to its start at ${perSecond}/s, ms; ${ROUNDS} rounds of ${seconds} s in turn, all taken together`,
    columns: ['', 'samples', 'p50', 'p95', 'p99', 'longest'],
    rows: rows.map(({ cells }) => cells),
  })
  claims(perSecond, rows)
}

async function measure(starter: Starter, perSecond: number): Promise<number[]> {
  globalThis.gc?.()
  const ms: number[] = []
  await atRate({ count: perSecond * seconds, perSecond }, async () => {
    ms.push(await starter.start(pieces++))
  })
  await starter.settle()
  return ms
}

interface Row {
  readonly starter: Starter
  readonly p50: number
  readonly p99: number
}

function claims(perSecond: number, rows: readonly Row[]): void {
  const ours = rows.find(({ starter }) => starter.isOurs)
  const best = (isPostgres: boolean) =>
    Math.min(
      ...rows.filter(({ starter }) => !starter.isOurs && starter.isPostgres === isPostgres).map(({ p50 }) => p50),
    )
  if (ours === undefined) return
  const ms = (value: number) => `${value.toFixed(1)} ms`
  const claim = `Latency at ${perSecond}/s, request over HTTP to the offer on a live stream`
  report.claim({
    claim: `${claim}, p50`,
    target: `at most that of the best PostgreSQL peer, ${ms(best(true))}`,
    measured: ms(ours.p50),
    holds: ours.p50 <= best(true),
  })
  if (rows.some(({ starter }) => !starter.isPostgres))
    report.claim({
      claim: `${claim}, p50`,
      target: `at most ${TIMES_BULLMQ_MAX} times BullMQ's ${ms(best(false))}`,
      measured: `${(ours.p50 / best(false)).toFixed(2)} times`,
      holds: ours.p50 <= TIMES_BULLMQ_MAX * best(false),
    })
  report.claim({
    claim: `${claim}, p99`,
    target: `under ${ms(P99_MS_MAX)}`,
    measured: ms(ours.p99),
    holds: ours.p99 < P99_MS_MAX,
  })
}
