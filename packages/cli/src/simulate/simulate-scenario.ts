import { computeCalendars, zoneProblems } from '@unified-routing/contract'
import type { RoutingEvent } from '@unified-routing/routing'
import { type RunOptions, runScenario, type Scenario, type ScenarioResult } from '@unified-routing/routing/sim'

/** Calendars reach this far beyond the first and the last step, so that what is due soon after it is known. */
const DAYS_AROUND = 400
const DAY_MS = 86_400_000

export type HearEvent = (event: RoutingEvent) => void

/** Runs a scenario with the time zones that this machine's Node knows. */
export function simulateScenario(scenario: Scenario, hears: Omit<RunOptions, 'zones'> = {}): ScenarioResult {
  const from = scenario.start - DAYS_AROUND * DAY_MS
  const to = (scenario.steps.at(-1)?.at ?? scenario.start) + DAYS_AROUND * DAY_MS
  return runScenario(scenario, {
    ...hears,
    zones: { problemsOf: zoneProblems, calendarsOf: (configuration) => computeCalendars(configuration, from, to) },
  })
}
