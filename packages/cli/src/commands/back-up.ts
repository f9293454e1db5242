import { type Command, type ExitCode, UserError } from '../command.ts'
import { parseFlags } from '../parse-flags.ts'

const help = `Usage: unified-routing backup FOLDER [--data FOLDER]

Copies everything that an installation with its own PostgreSQL keeps into a new folder, while it runs or while it does
not. The copy is a data folder: to restore it, stop the server, put a copy of it in the place of the old one, and start.

  --data FOLDER   the data folder of the installation; default UR_DATA, else ./data`

export const backUp: Command = { name: 'backup', summary: 'copy the data of a running server', help, run: runBackUp }

async function runBackUp(args: readonly string[]): Promise<ExitCode> {
  const { values, positionals } = parseFlags('backup', args, { data: { type: 'string' } })
  const [to] = positionals
  if (to === undefined || positionals.length > 1)
    throw new UserError('Give one new folder for the copy: unified-routing backup FOLDER')
  // Loaded only now, as for start.
  const { copyInstallation } = await import('../start/copy-installation.ts')
  return copyInstallation({ data: values.data, to })
}
