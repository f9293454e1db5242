/**
 * How many decisions a second the router makes, and what a waiting item costs in memory.
 *
 * npx node --expose-gc bench/routing-decisions.ts [--quick]
 *
 * Each size is measured twice: while work waits (somebody ends a conversation and is given the next; another arrives) and
 * while people wait (a conversation arrives, is assigned at once, ends). A decision is one command, taken through every
 * stage with its whole journal.
 */
import type { Command } from '../packages/routing/src/command.ts'
import type { Configuration } from '../packages/routing/src/configuration/document.ts'
import { createRouter } from '../packages/routing/src/create-router.ts'
import type { Router } from '../packages/routing/src/router.ts'
import { systemActor } from '../packages/routing/src/vocabulary.ts'

interface Size {
  readonly representatives: number
  readonly queues: number
  readonly waiting: number
}

/** Kinds of work in a queue, each with a signature of its own. */
const KINDS_OF_WORK = 4
const QUEUES_PER_REPRESENTATIVE = 3
const MEASURED_DECISIONS = 100_000
const START = Date.UTC(2026, 2, 2, 9)

const sizes: readonly Size[] = [
  { representatives: 100, queues: 10, waiting: 1_000 },
  { representatives: 1_000, queues: 100, waiting: 100_000 },
  { representatives: 10_000, queues: 1_000, waiting: 100_000 },
  { representatives: 10_000, queues: 1_000, waiting: 1_000_000 },
]

for (const size of process.argv.includes('--quick') ? sizes.slice(0, 2) : sizes) {
  const world = start(size)
  for (let n = 0; n < size.representatives; n += 1) {
    world.decide({ type: 'signIn', representative: `r${n}`, actor: systemActor })
  }
  const peopleWait = measure(() => {
    const id = world.arrive()
    world.decide({ type: 'customerLeaves', workItem: id, actor: systemActor })
    world.decide({ type: 'closeSession', workItem: id, representative: null, actor: systemActor })
  })
  for (let n = 0; n < size.representatives * 4; n += 1) world.arrive()
  const before = memoryUsed()
  for (let n = 0; n < size.waiting; n += 1) world.arrive()
  const bytes = (memoryUsed() - before) / size.waiting
  const workWaits = measure(() => {
    // Whoever took an item longest ago ends it and is given the next; a new one arrives behind all that wait.
    const id = world.nextHeld()
    world.decide({ type: 'endConversation', workItem: id, representative: null, actor: systemActor })
    world.decide({ type: 'closeSession', workItem: id, representative: null, actor: systemActor })
    world.arrive()
  })
  console.log(
    `${size.representatives} representatives, ${size.queues} queues, ${size.waiting} waiting: ` +
      `${Math.round(workWaits)} decisions/s while work waits, ${Math.round(peopleWait)} while people wait, ` +
      `${Math.round(bytes)} bytes a waiting item`,
  )
}

function start(size: Size) {
  const configuration = organization(size)
  const calendars = { horizon: { from: START, to: START + 86_400_000 }, hours: {}, midnights: [] }
  const router: Router = createRouter({ configuration, calendars, configurationVersion: 1 })
  const assigned: string[] = []
  let now = START
  let ids = 0
  let arrivals = 0
  let taken = 0
  const newId = () => `s${ids++}`
  const decide = (command: Command) => {
    now += 1
    const decision = router.decide(command, { now, random: () => 0.5, newId })
    for (const event of decision.events) if (event.type === 'workItem.assigned') assigned.push(event.workItem ?? '')
    // The engine takes changes with every batch; a batch here is a hundred commands.
    if (now % 100 === 0) router.takeChanges()
  }
  const arrive = () => {
    const id = `c${arrivals++}`
    const workstream = `w${arrivals % size.queues}-${(arrivals * 7) % KINDS_OF_WORK}`
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
  const nextHeld = () => {
    for (;;) {
      const id = assigned[taken++] ?? ''
      if (router.workItem(id)?.state === 'Active') return id
    }
  }
  return { decide, arrive, nextHeld }
}

/** Every queue has a workstream for each kind of work it does; a kind needs a skill that three of four people have. */
function organization({ representatives, queues }: Size): Configuration {
  const skills = Array.from({ length: KINDS_OF_WORK }, (_, kind) => ({ name: `skill ${kind}`, type: 'Any' }))
  const members = Math.floor((representatives * QUEUES_PER_REPRESENTATIVE) / queues)
  return {
    version: 1,
    skillTypes: ['Any'],
    skills,
    representatives: Array.from({ length: representatives }, (_, index) => ({
      name: `r${index}`,
      skills: Object.fromEntries(skills.filter((_, kind) => (index + kind) % 4 !== 0).map(({ name }) => [name, null])),
    })),
    queues: Array.from({ length: queues }, (_, queue) => ({
      name: `q${queue}`,
      type: 'messaging',
      members: Array.from({ length: members }, (_, index) => `r${(queue * 7 + index * 13) % representatives}`),
    })),
    workstreams: Array.from({ length: queues * KINDS_OF_WORK }, (_, index) => {
      const queue = Math.floor(index / KINDS_OF_WORK)
      const kind = index % KINDS_OF_WORK
      return {
        name: `w${queue}-${kind}`,
        type: 'messaging',
        channel: 'liveChat',
        capacity: { units: 25 },
        skillMatching: 'exact',
        wrapUp: 'dontBlock',
        offer: { autoAssign: true },
        classification: [
          { name: 'Skills', rules: [{ name: 'All', when: { all: [] }, set: { skills: { [`skill ${kind}`]: null } } }] },
        ],
        routeToQueue: { rules: [{ name: 'All', when: { all: [] }, queue: `q${queue}` }] },
      }
    }),
  }
}

/** Decisions a second of processor time, so that a busy machine does not count; `threeDecisions` makes three. */
function measure(threeDecisions: () => void): number {
  for (let n = 0; n < 2_000; n += 1) threeDecisions()
  const begun = process.cpuUsage()
  for (let n = 0; n < MEASURED_DECISIONS / 3; n += 1) threeDecisions()
  const { user, system } = process.cpuUsage(begun)
  return (MEASURED_DECISIONS * 1e6) / (user + system)
}

function memoryUsed(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
