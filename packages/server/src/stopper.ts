import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'

/** Whatever does not stop within this is left to the end of the process. */
const STEP_MS = 4_000

interface Step {
  readonly name: string
  readonly stop: () => Promise<void>
}

interface StopperOptions {
  readonly log: Logger
  readonly stopOnSignals: boolean
}

export interface Stopper {
  /** What is added last stops first. */
  add(name: string, stop: () => Promise<void>): void
  /** Stops everything, once; whoever asks again waits for the same end. */
  stop(): Promise<void>
  /** Whether a signal came. */
  wasSignalled(): boolean
  /** Stops everything because of a failure. */
  readonly fail: (error: Error) => void
  /** Resolves when everything has stopped: with the failure, if that was why. */
  readonly ended: Promise<Error | null>
}

/** Stops the parts of a server in order, each within its time. */
export function createStopper({ log, stopOnSignals }: StopperOptions): Stopper {
  const steps: Step[] = []
  const { promise: ended, resolve: settle } = Promise.withResolvers<Error | null>()
  let stopping: Promise<void> | null = null
  let signalled = false

  async function stopAll(reason: Error | null): Promise<void> {
    for (let step = steps.pop(); step !== undefined; step = steps.pop()) await stopStep(step, log)
    for (const signal of signals) process.off(signal, onSignal)
    log.info({ event: 'server.stopped' }, 'server stopped')
    settle(reason)
  }
  function begin(reason: Error | null): Promise<void> {
    stopping ??= stopAll(reason)
    return stopping
  }
  function onSignal(signal: NodeJS.Signals): void {
    if (stopping !== null) process.exit(FORCED_EXIT_CODE)
    signalled = true
    log.info({ event: 'server.stopping', signal }, 'server stopping')
    void begin(null)
  }
  if (stopOnSignals) for (const signal of signals) process.on(signal, onSignal)

  return {
    add: (name, stop) => {
      // A signal came while we were still starting: what is late to start stops at once.
      if (stopping === null) steps.push({ name, stop })
      else void stopStep({ name, stop }, log)
    },
    stop: () => begin(null),
    wasSignalled: () => signalled,
    fail: (error) => {
      log.error({ event: 'server.failed', err: error }, 'server failed')
      void begin(error)
    },
    ended,
  }
}

const signals = ['SIGINT', 'SIGTERM'] as const
const FORCED_EXIT_CODE = 130

async function stopStep({ name, stop }: Step, log: Logger): Promise<void> {
  const timeout = new AbortController()
  const late = delay(STEP_MS, 'late', { signal: timeout.signal }).catch(() => 'done')
  try {
    const outcome = await Promise.race([stop(), late])
    if (outcome === 'late') log.warn({ event: 'server.stopLate', part: name }, 'part did not stop in time')
  } catch (error) {
    log.warn({ event: 'server.stopFailed', part: name, err: error }, 'part did not stop cleanly')
  } finally {
    timeout.abort()
  }
}
