import { computeCalendars, zoneProblems } from '@unified-routing/contract'
import { type Configuration, checkConfiguration, validateConfiguration } from '@unified-routing/routing'
import { type Command, type ExitCode, exitCodes, UserError } from '../command.ts'
import { countFindings, printFindings } from '../findings.ts'
import { oneFile, parseFlags } from '../parse-flags.ts'
import { printLine } from '../print.ts'
import { readConfiguration } from '../read-configuration.ts'

/** A year and a bit: hours that do not open within it never do. */
const HORIZON_MS = 400 * 24 * 60 * 60 * 1_000

export const check: Command = {
  name: 'check',
  summary: 'find what is legal in a configuration document but wrong',
  help: `Usage: unified-routing check [--json] FILE

Looks in a configuration document for what is legal but probably wrong: rules that never apply, queues that nothing
reaches or nobody serves, skills and capacity that nobody has, overflow in circles, hours that never open, and more.
Each finding names its place and the remedy. It needs no server.

  --json          one JSON object: file, findings

Ends with 0 when there is nothing but suggestions, with 1 when there is an error or a warning, with 2 when the file
cannot be read or is not a valid document.`,
  run: runCheck,
}

async function runCheck(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseFlags('check', args, { json: { type: 'boolean' } })
  const file = oneFile('check', positionals)
  const configuration = await readValidConfiguration(file)
  const now = Date.now()
  const findings = checkConfiguration(configuration, computeCalendars(configuration, now, now + HORIZON_MS))
  if (values.json === true) printLine(JSON.stringify({ file, findings }))
  else {
    printFindings(findings)
    printLine(findings.length === 0 ? 'No findings.' : countFindings(findings))
  }
  return findings.some(({ severity }) => severity !== 'suggestion') ? exitCodes.negative : exitCodes.done
}

async function readValidConfiguration(file: string): Promise<Configuration> {
  const validation = validateConfiguration(await readConfiguration(file))
  const problems = validation.ok ? zoneProblems(validation.configuration) : validation.problems
  if (validation.ok && problems.length === 0) return validation.configuration
  throw new UserError(problems.map(({ path, message }) => `${file}: ${path}: ${message}`).join('\n'))
}
