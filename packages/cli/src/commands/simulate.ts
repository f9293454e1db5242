import { parseDuration } from '@unified-routing/routing'
import { type Command, type ExitCode, exitCodes, UserError } from '../command.ts'
import { parseFlags } from '../parse-flags.ts'
import { printError, printLine } from '../print.ts'
import { runSuite, type SuiteOptions } from '../simulate/run-suite.ts'
import { watchFiles } from '../simulate/watch-files.ts'

const THRESHOLD_DEFAULT = '20s'

const help = `Usage: unified-routing simulate [flags] FILE...

Runs scenario files on the production router with a virtual clock: no database, no network, no real time. One file shows
its timeline; several run as a suite and end with the line "N passed, N failed".

  --json                 one JSON object per file and line: scenario, passed, failures, timeline
  --timeline             show the timelines of a suite, too
  --seed NUMBER          another seed than the files name
  --watch                run again whenever one of the files is saved; Ctrl-C ends
  --report FILE.html     write a page with waits, service levels, occupancy and queue lengths as charts and tables
  --threshold DURATION   the wait that the report's service level allows; default ${THRESHOLD_DEFAULT}

Ends with 0 when every expectation held, with 1 when one did not, with 2 when a file cannot be read or is invalid.`

export const simulate: Command = {
  name: 'simulate',
  summary: 'run scenario files: configuration, timeline, expectations',
  help,
  run: runSimulate,
}

async function runSimulate(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseFlags('simulate', args, {
    json: { type: 'boolean' },
    timeline: { type: 'boolean' },
    seed: { type: 'string' },
    watch: { type: 'boolean' },
    report: { type: 'string' },
    threshold: { type: 'string' },
  })
  if (positionals.length === 0) throw new UserError('Give at least one scenario file: unified-routing simulate FILE...')
  const options: SuiteOptions = {
    isJson: values.json === true,
    showsTimelines: values.timeline === true || positionals.length === 1,
    seed: values.seed === undefined ? null : parseSeed(values.seed),
    report: values.report ?? null,
    thresholdMs: parseThreshold(values.threshold ?? THRESHOLD_DEFAULT),
  }
  if (options.report !== null && positionals.includes(options.report))
    throw new UserError(`--report would write over the scenario file ${options.report}; name another file.`)
  return values.watch === true ? runAgainAndAgain(positionals, options) : runSuite(positionals, options)
}

/** Ends with what the last run came to. */
async function runAgainAndAgain(files: readonly string[], options: SuiteOptions): Promise<ExitCode> {
  let last: ExitCode = exitCodes.done
  const say = options.isJson ? printError : printLine
  await watchFiles(files, async () => {
    last = await runSuite(files, options)
    say('Waiting for the next save; Ctrl-C ends.')
  })
  return last
}

function parseSeed(text: string): number {
  const seed = Number(text)
  if (Number.isSafeInteger(seed)) return seed
  throw new UserError(`--seed takes a whole number, not '${text}'.`)
}

function parseThreshold(text: string): number {
  const threshold = parseDuration(text)
  if (threshold !== null) return threshold
  throw new UserError(`--threshold takes a duration such as 20s or 2m, not '${text}'.`)
}
