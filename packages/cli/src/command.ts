/** Codes that the process ends with. */
export const exitCodes = { done: 0, negative: 1, invalid: 2 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** One command of the command line. */
export interface Command {
  readonly name: string
  /** Half a line, for the list of commands. */
  readonly summary: string
  readonly help: string
  run(args: readonly string[]): Promise<ExitCode>
}

/** Something the person at the terminal can put right: shown as it is, without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError'
}
