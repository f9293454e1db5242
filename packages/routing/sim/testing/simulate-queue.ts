import type { Configuration } from '../../src/configuration/document.ts'
import type { RoutingEvent } from '../../src/event.ts'
import { createRandom, drawExponentialMs } from '../random.ts'
import { generate } from '../world/generate.ts'
import type { GeneratedItem } from '../world/generated-work.ts'
import { World } from '../world/world.ts'
import type { QueueFigures, QueueModel } from './erlang.ts'

const MINUTE_MS = 60_000
const START = Date.UTC(2026, 0, 5)
/** Arrivals left out of the figures, so that the empty queue of the start does not count. */
const WARM_UP_SHARE = 0.1

/** One run of the production router in the model's world, and what it measured. */
export function simulateQueue(model: QueueModel, customers: number, seed: number): QueueFigures {
  const random = createRandom(seed, 'patience')
  const world: World = new World({
    configuration: configurationOf(model),
    start: START,
    seed,
    zones: { problemsOf: () => [], calendarsOf: () => ({ horizon: { from: 0, to: 1e14 }, hours: {}, midnights: [] }) },
    onEvent: (event) => {
      if (event.type === 'workItem.created' && model.patienceMinutes !== null)
        leaveLater(world, event, drawExponentialMs(random, model.patienceMinutes * MINUTE_MS))
    },
    isRemembered: () => false,
  })
  for (const { name } of world.configuration.representatives ?? [])
    world.carryOut({ type: 'signIn', representative: name, actor: { kind: 'representative', name } })
  generate(world, {
    type: 'generate',
    id: 'call',
    count: customers,
    arrivals: { type: 'poisson', ratePerMinute: model.arrivalsPerMinute },
    work: { type: 'conversations', workstream: 'Calls', context: {} },
    customer: null,
    handlingMs: model.handlingMinutes * MINUTE_MS,
  })
  world.advanceTo(START + (customers / model.arrivalsPerMinute) * MINUTE_MS * 2)
  const items = world.generated.generators('call').flatMap((generator) => generator.items)
  if (items.length < customers) throw new Error('The run ended before the last customer came.')
  return measure(items.slice(Math.ceil(customers * WARM_UP_SHARE)))
}

/** A customer's patience runs from the arrival; it is lost on those who are being served. */
export function leaveLater(world: World, { workItem }: RoutingEvent, patienceMs: number): void {
  if (workItem === null) return
  world.agenda.add(world.now + patienceMs, () => {
    if (world.router.workItem(workItem)?.state === 'Open')
      world.carryOut({ type: 'customerLeaves', workItem, actor: { kind: 'customer', name: null } })
  })
}

function measure(items: readonly GeneratedItem[]): QueueFigures {
  const waitsMs = items.map(({ arrivedAt, assignedAt, closedAt }) => (assignedAt ?? closedAt ?? Number.NaN) - arrivedAt)
  return {
    waiting: waitsMs.filter((wait) => wait > 0).length / items.length,
    meanWaitSeconds: waitsMs.reduce((sum, wait) => sum + wait, 0) / items.length / 1_000,
    abandoned: items.filter(({ assignedAt }) => assignedAt === null).length / items.length,
  }
}

/** One call takes all of a representative; it ends without wrap-up, so that handling is all the service there is. */
function configurationOf({ servers }: QueueModel): Configuration {
  const names = Array.from({ length: servers }, (_, index) => `representative ${index + 1}`)
  return {
    version: 1,
    organization: { autoClose: [{ channel: 'liveChat', state: 'Open', after: null }] },
    representatives: names.map((name) => ({ name })),
    queues: [{ name: 'Desk', type: 'messaging', members: names, assignment: { method: 'leastActive' } }],
    workstreams: [
      {
        name: 'Calls',
        type: 'messaging',
        channel: 'liveChat',
        fallbackQueue: 'Desk',
        capacity: { units: 100 },
        wrapUp: 'dontBlock',
        offer: { autoAssign: true },
      },
    ],
  }
}
