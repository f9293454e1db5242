import type { FastifyBaseLogger } from 'fastify'
import { RecentMap } from '../../recent-map.ts'

const SWEEP_MS = 20_000
/** A customer whom no server has seen for so long is gone: whoever held the stream has been restarted. */
const SILENT_MS = 60_000

/** What the store keeps of connected customers. */
export interface KeptStreams {
  keep(conversations: readonly string[], at: number): Promise<void>
  forget(conversation: string): Promise<void>
  silent(before: number): Promise<readonly string[]>
}

/** How often it is written down that a customer without a stream is there. */
const NOTE_EVERY_MS = 15_000
/** Customers without a stream whose last note is remembered; beyond them the oldest is noted once more than needed. */
const NOTED_MAX = 20_000

/** Customers who ask now and then and hold no stream. */
export class Sightings {
  readonly #options: Pick<MemoryOptions, 'kept' | 'now' | 'log'>
  readonly #noted = new RecentMap<string, number>(NOTED_MAX)

  constructor(options: Pick<MemoryOptions, 'kept' | 'now' | 'log'>) {
    this.#options = options
  }

  note(conversation: string): void {
    const { kept, now, log } = this.#options
    const at = now()
    if (at - (this.#noted.get(conversation) ?? Number.NEGATIVE_INFINITY) < NOTE_EVERY_MS) return
    this.#noted.set(conversation, at)
    kept.keep([conversation], at).catch((error: unknown) => {
      this.#noted.delete(conversation)
      log.warn({ event: 'directLine.notNoted', err: error }, 'that a customer is there was not noted')
    })
  }
}

interface MemoryOptions {
  readonly kept: KeptStreams
  readonly now: () => number
  readonly log: FastifyBaseLogger
  /** Conversations with a stream here. */
  readonly open: () => readonly string[]
  readonly isGone: (conversation: string) => Promise<void>
  readonly sweepMs?: number
}

/** Notices customers who were connected when their server ended, and did not come back.
 *
 * Each server says now and then whom it holds, in one statement; whoever nobody has spoken of for a minute has left. */
export function rememberStreams(options: MemoryOptions): () => void {
  const { kept, now, log, open, isGone, sweepMs = SWEEP_MS } = options

  async function sweep(): Promise<void> {
    const here = open()
    await kept.keep(here, now())
    const held = new Set(here)
    for (const conversation of await kept.silent(now() - SILENT_MS)) {
      if (held.has(conversation)) continue
      await isGone(conversation)
      await kept.forget(conversation)
    }
  }
  const timer = setInterval(() => {
    sweep().catch((error: unknown) => {
      // A server that does not route cannot tell routing; the one that does finds them too.
      log.debug({ event: 'directLine.notSwept', err: error }, 'silent customers are looked for again')
    })
  }, sweepMs)
  timer.unref()
  return () => clearInterval(timer)
}
