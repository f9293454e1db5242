/**
 * How many decisions a second the router makes, what a waiting item costs in memory, and how both grow.
 *
 * npm run bench -- growth [--quick]
 *
 * Each organization is measured while people wait (a conversation arrives, is assigned at once, ends) and while work waits
 * (somebody ends a conversation and is given the next; another arrives). A decision is one command, taken through every
 * stage with its whole journal. The work of an organization asks for 64 sets of skills, in each of its queues. Prints the
 * median of five runs in seconds of processor time, which a busy machine changes less than the clock, and how long the
 * slowest one in a hundred decisions took by the clock.
 */
import type { Command } from '../packages/routing/src/command.ts'
import { createRouter } from '../packages/routing/src/create-router.ts'
import type { Router } from '../packages/routing/src/router.ts'
import { systemActor } from '../packages/routing/src/vocabulary.ts'
import { memoryUsed } from './harness/memory-used.ts'
import { createReport } from './harness/report.ts'
import { median, quantile } from './harness/statistics.ts'
import { caseOf, configurationOf, type Size, workstreamOf } from './routing-organization.ts'

const figures = createReport()
const MEASURED_CYCLES = figures.isQuick ? 4_000 : 20_000
const MEASURED_RUNS = 5
const WARM_UP_CYCLES = MEASURED_CYCLES
/** How much more a decision may cost in the largest organization than in the smallest. */
const GROWTH_MAX = 2
/** Warming up has to see each kind of work of each queue once. */
const KINDS_OF_WORK = 64
const START = Date.UTC(2026, 2, 2, 9)

interface Growth extends Size {
  /** How much waits at each measurement, one after the other. */
  readonly waiting: readonly number[]
}

const waiting = figures.isQuick ? [1_000, 10_000] : [1_000, 10_000, 100_000, 1_000_000]
/** The grid of the promise; then one queue for everybody, a thousand queues, and records with their rows. */
const grid: readonly Growth[] = [100, 1_000, 10_000].map((representatives) => ({
  representatives,
  queues: 10,
  work: 'conversations',
  waiting,
}))
const others: readonly Growth[] = [
  { representatives: 10_000, queues: 1, work: 'conversations', waiting },
  { representatives: 10_000, queues: 1_000, work: 'conversations', waiting },
  { representatives: 100, queues: 10, work: 'records', waiting: figures.isQuick ? [10_000] : [100_000] },
]
const rows: Row[] = []
for (const growth of figures.isQuick ? grid : [...grid, ...others]) measureGrowth(growth)
tell()
await figures.finish()

interface Row {
  readonly growth: Growth
  /** Null: people wait for work. */
  readonly waiting: number | null
  readonly measured: Measured
  readonly bytes: number | null
}

function measureGrowth(growth: Growth): void {
  const world = start(growth)
  const warmUp = Math.max(WARM_UP_CYCLES, growth.queues * KINDS_OF_WORK)
  for (let n = 0; n < growth.representatives; n += 1) {
    world.decide({ type: 'signIn', representative: `r${n}`, actor: systemActor })
  }
  const peopleWait = measureDecisions(world, warmUp, () => {
    world.arrive()
    world.end(world.nextHeld())
  })
  rows.push({ growth, waiting: null, measured: peopleWait, bytes: null })
  // A representative of 100 units holds four items of 25: from here on, work waits.
  while (world.waiting() < growth.queues) for (let n = 0; n < growth.queues; n += 1) world.arrive()
  const empty = memoryUsed()
  let arrived = 0
  for (const target of growth.waiting) {
    for (; arrived < target; arrived += 1) world.arrive()
    const bytes = Math.round((memoryUsed() - empty) / target)
    const workWaits = measureDecisions(world, WARM_UP_CYCLES, () => {
      world.end(world.nextHeld())
      world.arrive()
    })
    rows.push({ growth, waiting: target, measured: workWaits, bytes })
    console.log(
      `${growth.representatives} people, ${growth.queues} queues, ${target} waiting: ${workWaits.us.toFixed(1)} µs`,
    )
  }
}

