import { apiKeyHeader } from '@unified-routing/contract'
import { ApiError, errorOfReply } from './api-error.ts'
import { SessionCookie } from './session-cookie.ts'

const ATTEMPTS_MAX = 5
const ATTEMPT_TIMEOUT_MS = 30_000
const BACK_OFF_FIRST_MS = 200
const BACK_OFF_MAX_MS = 5_000
/** A server that asks for more patience than this gets its error shown instead. */
const RETRY_AFTER_MAX_MS = 30_000
/** Added to what a server asks for, at most: those it sent away together shall not come back together. */
const RETRY_AFTER_SPREAD = 0.25

export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** Time and chance of the client, so that tests own them. */
export interface Clock {
  readonly sleep: (ms: number, signal: AbortSignal | undefined) => Promise<void>
  readonly random: () => number
}

export interface TransportOptions {
  /** Where the server is, "http://localhost:3000"; empty in a browser: where the page came from. */
  readonly baseUrl: string
  readonly fetch?: Fetch
  readonly apiKey?: string
  /** Ends every call of this client, the waits between attempts included. */
  readonly signal?: AbortSignal
  readonly clock?: Clock
}

export interface TransportRequest {
  readonly method: string
  /** With the query string. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON, or as it is when it is a file's bytes; undefined: no body. */
  readonly body?: unknown
  readonly signal?: AbortSignal | undefined
  /** Whether it does no harm to send it a second time. */
  readonly mayRepeat: boolean
  /** False for streams: they last as long as they last. */
  readonly hasTimeout?: boolean
}

/** Sends requests to one server: authentication, time-outs, retries with back-off.
 *
 * Limits: 5 attempts of 30 s; waits of 0.2 to 5 s between them, or what `Retry-After` asks for and up to
 *         a quarter more, at most 30 s.
 * Errors: ApiError, for every reply that is not a 2xx and for servers that cannot be reached. */
export class Transport {
  readonly #options: TransportOptions
  readonly #fetch: Fetch
  readonly #clock: Clock
  readonly #cookie = new SessionCookie()

  constructor(options: TransportOptions) {
    this.#options = { ...options, baseUrl: options.baseUrl.replace(/\/+$/, '') }
    this.#fetch = options.fetch ?? ((url, init) => fetch(url, init))
    this.#clock = options.clock ?? systemClock
  }

  async send(request: TransportRequest): Promise<Response> {
    const cancelled = anySignal([request.signal, this.#options.signal])
    for (let attempt = 1; ; attempt++) {
      const outcome = await this.#attempt(request, cancelled)
      if (outcome instanceof Response && outcome.ok) return outcome
      const error = outcome instanceof Response ? await errorOfReply(outcome) : outcome
      if (attempt === ATTEMPTS_MAX || !request.mayRepeat || !error.isTransient) throw error
      const waitMs = this.#waitMs(attempt, outcome)
      if (waitMs > RETRY_AFTER_MAX_MS) throw error
      await this.#clock.sleep(waitMs, cancelled)
    }
  }

  /** Rejects only when the call was cancelled. */
  async #attempt(request: TransportRequest, cancelled: AbortSignal | undefined): Promise<Response | ApiError> {
    const timeout = request.hasTimeout === false ? undefined : AbortSignal.timeout(ATTEMPT_TIMEOUT_MS)
    try {
      const reply = await this.#fetch(`${this.#options.baseUrl}${request.path}`, {
        method: request.method,
        headers: this.#headers(request),
        credentials: 'same-origin',
        signal: anySignal([cancelled, timeout]) ?? null,
        ...(request.body === undefined ? {} : { body: bodyOf(request.body) }),
      })
      this.#cookie.remember(reply)
      return reply
    } catch (cause) {
      if (cancelled?.aborted) throw cause
      const where = this.#options.baseUrl === '' ? 'The server' : this.#options.baseUrl
      return new ApiError({ status: 0, code: 'unreachable', message: `${where} cannot be reached.`, cause })
    }
  }

  #headers(request: TransportRequest): Record<string, string> {
    const { apiKey, baseUrl } = this.#options
    return {
      accept: 'application/json',
      ...(request.body === undefined ? {} : { 'content-type': contentTypeOf(request.body) }),
      ...(apiKey === undefined ? this.#sessionHeaders(baseUrl) : { [apiKeyHeader]: apiKey }),
      ...request.headers,
    }
  }

  /** Sessions are for pages of the server itself; a browser says so on its own, Node has to be told. */
  #sessionHeaders(baseUrl: string): Record<string, string> {
    return { ...(baseUrl === '' ? {} : { origin: new URL(baseUrl).origin }), ...this.#cookie.headers() }
  }

  #waitMs(attempt: number, outcome: Response | ApiError): number {
    const seconds = outcome instanceof Response ? Number(outcome.headers.get('retry-after') ?? Number.NaN) : Number.NaN
    if (Number.isFinite(seconds) && seconds >= 0)
      return Math.round(seconds * 1_000 * (1 + this.#clock.random() * RETRY_AFTER_SPREAD))
    return backOffMs(attempt, this.#clock.random)
  }
}

function bodyOf(body: unknown): string | Uint8Array<ArrayBuffer> {
  // A copy: fetch takes no shared memory.
  return body instanceof Uint8Array ? Uint8Array.from(body) : JSON.stringify(body)
}

function contentTypeOf(body: unknown): string {
  return body instanceof Uint8Array ? 'application/octet-stream' : 'application/json'
}

/** The wait before the next attempt: twice as long each time, and never the same for two clients. */
export function backOffMs(attempt: number, random: () => number): number {
  const longest = Math.min(BACK_OFF_MAX_MS, BACK_OFF_FIRST_MS * 2 ** (attempt - 1))
  return Math.round(longest * (0.5 + random() / 2))
}

function anySignal(signals: readonly (AbortSignal | undefined)[]): AbortSignal | undefined {
  const given = signals.filter((signal) => signal !== undefined)
  return given.length === 0 ? undefined : AbortSignal.any(given)
}

export const systemClock: Clock = { sleep, random: Math.random }

/** Waits; rejects at once when the signal says that nobody waits for it any more. */
function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
}
