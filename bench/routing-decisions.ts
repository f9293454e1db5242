/**
 * How many decisions a second the router makes, what a waiting item costs in memory, and how both grow.
 *
 * npx node --expose-gc bench/routing-decisions.ts [--quick]
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
import { caseOf, configurationOf, type Size, workstreamOf } from './routing-organization.ts'

const MEASURED_CYCLES = 20_000
const MEASURED_RUNS = 5
const WARM_UP_CYCLES = 20_000
/** Warming up has to see each kind of work of each queue once. */
const KINDS_OF_WORK = 64
const START = Date.UTC(2026, 2, 2, 9)

interface Growth extends Size {
  /** How much waits at each measurement, one after the other. */
  readonly waiting: readonly number[]
}

const growths: readonly Growth[] = [
  { representatives: 100, queues: 10, work: 'conversations', waiting: [10_000] },
  { representatives: 100, queues: 10, work: 'records', waiting: [100_000] },
  { representatives: 10_000, queues: 1, work: 'conversations', waiting: [10_000, 100_000, 1_000_000] },
  { representatives: 10_000, queues: 1_000, work: 'conversations', waiting: [10_000, 100_000, 1_000_000] },
]

console.log('people  queues  work               waiting   decisions/s   p99 us  bytes/item   cpu s       s')
for (const growth of process.argv.includes('--quick') ? growths.slice(0, 1) : growths) measureGrowth(growth)

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
  print(growth, 'people wait', { ...peopleWait, bytes: null })
  // A representative of 100 units holds four items of 25: from here on, work waits.
  while (world.waiting() < growth.queues) for (let n = 0; n < growth.queues; n += 1) world.arrive()
  const empty = memoryUsed()
  let waiting = 0
  for (const target of growth.waiting) {
    for (; waiting < target; waiting += 1) world.arrive()
    const bytes = Math.round((memoryUsed() - empty) / target)
    const workWaits = measureDecisions(world, WARM_UP_CYCLES, () => {
      world.end(world.nextHeld())
      world.arrive()
    })
    print(growth, String(target), { ...workWaits, bytes })
  }
}

/** One line of the table; the seconds are those since the beginning. */
function print(growth: Growth, waiting: string, measured: Measured & { readonly bytes: number | null }): void {
  const { user, system } = process.cpuUsage()
  const columns = [
    String(growth.representatives).padEnd(8),
    String(growth.queues).padEnd(8),
    growth.work.padEnd(15),
    waiting.padStart(11),
    String(measured.decisions).padStart(14),
    measured.p99Us.toFixed(1).padStart(9),
    String(measured.bytes ?? '').padStart(12),
    ((user + system) / 1e6).toFixed(1).padStart(8),
    (performance.now() / 1e3).toFixed(1).padStart(8),
  ]
  console.log(columns.join(''))
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
  /** A second of processor time. */
  readonly decisions: number
  readonly p99Us: number
}

function measureDecisions(world: ReturnType<typeof start>, warmUp: number, cycle: () => void): Measured {
  for (let n = 0; n < warmUp; n += 1) cycle()
  const runs = Array.from({ length: MEASURED_RUNS }, () => {
    const before = world.decisions()
    const begun = process.cpuUsage()
    for (let n = 0; n < MEASURED_CYCLES; n += 1) cycle()
    const { user, system } = process.cpuUsage(begun)
    return ((world.decisions() - before) * 1e6) / (user + system)
  })
  const durations = world.timed(() => {
    for (let n = 0; n < MEASURED_CYCLES; n += 1) cycle()
  })
  return { decisions: Math.round(quantile(runs, 0.5)), p99Us: quantile(durations, 0.99) * 1e3 }
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((left, right) => left - right)[Math.floor((values.length - 1) * share)] ?? 0
}

function memoryUsed(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
