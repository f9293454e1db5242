import { type Command, exitCodes, UserError } from './command.ts'
import { apply } from './commands/apply.ts'
import { backUp } from './commands/back-up.ts'
import { check } from './commands/check.ts'
import { diff } from './commands/diff.ts'
import { exportConfiguration } from './commands/export.ts'
import { simulate } from './commands/simulate.ts'
import { start } from './commands/start.ts'
import { printError, printLine } from './print.ts'

const commands: readonly Command[] = [start, backUp, check, apply, exportConfiguration, diff, simulate]

process.exitCode = await run(process.argv.slice(2))

async function run([name, ...args]: readonly string[]): Promise<number> {
  const command = commands.find((one) => one.name === (name === 'help' ? args[0] : name))
  if (command === undefined) return usage(name)
  if (name === 'help' || args.includes('--help') || args.includes('-h')) {
    printLine(command.help)
    return exitCodes.done
  }
  try {
    return await command.run(args)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    printError(error.message)
    return exitCodes.invalid
  }
}

function usage(name: string | undefined): number {
  const isAsked = name === undefined || name === 'help' || name === '--help' || name === '-h'
  if (!isAsked) printError(`There is no command '${name}'.`)
  const lines = commands.map((one) => `  ${one.name.padEnd(10)}${one.summary}`)
  const text = ['Usage: unified-routing COMMAND', '', ...lines, '', 'unified-routing COMMAND --help tells more.'].join(
    '\n',
  )
  if (isAsked) printLine(text)
  else printError(text)
  return name === undefined || !isAsked ? exitCodes.invalid : exitCodes.done
}
