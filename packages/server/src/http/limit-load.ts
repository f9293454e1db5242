import type { ServerResponse } from 'node:http'
import { AppError } from '@unified-routing/contract'
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from 'fastify'
import { createPlaces } from './places.ts'

const MEBIBYTE = 1024 * 1024
/** Of the bodies of all requests under way. */
const BODY_BYTES_MAX = 256 * MEBIBYTE
/** Of connections, streams included: 10,000 live streams, 20,000 of customers, and requests. */
const CONNECTIONS_MAX = 40_000
const RETRY_AFTER_SECONDS = 1
const TOLD_EVERY_MS = 10_000

/** What tells an operator how a busy server does is answered however busy it is; streams have limits of their own. */
const alwaysAnswered: readonly string[] = ['getHealth', 'getReadiness', 'getMetrics', 'live']

/** Refuses requests beyond what can be answered soon, before anything is read for them: `unavailable`, at once.
 * Whoever drips their body gives way to others.
 *
 * Limits: `atOnce` requests under way, 256 MiB of bodies, 40,000 connections. */
export function limitLoad(server: FastifyInstance, { atOnce }: { readonly atOnce: number }): void {
  server.server.maxConnections = CONNECTIONS_MAX
  const places = createPlaces({ requests: atOnce, bytes: BODY_BYTES_MAX }, () => performance.now())
  const underWay = new Set<ServerResponse>()
  const countRefusal = createRefusalLog(server.log)
  server.addHook('onRequest', (request, reply, done) => {
    const { isStream, operation } = request.routeOptions.config
    if (isStream === true || alwaysAnswered.includes(operation?.id ?? '')) return done()
    const leave = places.take({ incoming: request.raw, outgoing: reply.raw }, bodyBytes(request))
    if (leave === null) {
      countRefusal()
      return done(overloaded)
    }
    underWay.add(reply.raw)
    reply.raw.once('close', () => {
      underWay.delete(reply.raw)
      leave()
    })
    done()
  })
  // Whoever is answered while the server stops shall not send the next request where nobody reads it.
  server.addHook('preClose', async () => {
    for (const response of underWay) response.shouldKeepAlive = false
  })
}

/** Tells the log now and then how many were refused since it last did. */
function createRefusalLog(log: FastifyBaseLogger): () => void {
  let refused = 0
  let toldAt = Number.NEGATIVE_INFINITY
  return () => {
    refused++
    const now = performance.now()
    if (now - toldAt < TOLD_EVERY_MS) return
    log.warn({ event: 'requests.refused', refused }, 'requests refused because too many are under way')
    refused = 0
    toldAt = now
  }
}

/** As announced; who announces nothing may send as much as the route takes. */
function bodyBytes({ headers, routeOptions }: FastifyRequest): number {
  if (headers['transfer-encoding'] !== undefined) return routeOptions.bodyLimit ?? 0
  const announced = Number(headers['content-length'] ?? 0)
  return Number.isFinite(announced) ? Math.min(announced, routeOptions.bodyLimit ?? announced) : 0
}

/** One for all, and without a line in the log for each: refusing has to cost less than asking. */
export const overloaded = new AppError(
  'unavailable',
  'Too many requests are under way, or too much is being sent at once; try again.',
  { retryAfterSeconds: RETRY_AFTER_SECONDS },
)
