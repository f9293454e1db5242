import type { Span } from '@opentelemetry/api'
import type { SpanExporter } from '@opentelemetry/sdk-trace'
import type { RequestTrace } from '../engine/request-trace.ts'

const SERVICE = 'unified-routing'
const EXPORT_WITHIN_MS = 3_000
const SPANS_WAITING_MAX = 4_096

/** Traces of requests, for a collector that speaks OpenTelemetry's protocol over HTTP. */
export interface Tracing {
  /** Null: this one is not among those that are traced. */
  startRequest(request: TracedRequest): OpenTrace | null
  /** Sends what was not sent yet. */
  stop(): Promise<void>
}

export interface TracedRequest {
  readonly method: string
  /** With the names of its parameters, never with what they were. */
  readonly route: string
  /** Null: a page, or an address of another protocol. */
  readonly operation: string | null
  readonly requestId: string
  readonly parent: { readonly traceId: string; readonly spanId: string; readonly isSampled: boolean } | null
}

/** A request that is under way. */
export interface OpenTrace extends RequestTrace {
  end(status: number): void
}

export interface TracingOptions {
  /** What the paths of OpenTelemetry begin with, such as http://collector:4318. */
  readonly endpoint: string
  /** Of requests whose caller did not decide that. */
  readonly percent: number
  readonly version: string
  readonly log: { warn(details: object, message: string): void }
}

/** Loads OpenTelemetry, which is left alone as long as nobody asks for traces. */
export async function openTracing({ endpoint, percent, version, log }: TracingOptions): Promise<Tracing> {
  const [api, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ])
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`
  const exporter = sayingWhatFails(new OTLPTraceExporter({ url, timeoutMillis: EXPORT_WITHIN_MS }), log)
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.name': SERVICE, 'service.version': version }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(percent / 100) }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter, maxQueueSize: SPANS_WAITING_MAX })],
  })
  const tracer = provider.getTracer(SERVICE, version)
  const { ROOT_CONTEXT, SpanKind, SpanStatusCode, TraceFlags, trace } = api

  function contextOf({ parent }: TracedRequest) {
    if (parent === null) return ROOT_CONTEXT
    const { traceId, spanId, isSampled } = parent
    const traceFlags = isSampled ? TraceFlags.SAMPLED : TraceFlags.NONE
    return trace.setSpanContext(ROOT_CONTEXT, { traceId, spanId, traceFlags, isRemote: true })
  }
  function opened(span: Span): OpenTrace {
    const inside = trace.setSpan(ROOT_CONTEXT, span)
    return {
      stage: (name, from, to) => tracer.startSpan(name, { startTime: instant(from) }, inside).end(instant(to)),
      end: (status) => {
        span.setAttribute('http.response.status_code', status)
        if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
        span.end()
      },
    }
  }
  return {
    startRequest(request) {
      const { method, route, operation, requestId } = request
      const attributes = {
        'http.request.method': method,
        'http.route': route,
        'unified_routing.request_id': requestId,
        ...(operation === null ? {} : { 'unified_routing.operation': operation }),
      }
      const span = tracer.startSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, contextOf(request))
      return span.isRecording() ? opened(span) : null
    },
    // What could not be sent was told already.
    stop: () => provider.shutdown().catch(() => undefined),
  }
}

/** From performance.now() to the clock on the wall. */
function instant(at: number): number {
  return performance.timeOrigin + at
}

/** Says once that nothing gets through, until something does again. */
function sayingWhatFails(exporter: SpanExporter, log: TracingOptions['log']): SpanExporter {
  let isFailing = false
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        const failsNow = result.error !== undefined
        if (failsNow && !isFailing) log.warn({ event: 'traces.notSent', err: result.error }, 'traces were not sent')
        isFailing = failsNow
        done(result)
      }),
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  }
}
