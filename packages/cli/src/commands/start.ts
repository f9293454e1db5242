import { type Command, type ExitCode, exitCodes } from '../command.ts'

export const start: Command = {
  name: 'start',
  summary: 'start the server',
  help: '',
  run: async (): Promise<ExitCode> => exitCodes.done,
}
