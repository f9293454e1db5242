// The public surface of the simulator: the virtual world around the production router.
export { createRandom, drawExponentialMs } from './random.ts'
export type { Failure, RunOptions, ScenarioResult } from './run-scenario.ts'
export { runScenario } from './run-scenario.ts'
export type { Problem } from './scenario/fields.ts'
export { formatInstant } from './scenario/instants.ts'
export { type ParsedScenario, parseScenario } from './scenario/parse-scenario.ts'
export type { Action, Expectation, Scenario, Step } from './scenario/scenario.ts'
export type { Zones } from './world/world.ts'
