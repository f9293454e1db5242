import type { RoutingEvent } from '@unified-routing/routing'
import {
  type Failure,
  formatInstant,
  type Scenario,
  type ScenarioResult,
  type Step,
} from '@unified-routing/routing/sim'
import { printError, printLine } from '../print.ts'
import { describeEvent } from './describe-event.ts'
import { type HearEvent, simulateScenario } from './simulate-scenario.ts'

/** Longer timelines are for programs: `--json` has all of it. */
const TIMELINE_LINES_MAX = 1_000

/** Runs a scenario and prints its timeline as it goes. */
export function printReadably(scenario: Scenario, file: string, hearEvent: HearEvent): ScenarioResult {
  printLine(`${scenario.scenario} (${file}, seed ${scenario.seed})`)
  if (scenario.description !== undefined) printLine(scenario.description)
  const timeline = new TimelinePrinter(scenario.start)
  const result = simulateScenario(scenario, {
    onStep: (step) => {
      if (step.type === 'action') timeline.print(step.at, `> ${describeAction(step)}`)
    },
    onEvent: (event) => {
      hearEvent(event)
      timeline.hear(event)
    },
    onFailure: (failure) => timeline.fail(failure),
  })
  timeline.end()
  printLine(result.passed ? '✓ Passed' : `✗ Failed: ${result.failures.length} of the expectations did not hold`)
  return result
}

/** What did not come as expected, on standard error. */
export function printFailures(failures: readonly Failure[]): void {
  for (const failure of failures) printError(`  ${describeFailure(failure)}`)
}

function describeFailure({ step, at, expected, actual }: Failure): string {
  return `steps[${step}] at ${at}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(actual)}`
}

class TimelinePrinter {
  #day: string
  #lines = 0
  #leftOut = 0

  constructor(start: number) {
    this.#day = formatInstant(start).slice(0, 10)
    printLine(this.#day)
  }

  hear(event: RoutingEvent): void {
    if (this.#lines >= TIMELINE_LINES_MAX) {
      this.#leftOut++
      return
    }
    const text = describeEvent(event)
    if (text !== null) this.print(event.at, `  ${text}`)
  }

  print(at: number, text: string): void {
    if (this.#lines >= TIMELINE_LINES_MAX) {
      this.#leftOut++
      return
    }
    const [day = '', time = ''] = formatInstant(at).split('T')
    if (day !== this.#day) {
      this.#day = day
      printLine(day)
    }
    this.#lines++
    printLine(`${time.replace('Z', '').padEnd(13)}${text}`)
  }

  fail(failure: Failure): void {
    printLine(`${' '.repeat(13)}✗ ${describeFailure(failure)}`)
  }

  end(): void {
    if (this.#leftOut > 0) printLine(`… and ${this.#leftOut} more; --json has them all.`)
  }
}

function describeAction({ action, refused }: Extract<Step, { readonly type: 'action' }>): string {
  const { type, ...values } = action
  const shown = Object.entries(values).flatMap(([name, value]) => {
    if (value === undefined || value === null || (name === 'context' && isEmpty(value))) return []
    return [`${name} ${typeof value === 'string' ? value : JSON.stringify(value)}`]
  })
  return `${type}: ${shown.join(', ')}${refused === false ? '' : ' (to be refused)'}`
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
