import type { FastifyInstance } from 'fastify'
import type { OpenTrace, Tracing } from '../telemetry/tracing.ts'
import { readTraceParent } from './request-id.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Null: nobody traces this request. */
    trace: OpenTrace | null
  }
}

/** Never over while somebody listens, so there is no end to show. */
const UNENDED = 'live'

/** Gives each request of an operation its trace, from its arrival to the end of its reply. Nothing of it runs while
 * tracing is off. */
export function traceRequests(server: FastifyInstance, tracing: Tracing | null): void {
  server.decorateRequest('trace', null)
  if (tracing === null) return
  server.addHook('onRequest', async (request) => {
    const { config, url: route } = request.routeOptions
    if (route === undefined || config.operation?.id === UNENDED || request.ws) return
    request.trace = tracing.startRequest({
      method: request.method,
      route,
      operation: config.operation?.id ?? null,
      requestId: request.id,
      parent: readTraceParent(request.headers),
    })
  })
  server.addHook('onResponse', async (request, reply) => request.trace?.end(reply.statusCode))
}
