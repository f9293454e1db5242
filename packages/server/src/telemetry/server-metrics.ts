import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import type { EngineMeter } from '../engine/engine-meter.ts'
import type { LoopMeter } from '../engine/loop-meter.ts'
import { addLoopMetrics, type LoopName } from './loop-metrics.ts'
import { addProcessMetrics } from './process-metrics.ts'

const MS_PER_SECOND = 1_000
/** From a fast commit to a request that nearly times out. */
const SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const COUNTS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000]

/** What the server measures of itself, for Prometheus. docs/operations.md says what each figure means. */
export interface ServerMetrics {
  readonly registry: Registry
  readonly engine: EngineMeter
  readonly requests: Histogram<'operation' | 'status'>
  readonly streams: StreamMetrics
  /** Of customers. */
  readonly customerStreams: StreamMetrics
  readonly loop: (name: LoopName) => LoopMeter
  /** What the reconciler had to mend. */
  readonly drift: Counter<'figure'>
}

export interface StreamMetrics {
  /** Those that are open. */
  readonly open: Gauge
  /** Readers that were disconnected because they did not read. */
  readonly dropped: Counter
}

/** A registry of its own for each server, so that several can live in one process. */
export function createServerMetrics(): ServerMetrics {
  const registry = new Registry()
  const registers = [registry]
  addProcessMetrics(registry)
  return {
    registry,
    engine: engineMeter(registers),
    requests: new Histogram({
      name: 'unified_routing_http_request_seconds',
      help: 'From the arrival of a request to the end of its reply.',
      labelNames: ['operation', 'status'],
      buckets: SECONDS,
      registers,
    }),
    drift: driftCounter(registers),
    streams: streamMetrics('live_streams', 'Live streams', registers),
    customerStreams: streamMetrics('customer_streams', 'Streams of customers', registers),
    loop: addLoopMetrics(registers),
  }
}

function streamMetrics(name: string, words: string, registers: Registry[]): StreamMetrics {
  return {
    open: new Gauge({ name: `unified_routing_${name}`, help: `${words} that are open.`, registers }),
    dropped: new Counter({
      name: `unified_routing_${name}_dropped_total`,
      help: `${words} that were cut because their reader was too slow; they resume.`,
      registers,
    }),
  }
}

/** Shown as 0 from the beginning, so that the first drift is seen as a step. */
function driftCounter(registers: Registry[]): ServerMetrics['drift'] {
  const counter = new Counter({
    name: 'unified_routing_drift_total',
    help: 'Times that router, rows and journal did not agree and were mended; should stay 0.',
    labelNames: ['figure'],
    registers,
  })
  for (const figure of ['workItem', 'representative', 'queue']) counter.inc({ figure }, 0)
  return counter
}

function engineMeter(registers: Registry[]): EngineMeter {
  const seconds = (name: string, help: string) =>
    new Histogram({ name: `unified_routing_${name}_seconds`, help, buckets: SECONDS, registers })
  const wait = seconds('batch_wait', 'From the arrival of a request to the beginning of its batch.')
  const read = seconds('batch_read', 'Reading what a batch needs before it is decided.')
  const decide = seconds('batch_decide', 'Deciding all requests of a batch.')
  const commit = seconds('batch_commit', 'Committing a batch in PostgreSQL.')
  const lag = seconds('timer_lag', 'How late a timer fired.')
  const recovery = seconds('recovery', 'Rebuilding the router from the store.')
  const size = new Histogram({
    name: 'unified_routing_batch_requests',
    help: 'Requests that shared a commit.',
    buckets: COUNTS,
    registers,
  })
  const events = new Counter({
    name: 'unified_routing_events_total',
    help: 'Events committed to the journal.',
    labelNames: ['type'],
    registers,
  })
  const terms = new Counter({
    name: 'unified_routing_terms_ended_total',
    help: 'Leaderships that ended otherwise than by stopping.',
    labelNames: ['reason'],
    registers,
  })
  return {
    batch: (report) => {
      size.observe(report.waitsMs.length)
      for (const waitMs of report.waitsMs) wait.observe(waitMs / MS_PER_SECOND)
      read.observe(report.readMs / MS_PER_SECOND)
      decide.observe(report.decideMs / MS_PER_SECOND)
      commit.observe(report.commitMs / MS_PER_SECOND)
      for (const [type, count] of report.events) events.inc({ type }, count)
    },
    timer: (lagMs) => lag.observe(lagMs / MS_PER_SECOND),
    recovery: (ms) => recovery.observe(ms / MS_PER_SECOND),
    termEnded: (reason) => terms.inc({ reason }),
  }
}
