import { computeCalendars, zoneProblems } from '@unified-routing/contract'
import type { RoutingEvent } from '@unified-routing/routing'
import { type RunOptions, runScenario, type Scenario, type ScenarioResult } from '@unified-routing/routing/sim'

/** A run with generated load brings millions of events; beyond this many they are counted only. */
const TIMELINE_EVENTS_MAX = 500_000
/** Calendars reach this far beyond the last step, so that what is due soon after it is known. */
const DAYS_AROUND = 400
const DAY_MS = 86_400_000

export interface SimulatedScenario {
  readonly result: ScenarioResult
  /** The first events, in order. */
  readonly events: readonly RoutingEvent[]
  readonly eventsLeftOut: number
}

/** Runs a scenario with the time zones of this machine's Node; keeps its events.
 *
 * Limits: the first 500,000 events are kept, the others counted. */
export function simulateScenario(
  scenario: Scenario,
  hears: Pick<RunOptions, 'onEvent' | 'onStep' | 'onFailure'> = {},
): SimulatedScenario {
  const events: RoutingEvent[] = []
  let eventsLeftOut = 0
  const until = (scenario.steps.at(-1)?.at ?? scenario.start) + DAYS_AROUND * DAY_MS
  const result = runScenario(scenario, {
    ...hears,
    zones: {
      problemsOf: zoneProblems,
      calendarsOf: (configuration) => computeCalendars(configuration, scenario.start - DAYS_AROUND * DAY_MS, until),
    },
    onEvent(event) {
      if (events.length < TIMELINE_EVENTS_MAX) events.push(event)
      else eventsLeftOut++
      hears.onEvent?.(event)
    },
  })
  return { result, events, eventsLeftOut }
}
