import type { IncomingMessage } from 'node:http'
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { Tracing } from '../telemetry/tracing.ts'
import { answerInTime } from './answer-in-time.ts'
import { answerClientError } from './client-errors.ts'
import { handlers } from './handlers.ts'
import { acceptBodies } from './json-body.ts'
import { limitLoad } from './limit-load.ts'
import { measureRequests, type RequestMetrics } from './measure-requests.ts'
import { answerUnknownPaths } from './not-found.ts'
import { requireOneHost } from './one-host.ts'
import { sendProblem } from './problem-reply.ts'
import { registerOperation } from './register-operation.ts'
import { guardRequests, type RequestLimits } from './request-guards.ts'
import { requestIdOf } from './request-id.ts'
import { RequestLog } from './request-log.ts'
import { setSecurityHeaders } from './security-headers.ts'
import { serveChatWidget } from './serve-chat-widget.ts'
import type { Services } from './services.ts'
import { serveWebApplication } from './static-files.ts'
import { traceRequests } from './trace-requests.ts'

const BODY_BYTES_MAX = 1024 * 1024
const HEADERS_BYTES_MAX = 16 * 1024
/** Whoever drips their headers is cut off soon after this, and whoever drips their body after the next. */
const HEADERS_ARRIVE_WITHIN_MS = 10_000
const REQUEST_ARRIVES_WITHIN_MS = 30_000
const CHECK_EVERY_MS = 5_000
const ANSWER_IN_TIME = { withinMs: 20_000, checkEveryMs: 500 } as const
/** Nothing has come or gone for so long: whoever does not read their answer is hung up on. Live streams beat more often. */
const SILENT_MAX_MS = 30_000
/** Longer than the idle time of common load balancers, so that they hang up first. */
const KEEP_ALIVE_MS = 72_000
/** Of one path parameter, before it is decoded. */
const PARAMETER_LENGTH_MAX = 1_500

/** Web sockets are for the streams of customers. Anywhere else a wish to upgrade is passed over, as HTTP allows: an
 * upgraded connection is out of reach of every time-out, and nobody would end it. */
function isStreamUpgrade({ url = '', headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket' && STREAM_PATH.test(url)
}

const STREAM_PATH = /^\/v3\/directline\/conversations\/[^/?]+\/stream\/?(?:\?|$)/

export interface HttpServerOptions {
  readonly services: Services
  readonly log: FastifyBaseLogger
  readonly limits: RequestLimits
  /** Where browsers reach us, when that is configured; null: whatever host they name. */
  readonly publicUrl: string | null
  /** Believe X-Forwarded-For: only behind a proxy that sets it. */
  readonly trustProxy: boolean
  /** The built web application. */
  readonly webDirectory: string
  /** The built chat widget and its pages. */
  readonly widgetDirectory: string
  readonly checkReplies: boolean
  readonly requestMetrics: RequestMetrics
  /** Null: nobody wants traces. */
  readonly tracing: Tracing | null
}

/** The HTTP surface: every operation of the contract, the web application, and a problem document for the rest. */
export async function createHttpServer(options: HttpServerOptions): Promise<FastifyInstance> {
  const { services, log, limits, publicUrl, trustProxy, webDirectory, widgetDirectory, checkReplies } = options
  const server: FastifyInstance = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestIdOf,
    childLoggerFactory: (parent, bindings, childOptions) => new RequestLog(parent, bindings, childOptions),
    trustProxy,
    http: {
      headersTimeout: HEADERS_ARRIVE_WITHIN_MS,
      connectionsCheckingInterval: CHECK_EVERY_MS,
      maxHeaderSize: HEADERS_BYTES_MAX,
      shouldUpgradeCallback: isStreamUpgrade,
    },
    bodyLimit: BODY_BYTES_MAX,
    requestTimeout: REQUEST_ARRIVES_WITHIN_MS,
    connectionTimeout: SILENT_MAX_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    routerOptions: { maxParamLength: PARAMETER_LENGTH_MAX, ignoreTrailingSlash: true },
    frameworkErrors: (error, request, reply) => {
      sendProblem(error, request, reply)
    },
    clientErrorHandler: answerClientError,
  })
  const publicOrigin = publicUrl === null ? null : new URL(publicUrl).origin
  const isHttps = publicOrigin?.startsWith('https:') ?? false
  server.addHook('onRequest', (request, reply, done) => {
    setSecurityHeaders(reply, isHttps)
    reply.header('x-request-id', request.id)
    requireOneHost(request.raw)
    done()
  })
  answerInTime(server, ANSWER_IN_TIME)
  measureRequests(server, options.requestMetrics)
  traceRequests(server, options.tracing)
  server.setErrorHandler(sendProblem)
  limitLoad(server, limits)
  acceptBodies(server)
  await guardRequests(server, { ...services, publicOrigin, limits })
  for (const bound of Object.values(handlers)) registerOperation(server, bound, { services, checkReplies })
  const hasPages = await serveWebApplication(server, webDirectory)
  await serveChatWidget(server, widgetDirectory)
  answerUnknownPaths(server, hasPages)
  return server
}
