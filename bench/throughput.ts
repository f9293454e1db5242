/**
 * How many whole lives of work items a second are carried through, every step durable: ours, what people would use
 * instead, and PostgreSQL by itself.
 *
 * npm run bench -- throughput [--quick]
 *
 * One process, one PostgreSQL with fsync on, one machine. The contenders take turns; a round of one never runs beside a
 * round of another. The peers create, start and complete a job. Ours is created, classified by ten rules, routed,
 * offered by skill, accepted, ended and closed, and the journal that explains it all is kept.
 */
import { startBenchPostgres } from './harness/bench-postgres.ts'
import { createReport, type Report } from './harness/report.ts'
import { median, turns } from './harness/statistics.ts'
import { bareSql } from './throughput/bare-sql.ts'
import { bullMq } from './throughput/bullmq.ts'
import type { Contender } from './throughput/contender.ts'
import { graphileWorker } from './throughput/graphile-worker.ts'
import { ownCommits } from './throughput/own-commits.ts'
import { pgBoss } from './throughput/pg-boss.ts'
import { startRedis } from './throughput/redis.ts'
import { unifiedRouting } from './throughput/unified-routing.ts'
import { unifiedRoutingOverHttp } from './throughput/unified-routing-over-http.ts'

const IN_FLIGHT = 64
const PER_CALL = 1_000

const report = createReport()
const size = report.isQuick
  ? { rounds: 5, oneByOne: 500, inBulk: 4_000 }
  : { rounds: 5, oneByOne: 8_000, inBulk: 40_000 }
type Form = 'oneByOne' | 'inBulk'

const postgres = await startBenchPostgres()
const redis = await startRedis()
try {
  if (redis === null)
    report.note('Redis is not installed on this machine, so BullMQ is left out (Debian: apt-get install redis-server).')
  else report.note(`Redis ${redis.version}, appendonly yes, appendfsync always.`)
  await compare('oneByOne')
  await compare('inBulk')
} finally {
  await redis?.stop()
  await postgres.stop()
}
await report.finish()

async function contenders(form: Form): Promise<Contender[]> {
  const database = (name: string) => postgres.createDatabase(`${form}_${name}`.toLowerCase())
  return [
    await unifiedRouting(await database('ours')),
    await unifiedRoutingOverHttp(await database('http'), `${postgres.serverData}-${form}`, form),
    await graphileWorker(await database('graphile_worker')),
    await pgBoss(await database('pg_boss')),
    ...(redis === null ? [] : [await bullMq(redis)]),
    await bareSql(await database('bare_one'), 1),
    await bareSql(await database('bare_two'), 2),
    await ownCommits({
      newDatabase: database,
      perRun: warmUpOf(form),
      runs: size[form] / warmUpOf(form),
      run: (ours, lives) => carryThrough(ours, form, lives),
    }),
  ]
}

interface Round {
  readonly perSecond: number
  readonly walBytes: number
  /** Processor time of this process: contender and bench, without PostgreSQL and Redis. */
  readonly nodeUs: number
}

async function compare(form: Form): Promise<void> {
  const lives = size[form]
  const all = await contenders(form)
  const rounds = new Map<Contender, Round[]>(all.map((contender) => [contender, []]))
  try {
    for (const contender of all) await measure(contender, form, warmUpOf(form))
    for (const round of turns(all, size.rounds))
      for (const contender of round) rounds.get(contender)?.push(await measure(contender, form, lives))
  } finally {
    for (const contender of all) await contender.close()
  }
  tell(report, form, rounds)
}

/** Rounds are made of so many lives. */
function warmUpOf(form: Form): number {
  return Math.min(size[form], 4 * PER_CALL)
}

function carryThrough(contender: Contender, form: Form, lives: number): Promise<void> {
  return form === 'oneByOne' ? contender.oneByOne(lives, IN_FLIGHT) : contender.inBulk(lives, PER_CALL)
}

async function measure(contender: Contender, form: Form, lives: number): Promise<Round> {
  await contender.prepare?.()
  globalThis.gc?.()
  const wal = await postgres.walBytes()
  const processor = process.cpuUsage()
  const begun = performance.now()
  await carryThrough(contender, form, lives)
  const seconds = (performance.now() - begun) / 1_000
  const { user, system } = process.cpuUsage(processor)
  return {
    perSecond: lives / seconds,
    walBytes: ((await postgres.walBytes()) - wal) / lives,
    nodeUs: (user + system) / lives,
  }
}

function tell({ table, claim }: Report, form: Form, rounds: ReadonlyMap<Contender, readonly Round[]>): void {
  const rows = [...rounds].map(([contender, measured]) => {
    const rates = measured.map(({ perSecond }) => perSecond)
    return {
      contender,
      rate: median(rates),
      cells: [
        contender.name,
        contender.steps,
        Math.round(median(rates)),
        Math.round(Math.min(...rates)),
        Math.round(Math.max(...rates)),
        contender.name.startsWith('BullMQ') ? null : Math.round(median(measured.map(({ walBytes }) => walBytes))),
        Math.round(median(measured.map(({ nodeUs }) => nodeUs))),
      ],
    }
  })
  const how = form === 'oneByOne' ? `one by one, ${IN_FLIGHT} in flight` : `in bulk, ${PER_CALL} a call`
  table({
    name: form === 'oneByOne' ? 'one-by-one' : 'in-bulk',
    title: `Whole lives a second, ${how}; median of ${size.rounds} rounds of ${size[form]}, in turn`,
    columns: ['', 'durable steps a life', 'lives/s', 'lowest', 'highest', 'WAL bytes a life', 'Node µs a life'],
    rows: rows.map(({ cells }) => cells),
  })
  const best = (role: Contender['role']) =>
    Math.max(...rows.filter(({ contender }) => contender.role === role).map(({ rate }) => rate))
  const [ours, peer, limit] = [best('ours'), best('peer'), best('limit')]
  claim({
    claim: `Durable throughput, ${how}, beside the best peer`,
    target: 'more than the best of the peers',
    measured: `${(ours / peer).toFixed(2)} times the best`,
    holds: ours > peer,
  })
  if (form === 'inBulk')
    claim({
      claim: 'Durable throughput in bulk, beside bare SQL with two connections',
      target: 'at least half',
      measured: `${(ours / limit).toFixed(2)} of it`,
      holds: ours * 2 >= limit,
    })
}
