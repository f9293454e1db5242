import { BULK_ITEMS_MAX, operations } from '@unified-routing/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { overloaded } from '../limit-load.ts'

/** Operations of all bulk calls under way. */
const AT_ONCE_MAX = 10_000

/** Makes each operation of a bulk call count as a request: of its caller in a minute, and of all that are under way. The
 * call itself has been counted as one.
 *
 * `spend` counts so many requests of a caller more, or fails as `limited` and counts none.
 * Limits: 10,000 operations of bulk calls under way; beyond them `unavailable`, before anything is read for them. */
export function limitBulk(
  server: FastifyInstance,
  spend: (request: FastifyRequest, count: number) => Promise<void>,
): void {
  let underWay = 0
  server.addHook('onRoute', (route) => {
    if (route.config?.operation?.id !== operations.runInBulk.id) return
    route.preHandler = async (request, reply) => {
      const size = sizeOf(request.body)
      if (underWay + size > AT_ONCE_MAX) throw overloaded
      // Counted before anything is waited for, so that calls that come together see each other.
      underWay += size
      reply.raw.once('close', () => {
        underWay -= size
      })
      if (size > 1) await spend(request, size - 1)
    }
  })
}

/** What is longer will be refused. */
function sizeOf(body: unknown): number {
  if (typeof body !== 'object' || body === null || !('operations' in body)) return 0
  return Array.isArray(body.operations) ? Math.min(body.operations.length, BULK_ITEMS_MAX) : 0
}
