import { CUSTOMER_TABLE } from '../../src/configuration/tables.ts'
import type { GenerateAction } from '../scenario/scenario.ts'
import { Generator } from './generated-work.ts'
import { accepted, type Outcome, refused } from './outcome.ts'
import { createRecord, startConversation } from './records.ts'
import type { World } from './world.ts'

/** Begins to create load: what comes at once is there when this returns, the rest arrives as time passes. */
export function generate(world: World, action: GenerateAction): Outcome {
  const problem = problemOf(world, action)
  if (problem !== null) return refused(problem)
  const generator = new Generator(action, world.seed, world.now)
  world.generated.add(generator)
  arriveFrom(world, generator)
  return accepted
}

/** Why nothing of it could ever arrive; null when it can. */
function problemOf(world: World, { work, customer }: GenerateAction): string | null {
  if (customer !== null && world.data.row(CUSTOMER_TABLE, customer) === undefined) return `No contact '${customer}'.`
  if (work.type === 'records') {
    const first = Object.entries(work.values).map(([name, draw]) => [
      name,
      'fixed' in draw ? draw.fixed : draw.choice[0],
    ])
    return world.data.problemOf(work.table, Object.fromEntries(first), false)
  }
  const isKnown = world.configuration.workstreams?.some(({ name }) => name === work.workstream) ?? false
  return isKnown ? null : `No workstream '${work.workstream}'.`
}

/** Lets in all that is due now and puts the next arrival on the agenda. */
function arriveFrom(world: World, generator: Generator): void {
  for (;;) {
    const at = generator.nextArrival(world.now)
    if (at === null) return
    if (at > world.now) {
      world.agenda.add(at, () => {
        arriveOne(world, generator)
        arriveFrom(world, generator)
      })
      return
    }
    arriveOne(world, generator)
  }
}

function arriveOne(world: World, generator: Generator): void {
  const { work, customer } = generator.action
  const item = generator.arrive(world.now)
  world.generated.opened(item)
  const { id, values } = item
  if (work.type === 'conversations')
    startConversation(world, {
      type: 'startConversation',
      id,
      workstream: work.workstream,
      customer,
      context: values,
      text: undefined,
      bot: undefined,
    })
  else
    createRecord(world, {
      type: 'createRecord',
      id,
      table: work.table,
      values: customer === null ? values : { ...values, customer },
      route: true,
    })
}
