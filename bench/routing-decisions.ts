/**
 * How many decisions a second the router makes, what a waiting item costs in memory, and how both grow.
 *
 * npx node --expose-gc bench/routing-decisions.ts [--quick]
 *
 * Each size is measured while people wait (a conversation arrives, is assigned at once, ends) and while work waits
 * (somebody ends a conversation and is given the next; another arrives). A decision is one command, taken through every
 * stage with its whole journal. The work of an organization asks for 64 sets of skills. Prints seconds of processor
 * time, which a busy machine does not change, and of the clock.
 */
import type { Command } from '../packages/routing/src/command.ts'
import { createRouter } from '../packages/routing/src/create-router.ts'
import type { Router } from '../packages/routing/src/router.ts'
import { systemActor } from '../packages/routing/src/vocabulary.ts'
import { caseOf, configurationOf, type Size, workstreamOf } from './routing-organization.ts'

const MEASURED_CYCLES = 40_000
const WARM_UP_CYCLES = 20_000
/** Warming up has to see each kind of work of each queue once. */
const KINDS_OF_WORK = 64
const START = Date.UTC(2026, 2, 2, 9)

const growth: readonly Size[] = [
  { representatives: 100, queues: 10, waiting: 10_000, work: 'conversations' },
  { representatives: 1_000, queues: 100, waiting: 100_000, work: 'conversations' },
  { representatives: 10_000, queues: 1_000, waiting: 10_000, work: 'conversations' },
  { representatives: 10_000, queues: 1_000, waiting: 100_000, work: 'conversations' },
  { representatives: 10_000, queues: 1_000, waiting: 1_000_000, work: 'conversations' },
  { representatives: 100, queues: 10, waiting: 100_000, work: 'records' },
]

console.log('people  queues  waiting    people wait  work waits   bytes/item   cpu s   s')
for (const size of process.argv.includes('--quick') ? growth.slice(0, 2) : growth) {
  const begun = { cpu: process.cpuUsage(), at: performance.now() }
  const { peopleWait, workWaits, bytes } = measureSize(size)
  const { user, system } = process.cpuUsage(begun.cpu)
  const columns = [
    String(size.representatives).padEnd(8),
    String(size.queues).padEnd(8),
    String(size.waiting).padEnd(9),
    `${peopleWait}/s`.padStart(13),
    `${workWaits}/s`.padStart(12),
    String(bytes).padStart(13),
    ((user + system) / 1e6).toFixed(1).padStart(8),
    ((performance.now() - begun.at) / 1e3).toFixed(1).padStart(6),
    size.work === 'records' ? '  records with their rows' : '',
  ]
  console.log(columns.join(''))
}

function measureSize(size: Size) {
  const world = start(size)
  const warmUp = Math.max(WARM_UP_CYCLES, size.queues * KINDS_OF_WORK)
  for (let n = 0; n < size.representatives; n += 1) {
    world.decide({ type: 'signIn', representative: `r${n}`, actor: systemActor })
  }
  const peopleWait = decisionsPerSecond(world, warmUp, () => {
    world.arrive()
    world.end(world.nextHeld())
  })
  // A representative of 100 units holds four items of 25: from here on, work waits.
  while (world.waiting() < size.queues) world.arrive()
  const before = memoryUsed()
  for (let n = 0; n < size.waiting; n += 1) world.arrive()
  const bytes = Math.round((memoryUsed() - before) / size.waiting)
  const workWaits = decisionsPerSecond(world, warmUp, () => {
    world.end(world.nextHeld())
    world.arrive()
  })
  return { peopleWait, workWaits, bytes }
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
  const newId = () => `s${ids++}`
  const decide = (command: Command) => {
    now += 1
    decisions += 1
    const decision = router.decide(command, { now, random: () => 0.5, newId })
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
  return { decide, arrive, end, nextHeld, waiting, decisions: () => decisions }
}

/** Decisions a second of processor time, so that a busy machine does not count. */
function decisionsPerSecond(world: { decisions: () => number }, warmUp: number, cycle: () => void): number {
  for (let n = 0; n < warmUp; n += 1) cycle()
  const before = world.decisions()
  const begun = process.cpuUsage()
  for (let n = 0; n < MEASURED_CYCLES; n += 1) cycle()
  const { user, system } = process.cpuUsage(begun)
  return Math.round(((world.decisions() - before) * 1e6) / (user + system))
}

function memoryUsed(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
