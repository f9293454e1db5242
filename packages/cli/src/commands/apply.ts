import { type Command, type ExitCode, exitCodes, UserError } from '../command.ts'
import { printFindings } from '../findings.ts'
import { oneFile, parseFlags } from '../parse-flags.ts'
import { printPlan } from '../plan.ts'
import { printLine } from '../print.ts'
import { readConfiguration } from '../read-configuration.ts'
import { connect, explainFailures, serverFlags, serverHelp } from '../server-access.ts'

export const apply: Command = {
  name: 'apply',
  summary: 'make a configuration document the configuration of a server',
  help: `Usage: unified-routing apply [flags] FILE

Replaces the configuration of a server by the document in FILE, all or nothing, and says what has changed.
What is legal but probably wrong is printed as a warning and applied all the same; unified-routing check tells more.

${serverHelp}`,
  run: runApply,
}

async function runApply(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseFlags('apply', args, serverFlags)
  const file = oneFile('apply', positionals)
  const document = await readConfiguration(file)
  const client = await connect(values)
  const { version } = await explainFailures(client.configuration.read())
  const check = await explainFailures(client.configuration.validate(document))
  if (!check.ok)
    throw new UserError(check.problems.map(({ path, message }) => `${file}: ${path}: ${message}`).join('\n'))
  printFindings(check.findings.filter(({ severity }) => severity !== 'suggestion'))
  if (check.plan.length === 0) {
    printLine('Nothing to change.')
    return exitCodes.done
  }
  const replaced = await explainFailures(client.configuration.replace(document, version))
  printPlan(check.plan)
  printLine(`Applied as version ${replaced.version}.`)
  return exitCodes.done
}
