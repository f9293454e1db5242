import type { FastifyBaseLogger } from 'fastify'
import type { Caller } from '../auth/caller.ts'
import type { Services } from '../http/services.ts'
import type { LiveStream } from './live-stream.ts'

/** Streams whose callers are looked up at the same time, so that requests find the database free, too. */
const CHECKED_AT_ONCE = 4
/** A stream whose caller could not be looked up so often in a row ends; its reader comes back when the database does. */
const CHECKS_MISSED_MAX = 5

export interface CheckedStream {
  /** Who opened it. */
  readonly caller: Caller
  /** The caller as they are now; null once they have signed out. */
  readonly authenticate: () => Promise<Caller | null>
}

export interface StreamChecks {
  /** Looks at all of them: other servers may have changed something. */
  all(): void
  stop(): void
}

interface StreamChecksOptions {
  readonly streams: ReadonlyMap<LiveStream, CheckedStream>
  readonly services: Pick<Services, 'authentication' | 'engine' | 'onHolderChanged'>
  readonly log: FastifyBaseLogger
}

/** Sees that live streams tell only what their callers may hear now, and nothing to whoever has signed out: at once when
 * an account, a key or the configuration, which says who has which role, is changed here. */
export function createStreamChecks({ streams, services, log }: StreamChecksOptions): StreamChecks {
  const missed = new WeakMap<LiveStream, number>()

  async function check(stream: LiveStream, { authenticate, caller }: CheckedStream): Promise<void> {
    const present = await authenticate()
    missed.delete(stream)
    if (present === null || present.key !== caller.key) stream.close()
    else stream.caller = present
  }
  /** Without its database a server commits nothing that could be told, so its streams may stay for a while. */
  function miss(stream: LiveStream, error: unknown): void {
    const times = (missed.get(stream) ?? 0) + 1
    missed.set(stream, times)
    if (times < CHECKS_MISSED_MAX) return
    log.warn({ event: 'live.unchecked', err: error }, 'a live stream ended because its caller could not be looked up')
    stream.close()
  }
  function begin(isMeant: (caller: Caller) => boolean): void {
    const meant = [...streams].filter(([{ caller }]) => isMeant(caller)).values()
    async function work(): Promise<void> {
      for (const [stream, checked] of meant)
        if (!stream.isClosed()) await check(stream, checked).catch((error: unknown) => miss(stream, error))
    }
    for (let worker = 0; worker < CHECKED_AT_ONCE; worker++) void work()
  }
  const all = () => begin(() => true)
  const { authentication, engine, onHolderChanged } = services
  let { version } = engine.configuration()
  const stops = [
    onHolderChanged((accountId) => begin(({ account }) => accountId === null || account.id === accountId)),
    engine.onCommitted(() => {
      const present = engine.configuration().version
      if (present === version) return
      version = present
      // Before anything more is told: on a server that follows, this may be the first event since.
      for (const stream of streams.keys()) stream.caller = authentication.inForce(stream.caller)
      all()
    }),
  ]
  return {
    all,
    stop: () => {
      for (const stop of stops) stop()
    },
  }
}
