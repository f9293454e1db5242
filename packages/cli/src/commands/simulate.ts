import { type Command, type ExitCode, exitCodes, UserError } from '../command.ts'
import { parseFlags } from '../parse-flags.ts'
import { printError, printLine, printPieces } from '../print.ts'
import { JsonTimeline, jsonPieces } from '../simulate/json-result.ts'
import { type LoadedScenario, loadScenario } from '../simulate/load-scenario.ts'
import { printFailures, printReadably } from '../simulate/readable-result.ts'
import { simulateScenario } from '../simulate/simulate-scenario.ts'

const help = `Usage: unified-routing simulate [--json] [--timeline] [--seed NUMBER] FILE...

Runs scenario files on the production router with a virtual clock: no database, no network, no real time. One file shows
its timeline; several run as a suite and end with the line "N passed, N failed".

  --json         one JSON object per file and line: scenario, passed, failures, timeline
  --timeline     show the timelines of a suite, too
  --seed NUMBER  another seed than the files name

Ends with 0 when every expectation held, with 1 when one did not, with 2 when a file cannot be read or is invalid.`

export const simulate: Command = {
  name: 'simulate',
  summary: 'run scenario files: configuration, timeline, expectations',
  help,
  run: runSimulate,
}

interface Suite {
  passed: number
  failed: number
  invalid: number
}

async function runSimulate(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseFlags('simulate', args, {
    json: { type: 'boolean' },
    timeline: { type: 'boolean' },
    seed: { type: 'string' },
  })
  if (positionals.length === 0) throw new UserError('Give at least one scenario file: unified-routing simulate FILE...')
  const seed = values.seed === undefined ? null : parseSeed(values.seed)
  const showsTimeline = values.timeline === true || positionals.length === 1
  const suite: Suite = { passed: 0, failed: 0, invalid: 0 }
  for (const file of positionals) {
    const loaded = await loadScenario(file)
    if (!loaded.ok) {
      suite.invalid++
      for (const problem of loaded.problems) printError(`${file}: ${problem}`)
      continue
    }
    const scenario = seed === null ? loaded.scenario : { ...loaded.scenario, seed }
    const passed =
      values.json === true ? await runForPrograms(scenario) : runForPeople({ file, scenario, showsTimeline })
    suite[passed ? 'passed' : 'failed']++
  }
  const summary = `${suite.passed} passed, ${suite.failed + suite.invalid} failed`
  if (values.json === true) printError(summary)
  else printLine(summary)
  if (suite.invalid > 0) return exitCodes.invalid
  return suite.failed > 0 ? exitCodes.negative : exitCodes.done
}

async function runForPrograms(scenario: LoadedScenario): Promise<boolean> {
  const timeline = new JsonTimeline()
  const result = simulateScenario(scenario, { onEvent: (event) => timeline.add(event) })
  await printPieces(jsonPieces(result, timeline))
  return result.passed
}

interface PeopleRun {
  readonly file: string
  readonly scenario: LoadedScenario
  readonly showsTimeline: boolean
}

function runForPeople({ file, scenario, showsTimeline }: PeopleRun): boolean {
  if (showsTimeline) return printReadably(scenario, file)
  const result = simulateScenario(scenario)
  printLine(`${result.passed ? '✓' : '✗'} ${result.scenario} (${file})`)
  printFailures(result.failures)
  return result.passed
}

function parseSeed(text: string): number {
  const seed = Number(text)
  if (Number.isSafeInteger(seed)) return seed
  throw new UserError(`--seed takes a whole number, not '${text}'.`)
}
