import type { FastifyInstance } from 'fastify'
import type { ServerMetrics } from '../telemetry/server-metrics.ts'

const MS_PER_SECOND = 1_000

export type RequestMetrics = ServerMetrics['requests']

/** Counts and times every request by its operation; what is no operation (pages, unknown paths) is one of its own. */
export function measureRequests(server: FastifyInstance, requests: RequestMetrics): void {
  server.addHook('onResponse', (request, reply, done) => {
    const operation = request.routeOptions.config.operation?.id ?? 'other'
    const { statusCode: status, elapsedTime: ms } = reply
    requests.observe({ operation, status: String(status) }, ms / MS_PER_SECOND)
    request.log.debug({ event: 'request.answered', operation, status, ms: Math.round(ms) }, 'request answered')
    done()
  })
}
