import type { FastifyBaseLogger } from 'fastify'

const SWEEP_MS = 20_000
/** A customer whom no server has seen for so long is gone: whoever held the stream has been restarted. */
const SILENT_MS = 60_000

/** What the store keeps of connected customers. */
export interface KeptStreams {
  keep(conversations: readonly string[], at: number): Promise<void>
  forget(conversation: string): Promise<void>
  silent(before: number): Promise<readonly string[]>
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
