import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'

/** Requests under way get this long; what is still open then is cut. */
const DRAIN_MS = 2_500
/** Nobody waits longer than this for connections that even cutting does not end. */
const GIVE_UP_MS = 500
const SWEEP_MS = 50

/** Stops listening, lets requests finish, and hangs up on connections as soon as they are idle. */
export async function closeServer(server: FastifyInstance): Promise<void> {
  const done = new AbortController()
  const sweep = setInterval(() => server.server.closeIdleConnections(), SWEEP_MS)
  const cut = setTimeout(() => server.server.closeAllConnections(), DRAIN_MS)
  try {
    await Promise.race([server.close(), delay(DRAIN_MS + GIVE_UP_MS, undefined, { signal: done.signal })])
  } finally {
    done.abort()
    clearInterval(sweep)
    clearTimeout(cut)
  }
}
