import { createHash } from 'node:crypto'
import { AppError, apiKeyHeader, type Operation } from '@unified-routing/contract'
import type { FastifyRequest } from 'fastify'
import type { Credentials } from '../auth/authenticate.ts'
import type { Caller } from '../auth/caller.ts'
import type { RequestFacts } from './handler.ts'

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/
const ENTITY_TAG = /^(?:W\/)?"([0-9]{1,15})"$/
const SEQUENCE = /^[0-9]{1,15}$/

/** Reads the headers that operations care about; a bad one fails as `invalid`. */
export function readRequestFacts(
  request: FastifyRequest,
  operation: Operation,
  publicOrigin: string | null,
): RequestFacts {
  const { caller } = request
  return {
    requestId: request.id,
    trace: request.trace,
    idempotencyKey: operation.method === 'POST' ? readIdempotencyKey(request, caller) : null,
    // Few look at these two, so they are made for whoever asks.
    get requestHash() {
      return hashOf(request)
    },
    get headers() {
      return headersOf(request)
    },
    ifMatch: operation.version === 'may' || operation.version === 'must' ? readIfMatch(request, operation) : null,
    origin: publicOrigin ?? `${request.protocol}://${request.host}`,
    ip: request.ip,
    bulk: null,
  }
}

/** The sequence that a stream resumes after; null: it begins now. */
export function readLastEventId(request: FastifyRequest): number | null {
  const header = request.headers['last-event-id']
  if (header === undefined || header === '') return null
  if (typeof header === 'string' && SEQUENCE.test(header)) return Number(header)
  throw badHeader('Last-Event-ID', 'must be the id of an event of this stream')
}

/** What says who sends a request. */
export function credentialsOf({ headers }: FastifyRequest): Credentials {
  const { cookie = null, [apiKeyHeader]: apiKey } = headers
  return { cookie, apiKey: typeof apiKey === 'string' ? apiKey : null }
}

/** Those of a request that better-auth looks at. */
function headersOf(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const name of ['cookie', apiKeyHeader, 'user-agent']) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  // Ours to say: behind a trusted proxy it is what the proxy named, else where the connection comes from.
  headers.set('x-forwarded-for', request.ip)
  return headers
}

function readIdempotencyKey(request: FastifyRequest, caller: Caller): string | null {
  const header = request.headers['idempotency-key']
  if (header === undefined) return null
  if (typeof header !== 'string' || !IDEMPOTENCY_KEY.test(header))
    throw badHeader('Idempotency-Key', 'must be 1 to 200 visible ASCII characters')
  return `${caller.key}:${header}`
}

function readIfMatch(request: FastifyRequest, operation: Operation): number | null {
  const header = request.headers['if-match']
  if (header === undefined) {
    if (operation.version === 'may') return null
    throw new AppError('preconditionRequired', 'Send the ETag of the version you have read as If-Match.')
  }
  const version = ENTITY_TAG.exec(header)?.[1]
  if (version === undefined) throw badHeader('If-Match', 'must be one ETag as this server sent it, such as "7"')
  return Number(version)
}

function badHeader(name: string, message: string): AppError {
  return new AppError('invalid', `The header ${name} ${message}.`, { errors: [{ path: `headers.${name}`, message }] })
}

/** The same key with another hash is another request. */
function hashOf(request: FastifyRequest): string {
  const { body } = request
  const content = body instanceof Uint8Array ? body : JSON.stringify(body ?? null)
  return createHash('sha256').update(`${request.method} ${request.url}\n`).update(content).digest('base64url')
}
