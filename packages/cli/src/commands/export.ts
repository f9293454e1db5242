import { stringify } from 'yaml'
import { type Command, type ExitCode, exitCodes, UserError } from '../command.ts'
import { parseFlags } from '../parse-flags.ts'
import { printPieces } from '../print.ts'
import { connect, explainFailures, serverFlags, serverHelp } from '../server-access.ts'

const LINE_WIDTH = 120

export const exportConfiguration: Command = {
  name: 'export',
  summary: 'print the configuration of a server as a document',
  help: `Usage: unified-routing export [--json] [flags] > FILE

Prints the configuration of a server as YAML, ready for apply, diff and simulate.

  --json          as JSON
${serverHelp}`,
  run: runExport,
}

async function runExport(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseFlags('export', args, { ...serverFlags, json: { type: 'boolean' } })
  if (positionals.length > 0)
    throw new UserError('export takes no file; send its output to one: unified-routing export > FILE')
  const client = await connect(values)
  const { document } = await explainFailures(client.configuration.read())
  const text =
    values.json === true ? `${JSON.stringify(document, null, 2)}\n` : stringify(document, { lineWidth: LINE_WIDTH })
  await printPieces([text])
  return exitCodes.done
}
