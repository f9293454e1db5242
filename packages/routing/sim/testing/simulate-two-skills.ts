import type { AssignmentRule, Configuration } from '../../src/configuration/document.ts'
import { createRandom, drawExponentialMs } from '../random.ts'
import { generate } from '../world/generate.ts'
import type { GeneratedItem } from '../world/generated-work.ts'
import { World } from '../world/world.ts'
import { leaveLater } from './simulate-queue.ts'
import type { TwoSkillFigures, TwoSkillModel } from './two-skills.ts'

const MINUTE_MS = 60_000
const START = Date.UTC(2026, 0, 5)
/** Time left out of the figures, so that the empty queue of the start does not count. */
const WARM_UP_SHARE = 0.1
const SPECIALIST = 'specialist'
const kinds = ['first', 'second'] as const

/** One run of the production router in the model's world for so many minutes, and what it measured. */
export function simulateTwoSkills(model: TwoSkillModel, minutes: number, seed: number): TwoSkillFigures {
  const random = createRandom(seed, 'patience')
  const world: World = new World({
    configuration: configurationOf(model),
    start: START,
    seed,
    zones: { problemsOf: () => [], calendarsOf: () => ({ horizon: { from: 0, to: 1e14 }, hours: {}, midnights: [] }) },
    onEvent: (event) => {
      if (event.type === 'workItem.created')
        leaveLater(world, event, drawExponentialMs(random, model.patienceMinutes * MINUTE_MS))
    },
    isRemembered: () => false,
  })
  for (const { name } of world.configuration.representatives ?? [])
    world.carryOut({ type: 'signIn', representative: name, actor: { kind: 'representative', name } })
  for (const kind of kinds) letCall(world, { kind, model, minutes })
  world.advanceTo(START + minutes * MINUTE_MS)
  return measure(world, START + minutes * WARM_UP_SHARE * MINUTE_MS)
}

interface Calls {
  readonly kind: (typeof kinds)[number]
  readonly model: TwoSkillModel
  readonly minutes: number
}

/** More than can come: time ends the run. */
function letCall(world: World, { kind, model, minutes }: Calls): void {
  const ratePerMinute = kind === 'first' ? model.firstPerMinute : model.secondPerMinute
  generate(world, {
    type: 'generate',
    id: kind,
    count: Math.ceil(minutes * ratePerMinute * 2),
    arrivals: { type: 'poisson', ratePerMinute },
    work: { type: 'conversations', workstream: 'Calls', context: { asks: { fixed: kind } } },
    customer: null,
    handlingMs: model.handlingMinutes * MINUTE_MS,
  })
}

function measure(world: World, from: number): TwoSkillFigures {
  const [first = [], second = []] = kinds.map((kind) =>
    world.generated
      .generators(kind)
      .flatMap(({ items }) => items)
      .filter(({ arrivedAt, assignedAt, closedAt }) => arrivedAt >= from && (assignedAt ?? closedAt) !== null),
  )
  const bySpecialists = first.filter(({ work }) => work[0]?.representative.startsWith(SPECIALIST))
  return {
    bySpecialists: bySpecialists.length / first.length,
    firstWaiting: share(first, (item) => waitMs(item) > 0),
    secondWaiting: share(second, (item) => waitMs(item) > 0),
    firstWaitSeconds: meanWaitSeconds(first),
    secondWaitSeconds: meanWaitSeconds(second),
    firstLost: share(first, ({ assignedAt }) => assignedAt === null),
    secondLost: share(second, ({ assignedAt }) => assignedAt === null),
  }
}

function share(items: readonly GeneratedItem[], counts: (item: GeneratedItem) => boolean): number {
  return items.filter(counts).length / items.length
}

function meanWaitSeconds(items: readonly GeneratedItem[]): number {
  return items.reduce((sum, item) => sum + waitMs(item), 0) / items.length / 1_000
}

function waitMs({ arrivedAt, assignedAt, closedAt }: GeneratedItem): number {
  return (assignedAt ?? closedAt ?? Number.NaN) - arrivedAt
}

/** Everybody in one queue: skills say who may serve whom, ratings that specialists come first, buckets whose turn it is. */
function configurationOf({ specialists, generalists }: TwoSkillModel): Configuration {
  const people = [
    ...namesOf(SPECIALIST, specialists).map((name) => ({ name, skills: { first: 1 } })),
    ...namesOf('generalist', generalists).map((name) => ({ name, skills: { first: 2, second: 1 } })),
  ]
  return {
    version: 1,
    organization: { autoClose: [{ channel: 'liveChat', state: 'Open', after: null }] },
    ratingModels: [{ name: 'Level', min: 1, max: 2 }],
    skillTypes: ['Topic'],
    skills: kinds.map((name) => ({ name, type: 'Topic', ratingModel: 'Level' })),
    representatives: people,
    queues: [
      {
        name: 'Desk',
        type: 'messaging',
        members: people.map(({ name }) => name),
        assignment: {
          method: 'custom',
          prioritization: [{ name: 'Second first', when: { path: 'item.context.asks', op: 'eq', value: 'second' } }],
          rulesets: [{ name: 'Skills', isDefault: true, rules: [whoeverIsNearest] }],
        },
      },
    ],
    workstreams: [
      {
        name: 'Calls',
        type: 'messaging',
        channel: 'liveChat',
        fallbackQueue: 'Desk',
        capacity: { units: 100 },
        wrapUp: 'dontBlock',
        offer: { autoAssign: true },
        contextVariables: [{ name: 'asks', type: 'text' }],
        classification: [
          {
            name: 'Skill',
            rules: kinds.map((name) => ({
              name,
              when: { path: 'item.context.asks', op: 'eq', value: name },
              set: { skills: { [name]: 1 } },
            })),
          },
        ],
      },
    ],
  }
}

const whoeverIsNearest: AssignmentRule = {
  name: 'Free, with the skill, and no more of it than need be',
  when: {
    all: [
      { path: 'representative.skills', op: 'exactMatch' },
      { path: 'representative.units', op: 'ge', valuePath: 'item.requiredUnits' },
      { path: 'representative.basePresence', op: 'in', valuePath: 'item.workstream.allowedPresences' },
    ],
  },
  orderBy: { proficiency: 'nearest' },
}

function namesOf(kind: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${kind} ${index + 1}`)
}
