import { type DestinationStream, type Logger, pino } from 'pino'

/** Never in a log, wherever they turn up. */
const secrets = ['password', 'key', 'secret', 'secrets', 'token', 'cookie', 'authorization', 'email', 'text', 'values']
/** PostgreSQL quotes there what it stumbled over. */
const quotations = ['err.detail', 'err.where']

/** The log: one JSON object a line on standard error, so that standard output stays for people. */
export function createLog(level: string, destination: DestinationStream = pino.destination(2)): Logger {
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
