import { AsyncLocalStorage } from 'node:async_hooks'
import type { FastifyInstance, FastifyRequest } from 'fastify'

const current = new AsyncLocalStorage<FastifyRequest>()

/** Lets what handlers of this server call know which request it is for, where handing that on would be in the way. */
export function rememberCurrentRequest(server: FastifyInstance): void {
  // After the body was read: what reads it ends outside of what began it.
  server.addHook('preHandler', (request, _reply, done) => current.run(request, done))
}

/** Null: it is done for no request, as when a connection is gone. */
export function currentRequest(): FastifyRequest | null {
  return current.getStore() ?? null
}
