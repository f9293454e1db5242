import { type Command, type ExitCode, exitCodes, UserError } from '../command.ts'
import { oneFile, parseFlags } from '../parse-flags.ts'
import { printPlan } from '../plan.ts'
import { printLine } from '../print.ts'
import { readConfiguration } from '../read-configuration.ts'
import { connect, explainFailures, serverFlags, serverHelp } from '../server-access.ts'

export const diff: Command = {
  name: 'diff',
  summary: 'show what apply would change',
  help: `Usage: unified-routing diff [flags] FILE

Compares the document in FILE with the configuration of a server and changes nothing.
Ends with 0 when they are the same, with 1 when they differ, with 2 when the document is invalid.

${serverHelp}`,
  run: runDiff,
}

async function runDiff(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseFlags('diff', args, serverFlags)
  const file = oneFile('diff', positionals)
  const document = await readConfiguration(file)
  const client = await connect(values)
  const check = await explainFailures(client.configuration.validate(document))
  if (!check.ok)
    throw new UserError(check.problems.map(({ path, message }) => `${file}: ${path}: ${message}`).join('\n'))
  if (check.plan.length === 0) {
    printLine('No differences.')
    return exitCodes.done
  }
  printPlan(check.plan)
  return exitCodes.negative
}
