import { type Command, type Configuration, createRouter, type Router, systemActor } from '@unified-routing/routing'

/** 2026-03-02T09:00:00Z, a Monday. */
const START = 1_772_442_000_000
const DAY_MS = 24 * 60 * 60 * 1_000
const UNITS_PER_ITEM = 25
const ITEMS_PER_REPRESENTATIVE = 4
const SKILLS = ['French', 'Spanish', 'Billing', 'Fibre', 'Mobile', 'Contracts']
const DECISIONS = 5_000

export interface RouterCase {
  readonly representatives: number
  readonly backlog: number
}

export interface RouterFigures extends RouterCase {
  /** Mean cost of routing one more item that has to wait. */
  readonly arrivalMicroseconds: number
  /** Mean cost of an item done, which brings its representative the next one. */
  readonly completionMicroseconds: number
  readonly heapBytesPerItem: number
}

/** Fills a router with waiting items of many kinds, then measures what one more and one less cost. */
export function measureRouter({ representatives, backlog }: RouterCase): RouterFigures {
  const desk = createDesk(representatives)
  const heapBefore = usedHeap()
  const taken = representatives * ITEMS_PER_REPRESENTATIVE
  for (let n = 0; n < taken + backlog; n++) desk.arrive()
  const heapBytesPerItem = (usedHeap() - heapBefore) / Math.max(1, taken + backlog)
  const arrivalMicroseconds = meanMicroseconds(() => desk.arrive())
  const completionMicroseconds = meanMicroseconds(() => desk.complete())
  return { representatives, backlog, arrivalMicroseconds, completionMicroseconds, heapBytesPerItem }
}

function createDesk(representatives: number) {
  const router = createRouter({
    configuration: configurationFor(representatives),
    calendars: { horizon: { from: START - DAY_MS, to: START + 30 * DAY_MS }, hours: {}, midnights: [] },
    configurationVersion: 1,
  })
  const held: string[] = []
  let now = START
  let arrived = 0
  let ids = 0
  const decide = (command: Command) => {
    now += 1
    const decision = router.decide(command, { now, random: () => 0.5, newId: () => `session-${++ids}` })
    if (!decision.accepted) throw new Error(decision.refusal.message)
    for (const event of decision.events) {
      if (event.type === 'workItem.assigned' && event.workItem !== null) held.push(event.workItem)
    }
    discardChanges(router)
  }
  for (let n = 0; n < representatives; n++) {
    decide({ type: 'signIn', representative: `representative-${n}`, actor: systemActor })
  }
  return {
    arrive: () => {
      const id = `case-${++arrived}`
      const values = { skill: SKILLS[arrived % SKILLS.length] ?? null }
      decide({
        type: 'routeRecord',
        workItem: id,
        record: { table: 'case', id },
        rows: [{ table: 'case', id, values, active: true }],
        actor: systemActor,
      })
    },
    complete: () => {
      const id = held.shift()
      if (id === undefined) throw new Error('Nobody holds an item.')
      decide({ type: 'completeRecord', record: { table: 'case', id }, actor: systemActor })
    },
  }
}

/** What a store would write; taken, so that it does not pile up. */
function discardChanges(router: Router): void {
  router.takeChanges()
}

function configurationFor(representatives: number): Configuration {
  return {
    version: 1,
    skillTypes: ['Knowledge'],
    skills: SKILLS.map((name) => ({ name, type: 'Knowledge' })),
    tables: [{ name: 'case', columns: [{ name: 'skill', type: 'text' }] }],
    representatives: Array.from({ length: representatives }, (_, n) => ({
      name: `representative-${n}`,
      units: UNITS_PER_ITEM * ITEMS_PER_REPRESENTATIVE,
      skills: Object.fromEntries(SKILLS.filter((_, skill) => (n + skill) % 2 === 0).map((name) => [name, null])),
    })),
    queues: [
      {
        name: 'Cases',
        type: 'record',
        members: Array.from({ length: representatives }, (_, n) => `representative-${n}`),
      },
    ],
    workstreams: [
      {
        name: 'Case work',
        type: 'record',
        channel: 'record',
        table: 'case',
        capacity: { units: UNITS_PER_ITEM },
        skillMatching: 'exact',
        classification: [
          {
            name: 'Skills',
            rules: SKILLS.map((name) => ({
              name,
              when: { path: 'item.record.skill', op: 'eq', value: name },
              set: { skills: { [name]: null } },
            })),
          },
        ],
        routeToQueue: { rules: [{ name: 'All', when: { all: [] }, queue: 'Cases' }] },
      },
    ],
    recordTypes: [{ table: 'case', intakeRules: [{ name: 'All', when: { all: [] }, workstream: 'Case work' }] }],
  }
}

function meanMicroseconds(work: () => void): number {
  const startedAt = performance.now()
  for (let n = 0; n < DECISIONS; n++) work()
  return ((performance.now() - startedAt) * 1_000) / DECISIONS
}

function usedHeap(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}
