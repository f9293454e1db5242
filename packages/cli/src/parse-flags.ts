import { type ParseArgsConfig, parseArgs } from 'node:util'
import { UserError } from './command.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** Reads flags and file names; a flag that does not exist is an error with the way to the help. */
export function parseFlags<const Known extends Options>(command: string, args: readonly string[], options: Known) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (cause) {
    const message = cause instanceof Error ? cause.message.split('. ')[0] : String(cause)
    throw new UserError(`${message}. See: unified-routing ${command} --help`)
  }
}

/** The one file that a command takes. */
export function oneFile(command: string, files: readonly string[]): string {
  const [file] = files
  if (file !== undefined && files.length === 1) return file
  throw new UserError(`Give one file: unified-routing ${command} FILE`)
}
