import type { ScenarioResult } from '@unified-routing/routing/sim'
import { type ExitCode, exitCodes } from '../command.ts'
import { printError, printLine, printPieces } from '../print.ts'
import { JsonTimeline, jsonPieces } from './json-result.ts'
import { type LoadedScenario, loadScenario } from './load-scenario.ts'
import { printFailures, printReadably } from './readable-result.ts'
import { ReportFile } from './report-file.ts'
import { type HearEvent, simulateScenario } from './simulate-scenario.ts'

export interface SuiteOptions {
  readonly isJson: boolean
  readonly showsTimelines: boolean
  /** In place of the files' own; null: theirs. */
  readonly seed: number | null
  /** Where to write the report; null: nowhere. */
  readonly report: string | null
  readonly thresholdMs: number
}

/** Runs every file, prints what came of it, and writes the report when one is asked for. */
export async function runSuite(files: readonly string[], options: SuiteOptions): Promise<ExitCode> {
  const report = options.report === null ? null : new ReportFile(options.report, options.thresholdMs)
  const counts = { passed: 0, failed: 0, invalid: 0 }
  for (const file of files) {
    const loaded = await loadScenario(file)
    if (!loaded.ok) {
      counts.invalid++
      for (const problem of loaded.problems) printError(`${file}: ${problem}`)
      continue
    }
    const scenario = options.seed === null ? loaded.scenario : { ...loaded.scenario, seed: options.seed }
    const record = report?.record(scenario)
    const hearEvent: HearEvent = (event) => record?.hear(event)
    const run = { file, scenario, hearEvent, showsTimeline: options.showsTimelines }
    const result = options.isJson ? await runForPrograms(run) : runForPeople(run)
    counts[result.passed ? 'passed' : 'failed']++
    if (record !== undefined) report?.add(file, scenario, { result, record })
  }
  await report?.write()
  const summary = `${counts.passed} passed, ${counts.failed + counts.invalid} failed`
  if (options.isJson) printError(summary)
  else printLine(summary)
  if (counts.invalid > 0) return exitCodes.invalid
  return counts.failed > 0 ? exitCodes.negative : exitCodes.done
}

interface Run {
  readonly file: string
  readonly scenario: LoadedScenario
  readonly hearEvent: HearEvent
  readonly showsTimeline: boolean
}

async function runForPrograms({ scenario, hearEvent }: Run): Promise<ScenarioResult> {
  const timeline = new JsonTimeline()
  const result = simulateScenario(scenario, {
    onEvent: (event) => {
      hearEvent(event)
      timeline.add(event)
    },
  })
  await printPieces(jsonPieces(result, timeline))
  return result
}

function runForPeople({ file, scenario, hearEvent, showsTimeline }: Run): ScenarioResult {
  if (showsTimeline) return printReadably(scenario, file, hearEvent)
  const result = simulateScenario(scenario, { onEvent: hearEvent })
  printLine(`${result.passed ? '✓' : '✗'} ${result.scenario} (${file})`)
  printFailures(result.failures)
  return result
}
