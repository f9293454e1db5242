import { randomUUID } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Nothing that could break a log line, a header or a search for it. */
const SAFE_ID = /^[\w.:=+/-]{1,128}$/
/** W3C Trace Context; what follows the flags belongs to versions to come. */
const TRACE_PARENT = /^(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/

/** The id that a request is known by from its arrival to its commit: the caller's own, else that of the trace it is part
 * of, else a new one. */
export function requestIdOf({ headers }: { readonly headers: IncomingHttpHeaders }): string {
  const id = headers['x-request-id']
  if (typeof id === 'string' && SAFE_ID.test(id)) return id
  return readTraceParent(headers)?.traceId ?? randomUUID()
}

export interface TraceParent {
  readonly traceId: string
  readonly spanId: string
  readonly isSampled: boolean
}

/** The span that the caller says this request belongs to; null: it names none, or none that can be read. */
export function readTraceParent({ traceparent }: IncomingHttpHeaders): TraceParent | null {
  if (typeof traceparent !== 'string') return null
  const [whole, version, traceId, spanId, flags = '', more] = TRACE_PARENT.exec(traceparent) ?? []
  if (whole === undefined || traceId === undefined || spanId === undefined) return null
  if (version === '00' && more !== undefined) return null
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 }
}
