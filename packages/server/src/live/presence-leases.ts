import { randomUUID } from 'node:crypto'
import type { FastifyBaseLogger } from 'fastify'
import type { Engine } from '../engine/engine.ts'

/** A page that reloads is back before this; only then does the representative count as gone. */
const RELOAD_MS = 2_000
/** After a restart of the server, browsers have this long to come back. */
const RESTART_MS = 10_000
const CHECK_MS = 500

export interface PresenceLeases {
  /** Keeps a representative connected until the answer is called, once. */
  hold(representative: string): () => void
  stop(): void
}

export interface LeaseMemory {
  add(representative: string): Promise<void>
  remove(representative: string): Promise<void>
  list(): Promise<readonly string[]>
}

interface Lease {
  streams: number
  /** When the representative counts as gone, while there is no stream. */
  endsAt: number
  /** Whether routing has been told that they are there. */
  isTold: boolean
}

interface LeaseOptions {
  readonly engine: Engine
  readonly memory: LeaseMemory
  readonly now: () => number
  readonly log: FastifyBaseLogger
  readonly reloadMs?: number
  readonly restartMs?: number
}

/** Ties representatives to their open streams: the first one reconnects them, the end of the last one disconnects them.
 *
 * Leases are remembered in the database: after a restart, those who do not come back are disconnected too. */
export function createPresenceLeases(options: LeaseOptions): PresenceLeases {
  const { engine, memory, now, log, reloadMs = RELOAD_MS, restartMs = RESTART_MS } = options
  const leases = new Map<string, Lease>()
  let wasLeader = false
  let checking: Promise<void> = Promise.resolve()

  async function submit(type: 'reconnect' | 'disconnect', representative: string): Promise<void> {
    const actor = { kind: 'system', name: null } as const
    await engine.submit({
      operation: { type: 'command', command: { type, actor, representative } },
      actor,
      idempotencyKey: null,
      requestHash: null,
      requestId: randomUUID(),
    })
  }

  /** A new leader takes over what the one before knew: nobody was told of the streams here, others may be gone. */
  async function takeOver(): Promise<void> {
    for (const lease of leases.values()) lease.isTold = false
    for (const representative of await memory.list())
      if (!leases.has(representative))
        leases.set(representative, { streams: 0, endsAt: now() + restartMs, isTold: true })
  }

  async function settle(representative: string, lease: Lease): Promise<void> {
    if (lease.streams > 0 && !lease.isTold) {
      lease.isTold = true
      await memory.add(representative)
      await submit('reconnect', representative)
    } else if (lease.streams === 0 && lease.endsAt <= now()) {
      await submit('disconnect', representative)
      if (lease.streams > 0) return
      leases.delete(representative)
      await memory.remove(representative)
    }
  }

  async function check(): Promise<void> {
    const isLeader = engine.role() === 'leader'
    if (isLeader && !wasLeader) await takeOver()
    wasLeader = isLeader
    if (!isLeader) return
    for (const [representative, lease] of leases) {
      await settle(representative, lease).catch((error: unknown) => {
        lease.isTold = false
        log.warn({ event: 'presence.untold', representative, err: error }, 'presence not told to routing; trying again')
      })
    }
  }

  const checkSoon = () => {
    checking = checking.then(check).catch((error: unknown) => {
      wasLeader = false
      log.warn({ event: 'presence.checkFailed', err: error }, 'presence check failed; trying again')
    })
  }
  const timer = setInterval(checkSoon, CHECK_MS)
  timer.unref()

  return {
    hold(representative) {
      const lease = leases.get(representative) ?? { streams: 0, endsAt: 0, isTold: false }
      // Whoever may already count as disconnected must be told again.
      if (lease.streams === 0) lease.isTold = false
      lease.streams++
      leases.set(representative, lease)
      checkSoon()
      return () => {
        lease.streams--
        if (lease.streams === 0) lease.endsAt = now() + reloadMs
      }
    },
    stop: () => clearInterval(timer),
  }
}
