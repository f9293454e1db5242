import { format } from 'node:util'
import type { Logger } from 'pino'

type Says = (...said: readonly unknown[]) => void

/** Of a console: the words of its methods that write. */
export interface Talker {
  error: Says
  warn: Says
  info: Says
  log: Says
  debug: Says
}

/** Makes what libraries write to the console lines of the log, which else would hold lines that are no JSON: better-auth
 * prints what PostgreSQL answers when it does not answer well. */
export function sendConsoleToLog(log: Logger, talker: Talker = console): void {
  const say: Says = (...said) => {
    const err = said.find((one) => one instanceof Error)
    log.warn(
      { event: 'library.said', ...(err === undefined ? { said: format(...said) } : { err }) },
      'a library wrote to the console',
    )
  }
  for (const word of ['error', 'warn', 'info', 'log', 'debug'] as const) talker[word] = say
}
