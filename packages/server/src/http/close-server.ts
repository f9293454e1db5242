import type { FastifyInstance } from 'fastify'

/** Requests under way get this long; what is still open then is cut. */
const DRAIN_MS = 2_500
const SWEEP_MS = 50

/** Stops listening, lets requests finish, and hangs up on connections as soon as they are idle. */
export async function closeServer(server: FastifyInstance): Promise<void> {
  const sweep = setInterval(() => server.server.closeIdleConnections(), SWEEP_MS)
  const cut = setTimeout(() => server.server.closeAllConnections(), DRAIN_MS)
  try {
    await server.close()
  } finally {
    clearInterval(sweep)
    clearTimeout(cut)
  }
}
