import { backUp, readConfig, StartupError } from '@unified-routing/server'
import { type ExitCode, exitCodes } from '../command.ts'
import { printError, printLine } from '../print.ts'

const BYTES_PER_MEGABYTE = 1_000_000

/** Backs the data of an installation up; what is in the way is one sentence on standard error. */
export async function copyInstallation(flags: { data?: string | undefined; to: string }): Promise<ExitCode> {
  try {
    const { data } = readConfig({ data: flags.data })
    const { to, bytes } = await backUp({ data, to: flags.to })
    printLine(`${data} is copied to ${to} (${Math.ceil(bytes / BYTES_PER_MEGABYTE)} MB).`)
    return exitCodes.done
  } catch (error) {
    if (!(error instanceof StartupError)) throw error
    printError(error.message)
    return exitCodes.negative
  }
}
