import { type DestinationStream, type Logger, pino } from 'pino'
import { createLogOutput, writeToStandardError } from './log-output.ts'

/** Never in a log, wherever they turn up. */
const secrets = ['password', 'key', 'secret', 'secrets', 'token', 'cookie', 'authorization', 'email', 'text', 'values']
/** PostgreSQL quotes there what it stumbled over. */
const quotations = ['err.detail', 'err.where']

/** The log: one JSON object a line on standard error, so that standard output stays for people. */
export function createLog(level: string, destination: DestinationStream = standardError()): Logger {
  return pino(
    {
      level,
      base: null,
      messageKey: 'message',
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: [...secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), ...quotations],
        censor: 'redacted',
      },
    },
    destination,
  )
}

/** Opened by whoever logs first. */
function standardError(): DestinationStream {
  const output = createLogOutput({
    write: writeToStandardError(),
    lostLine: (lines) =>
      `${JSON.stringify({ level: 'warn', time: new Date().toISOString(), event: 'log.lost', lines, message: 'lines of the log were lost: its reader or its disk did not take them' })}\n`,
  })
  process.once('exit', output.flush)
  return output
}
