import type { FastifyBaseLogger } from 'fastify'
import { pino } from 'pino'

type Bindings = Parameters<FastifyBaseLogger['child']>[0]
type Options = Parameters<FastifyBaseLogger['child']>[1]
type Line = readonly [details: unknown, message?: string, ...values: unknown[]]
type Level = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace'

/** The log of one request. Most requests have nothing to say, so what their lines begin with, as the request's id, is only
 * made for the first one. */
export class RequestLog implements FastifyBaseLogger {
  level: string
  readonly #log: FastifyBaseLogger
  readonly #bindings: Bindings
  readonly #options: Options
  #own: FastifyBaseLogger | null = null

  constructor(log: FastifyBaseLogger, bindings: Bindings, options?: Options) {
    this.level = options?.level ?? log.level
    this.#log = log
    this.#bindings = bindings
    this.#options = options
  }

  fatal(...line: Line): void {
    this.#write('fatal', line)
  }

  error(...line: Line): void {
    this.#write('error', line)
  }

  warn(...line: Line): void {
    this.#write('warn', line)
  }

  info(...line: Line): void {
    this.#write('info', line)
  }

  debug(...line: Line): void {
    this.#write('debug', line)
  }

  trace(...line: Line): void {
    this.#write('trace', line)
  }

  silent(): void {
    // The level that is never written.
  }

  child(bindings: Bindings, options?: Options): FastifyBaseLogger {
    return this.#made().child(bindings, options)
  }

  #made(): FastifyBaseLogger {
    this.#own ??= this.#log.child(this.#bindings, this.#options)
    return this.#own
  }

  #write(level: Level, [details, message, ...values]: Line): void {
    const { [level]: weight = 0, [this.level]: least = Number.POSITIVE_INFINITY } = pino.levels.values
    if (weight >= least) this.#made()[level](details, message, ...values)
  }
}
