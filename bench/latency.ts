/**
 * How long work waits for somebody when somebody is free: ours, and what people would use instead.
 *
 * npm run bench -- latency [--quick]
 *
 * Ours: from the moment a request is sent over HTTP to the moment the offer can be read on the open live stream of the
 * representative who got it. Requests alone: nothing else is done at that rate, as for the peers; the conversations are
 * finished once the round is over. With whole lives: each is accepted, ended and closed over HTTP as soon as it is offered,
 * three more requests and commits. The peers: from the call that adds a job, in their own process, to the first line of its
 * handler. One PostgreSQL, in turn, at a steady rate.
 */
import { startBenchPostgres } from './harness/bench-postgres.ts'
import { createReport } from './harness/report.ts'
import { atRate, median, quantile, turns } from './harness/statistics.ts'
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
  const times = new Map<Starter, (readonly number[])[]>(all.map((starter) => [starter, []]))
  const late: number[] = []
  for (const starter of all) await measure(starter, perSecond)
  for (const round of turns(all, ROUNDS))
    for (const starter of round) {
      const measured = await measure(starter, perSecond)
      times.get(starter)?.push(measured.ms)
      late.push(...measured.lateMs)
    }
  const [usual, worst] = [0.5, 0.99].map((share) => quantile(late, share).toFixed(1))
  report.note(
    `At ${perSecond}/s the program that sends was ${usual} ms behind its plan in the middle, ${worst} ms at p99.`,
  )
  const rows = [...times].map(([starter, rounds]) => rowOf(starter, rounds))
  report.table({
    name: `at-${perSecond}`,
    title: `From the request to its start at ${perSecond}/s, ms; medians of ${ROUNDS} rounds of ${seconds} s in turn`,
    columns: ['', 'samples', 'p50', 'lowest', 'highest', 'p95', 'p99', 'lowest', 'highest', 'longest'],
    rows: rows.map(({ cells }) => cells),
  })
  claims(perSecond, rows)
}

interface Measured {
  readonly ms: readonly number[]
  /** From the planned moment to the sending, which is not in `ms`. */
  readonly lateMs: readonly number[]
}

async function measure(starter: Starter, perSecond: number): Promise<Measured> {
  globalThis.gc?.()
  const ms: number[] = []
  const lateMs: number[] = []
  await atRate({ count: perSecond * seconds, perSecond }, async (_, late) => {
    lateMs.push(late)
    ms.push(await starter.start(pieces++))
  })
  await starter.settle()
  return { ms, lateMs }
}

interface Row {
  readonly starter: Starter
  readonly p50: number
  readonly p99: number
  readonly cells: readonly (string | number)[]
}

/** `rounds`: the milliseconds of each. */
function rowOf(starter: Starter, rounds: readonly (readonly number[])[]): Row {
  const ofRounds = (share: number) => rounds.map((ms) => quantile(ms, share))
  const spread = (values: readonly number[]) => [median(values), Math.min(...values), Math.max(...values)]
  const all = rounds.flat()
  return {
    starter,
    p50: median(ofRounds(0.5)),
    p99: median(ofRounds(0.99)),
    cells: [
      starter.name,
      all.length,
      ...spread(ofRounds(0.5)),
      median(ofRounds(0.95)),
      ...spread(ofRounds(0.99)),
      Math.max(...all),
    ],
  }
}

function claims(perSecond: number, rows: readonly Row[]): void {
  const best = (isPostgres: boolean) =>
    Math.min(
      ...rows.filter(({ starter }) => starter.load === null && starter.isPostgres === isPostgres).map(({ p50 }) => p50),
    )
  for (const ours of rows) {
    const { load } = ours.starter
    if (load === null) continue
    const claim = `Latency at ${perSecond}/s, ${load(perSecond)}: request over HTTP to the offer on a live stream`
    claimsOf(claim, ours, best)
  }
}

function claimsOf(claim: string, ours: Row, best: (isPostgres: boolean) => number): void {
  const ms = (value: number) => `${value.toFixed(1)} ms`
  const isBullMqThere = Number.isFinite(best(false))
  report.claim({
    claim: `${claim}, p50`,
    target: `at most that of the best PostgreSQL peer, ${ms(best(true))}`,
    measured: ms(ours.p50),
    holds: ours.p50 <= best(true),
  })
  if (isBullMqThere)
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