function tell(): void {
  figures.table({
    name: 'decisions',
    title: `One decision, µs of processor time, median of ${MEASURED_RUNS} runs; p99 by the clock`,
    columns: ['representatives', 'queues', 'work', 'waiting', 'µs', 'p99 µs', 'decisions/s', 'bytes a waiting item'],
    rows: rows.map(({ growth, waiting: count, measured, bytes }) => [
      growth.representatives,
      growth.queues,
      growth.work,
      count ?? 'nothing: people wait',
      measured.us,
      measured.p99Us,
      Math.round(1e6 / measured.us),
      bytes,
    ]),
  })
  const costs = rows
    .filter(({ growth, waiting: count }) => grid.includes(growth) && count !== null)
    .map(({ measured }) => measured.us)
  const times = Math.max(...costs) / Math.min(...costs)
  figures.claim({
    claim: `A decision with ${waiting[0]} to ${waiting.at(-1)} waiting and 100 to 10,000 representatives`,
    target: `the dearest at most ${GROWTH_MAX} times the cheapest`,
    measured: `${times.toFixed(2)} times`,
    holds: times <= GROWTH_MAX,
  })
}

function start(size: Size) {
  const configuration = configurationOf(size)
  const calendars = { horizon: { from: START, to: START + 86_400_000 }, hours: {}, midnights: [] }
  const router: Router = createRouter({ configuration, calendars, configurationVersion: 1 })
  const assigned: string[] = []
  let now = START
  let ids = 0
  let arrivals = 0
  let ended = 0
  let decisions = 0
  /** How long each decision took, in milliseconds; null: nobody asks. */
  let durations: number[] | null = null
  const newId = () => `s${ids++}`
  const decide = (command: Command) => {
    now += 1
    decisions += 1
    const begun = durations === null ? 0 : performance.now()
    const decision = router.decide(command, { now, random: () => 0.5, newId })
    durations?.push(performance.now() - begun)
    if (!decision.accepted) throw new Error(`${command.type}: ${decision.refusal.message}`)
    for (const event of decision.events) if (event.type === 'workItem.assigned') assigned.push(event.workItem ?? '')
    // The engine takes changes with every batch; a batch here is a hundred commands.
    if (decisions % 100 === 0) router.takeChanges()
    return decision
  }
  const arrive = (): string => {
    const n = arrivals++
    const id = `i${n}`
    if (size.work === 'records') {
      const { record, rows } = caseOf(n)
      const decision = decide({ type: 'routeRecord', workItem: id, record, rows, actor: systemActor })
      if (decision.accepted && decision.workItem === null) throw new Error(`No intake rule takes ${record.id}.`)
      return id
    }
    const workstream = workstreamOf(n, size)
    decide({
      type: 'startConversation',
      workItem: id,
      workstream,
      customer: null,
      context: {},
      message: null,
      rows: [],
      actor: systemActor,
    })
    return id
  }
  const end = (workItem: string): void => {
    if (size.work === 'records') {
      const { record } = caseOf(Number(workItem.slice(1)))
      decide({ type: 'completeRecord', record, actor: systemActor })
      return
    }
    decide({ type: 'endConversation', workItem, representative: null, actor: systemActor })
    decide({ type: 'closeSession', workItem, representative: null, actor: systemActor })
  }
  /** Whatever was assigned longest ago and has not ended. */
  const nextHeld = (): string => {
    const id = assigned[ended++]
    if (id === undefined) throw new Error('Nobody holds anything.')
    return id
  }
  const waiting = () => {
    let count = 0
    for (const { name } of configuration.queues ?? []) count += router.waitingCount(name)
    return count
  }
  const timed = (work: () => void): readonly number[] => {
    durations = []
    work()
    return durations
  }
  return { decide, arrive, end, nextHeld, waiting, timed, decisions: () => decisions }
}

interface Measured {
  /** Processor time of a decision. */
  readonly us: number
  readonly p99Us: number
}

function measureDecisions(world: ReturnType<typeof start>, warmUp: number, cycle: () => void): Measured {
  for (let n = 0; n < warmUp; n += 1) cycle()
  const runs = Array.from({ length: MEASURED_RUNS }, () => {
    const before = world.decisions()
    const begun = process.cpuUsage()
    for (let n = 0; n < MEASURED_CYCLES; n += 1) cycle()
    const { user, system } = process.cpuUsage(begun)
    return (user + system) / (world.decisions() - before)
  })
  const durations = world.timed(() => {
    for (let n = 0; n < MEASURED_CYCLES; n += 1) cycle()
  })
  return { us: median(runs), p99Us: quantile(durations, 0.99) * 1e3 }
}
