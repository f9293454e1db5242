import type { RoutingEvent } from '../src/event.ts'
import { check, type Mismatch } from './expectations/check.ts'
import { formatInstant } from './scenario/instants.ts'
import type { ActionStep, ExpectStep, Scenario, Step } from './scenario/scenario.ts'
import { act } from './world/act.ts'
import { World, type Zones } from './world/world.ts'

export interface RunOptions {
  readonly zones: Zones
  /** Hears every event as it happens. */
  readonly onEvent?: (event: RoutingEvent) => void
  /** Hears of every step before it is carried out. */
  readonly onStep?: (step: Step) => void
  /** Hears of every failure as it is found. */
  readonly onFailure?: (failure: Failure) => void
}

/** One thing that did not come as the scenario says. */
export interface Failure extends Mismatch {
  /** Position of the step in the file, from 0. */
  readonly step: number
  readonly at: string
}

export interface ScenarioResult {
  readonly scenario: string
  readonly passed: boolean
  readonly failures: readonly Failure[]
}

/** Runs a scenario on the production router, with a virtual clock, virtual people and chance from its seed.
 *
 * The same scenario gives the same events and the same result, always. */
export function runScenario(scenario: Scenario, options: RunOptions): ScenarioResult {
  const mentioned = mentionedItems(scenario.steps)
  const world = new World({
    configuration: scenario.configuration,
    start: scenario.start,
    seed: scenario.seed,
    zones: options.zones,
    onEvent: (event) => options.onEvent?.(event),
    isRemembered: (name) => mentioned.has(name),
  })
  const failures: Failure[] = []
  for (const step of scenario.steps) {
    world.advanceTo(step.at)
    options.onStep?.(step)
    for (const mismatch of step.type === 'action' ? doAction(world, step) : checkAll(world, step)) {
      const failure = { step: step.index, at: formatInstant(step.at), ...mismatch }
      failures.push(failure)
      options.onFailure?.(failure)
    }
  }
  return { scenario: scenario.scenario, passed: failures.length === 0, failures }
}

function doAction(world: World, { action, refused }: ActionStep): readonly Mismatch[] {
  const outcome = act(world, action)
  if (outcome.accepted) return refused === false ? [] : [{ expected: { refused }, actual: { refused: false } }]
  const isExpected = refused === true || (typeof refused === 'string' && outcome.message.includes(refused))
  return isExpected ? [] : [{ expected: { action: action.type, refused }, actual: { refused: outcome.message } }]
}

function checkAll(world: World, { expectations }: ExpectStep): readonly Mismatch[] {
  return expectations.map((expectation) => check(world, expectation)).filter((mismatch) => mismatch !== null)
}

/** Items that a step names: they are remembered after their end. */
function mentionedItems(steps: readonly Step[]): ReadonlySet<string> {
  const names = new Set<string>()
  for (const step of steps) {
    if (step.type === 'action') {
      if ('item' in step.action) names.add(step.action.item)
      if ('id' in step.action && step.action.type !== 'generate') names.add(step.action.id)
    } else {
      for (const expectation of step.expectations) if ('item' in expectation) names.add(expectation.item)
    }
  }
  return names
}
