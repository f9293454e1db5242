import {
  type LiveEvent,
  type LiveSignal,
  liveEvent,
  liveHelloEvent,
  liveSignal,
  liveSignalEvent,
} from '@unified-routing/contract'
import { ApiError, parseJson } from './api-error.ts'
import { readEventStream, type StreamEvent } from './event-stream.ts'
import { backOffMs, type Clock, systemClock } from './transport.ts'

/** The server sends a comment every 15 s; after this long without a sign of life the stream counts as dead. */
const SILENCE_MAX_MS = 40_000
const NO_SUCH_PLACE = 400

export interface LiveSnapshot {
  /** `stale`: what is shown may be out of date; the session is trying to get back. `connecting` again: it cannot go on
   * where it was, and what was read before it is live is to be read anew. */
  readonly state: 'connecting' | 'live' | 'stale'
  /** Journal sequence of the last event seen; null before the first connection. */
  readonly lastSequence: number | null
  /** Why it is not live; null while it is, or before it has failed. */
  readonly error: ApiError | null
}

/** A live stream that reconnects by itself and neither skips nor repeats an event.
 *
 * Shape:  `subscribe` and `getSnapshot` fit useSyncExternalStore; events come to `onEvent`, in order, each once.
 *         Without the right to see anything (401, 403) it stops, as stale, until `start` is called again. */
export interface LiveSession {
  start(): void
  stop(): void
  subscribe(listener: () => void): () => void
  getSnapshot(): LiveSnapshot
  onEvent(listener: (event: LiveEvent) => void): () => void
  /** What passes by, such as that somebody types; what is missed stays missed. */
  onSignal(listener: (signal: LiveSignal) => void): () => void
}

export interface LiveSessionOptions {
  readonly open: (headers: Readonly<Record<string, string>>, signal: AbortSignal) => Promise<Response>
  readonly clock?: Clock
  readonly silenceMaxMs?: number
}

export function createLiveSession(options: LiveSessionOptions): LiveSession {
  const { open, clock = systemClock, silenceMaxMs = SILENCE_MAX_MS } = options
  const listeners = new Set<() => void>()
  const eventListeners = new Set<(event: LiveEvent) => void>()
  const signalListeners = new Set<(signal: LiveSignal) => void>()
  let snapshot: LiveSnapshot = { state: 'connecting', lastSequence: null, error: null }
  let running: AbortController | null = null

  function show(change: Partial<LiveSnapshot>): void {
    snapshot = { ...snapshot, ...change }
    for (const listener of listeners) listener()
  }

  function receive(event: StreamEvent): void {
    if (event.type === 'comment') return
    if (event.name === liveSignalEvent) return tell(signalListeners, liveSignal.safeParse(parseJson(event.data)))
    const sequence = Number(event.id ?? Number.NaN)
    if (!Number.isSafeInteger(sequence)) return
    if (event.name === liveHelloEvent) {
      show({ state: 'live', error: null, lastSequence: Math.max(sequence, snapshot.lastSequence ?? 0) })
      return
    }
    if (snapshot.lastSequence !== null && sequence <= snapshot.lastSequence) return
    show({ state: 'live', error: null, lastSequence: sequence })
    tell(eventListeners, liveEvent.safeParse(parseJson(event.data)))
  }

  async function connect(controller: AbortController): Promise<void> {
    const resume: Record<string, string> =
      snapshot.lastSequence === null ? {} : { 'last-event-id': String(snapshot.lastSequence) }
    const watchdog = new Watchdog(silenceMaxMs, () => controller.abort(new Error('The live stream fell silent.')))
    try {
      const reply = await open(resume, controller.signal)
      if (reply.body === null) return
      for await (const event of readEventStream(reply.body)) {
        watchdog.alive()
        receive(event)
      }
    } finally {
      watchdog.stop()
    }
  }

  async function run(session: AbortController): Promise<void> {
    for (let failures = 0; !session.signal.aborted; failures++) {
      const controller = new AbortController()
      const stop = () => controller.abort(session.signal.reason)
      session.signal.addEventListener('abort', stop, { once: true })
      const failure = await connect(controller).then(() => null, asApiError)
      session.signal.removeEventListener('abort', stop)
      if (session.signal.aborted) return
      if (snapshot.state === 'live') failures = 0
      show(brokenOff(snapshot.lastSequence, failure))
      if (failure !== null && (failure.status === 401 || failure.status === 403)) {
        if (running === session) running = null
        show({ state: 'stale' })
        return
      }
      await clock.sleep(backOffMs(failures + 1, clock.random), session.signal).catch(() => undefined)
    }
  }

  return {
    start() {
      if (running !== null) return
      running = new AbortController()
      void run(running)
    },
    stop() {
      if (running === null) return
      running.abort()
      running = null
      show({ state: 'stale' })
    },
    subscribe: (listener) => added(listeners, listener),
    getSnapshot: () => snapshot,
    onEvent: (listener) => added(eventListeners, listener),
    onSignal: (listener) => added(signalListeners, listener),
  }
}

/** What is known once a connection has ended. The journal may not have our place any more: then it was shortened, or
 * restored from before. */
function brokenOff(place: number | null, error: ApiError | null): LiveSnapshot {
  const lastSequence = error?.status === NO_SUCH_PLACE ? null : place
  return { state: lastSequence === null ? 'connecting' : 'stale', lastSequence, error }
}

/** What a newer server says that this client does not know is passed over; what comes after it still counts. */
function tell<Told>(
  listeners: ReadonlySet<(told: Told) => void>,
  parsed: { readonly success: true; readonly data: Told } | { readonly success: false },
): void {
  if (parsed.success) for (const listener of listeners) listener(parsed.data)
}

/** Calls back when there was no sign of life for too long. */
class Watchdog {
  readonly #silenceMaxMs: number
  readonly #onSilence: () => void
  #timer: ReturnType<typeof setTimeout>

  constructor(silenceMaxMs: number, onSilence: () => void) {
    this.#silenceMaxMs = silenceMaxMs
    this.#onSilence = onSilence
    this.#timer = setTimeout(onSilence, silenceMaxMs)
  }

  alive(): void {
    this.stop()
    this.#timer = setTimeout(this.#onSilence, this.#silenceMaxMs)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}

function added<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

function asApiError(cause: unknown): ApiError {
  if (cause instanceof ApiError) return cause
  return new ApiError({ status: 0, code: 'unreachable', message: 'The live stream broke off.', cause })
}
