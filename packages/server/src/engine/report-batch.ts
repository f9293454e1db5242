import type { RoutingEvent } from '@unified-routing/routing'
import { silentMeter } from './engine-meter.ts'
import type { EngineOptions } from './engine-options.ts'
import type { Pending } from './operation-queue.ts'
import { traceStage } from './request-trace.ts'

/** A commit that takes longer has a line in the log. */
const SLOW_COMMIT_MS = 500
/** Ids that one line names at most; the count is always told. */
const IDS_LOGGED_MAX = 100

/** A batch that was committed. Instants by performance.now(). */
export interface CommittedTimes {
  readonly pending: readonly Pending[]
  readonly events: readonly RoutingEvent[]
  readonly askedAt: number
  readonly readAt: number
  readonly decidedAt: number
  readonly committedAt: number
}

/** Tells figures, log and traces of a batch that was committed. */
export function reportBatch({ meter = silentMeter, log }: Pick<EngineOptions, 'meter' | 'log'>, times: CommittedTimes) {
  const { pending, events, askedAt, readAt, decidedAt, committedAt } = times
  const commitMs = committedAt - decidedAt
  for (const { request, arrivedAt } of pending) request.trace?.stage('queue', arrivedAt, askedAt)
  traceStage(pending, 'prefetch', { from: askedAt, to: readAt })
  traceStage(pending, 'decide', { from: readAt, to: decidedAt })
  traceStage(pending, 'commit', { from: decidedAt, to: committedAt })
  meter.batch({
    waitsMs: pending.flatMap(({ size, arrivedAt }) => new Array<number>(size).fill(askedAt - arrivedAt)),
    events: countsByType(events),
    readMs: readAt - askedAt,
    decideMs: decidedAt - readAt,
    commitMs,
  })
  const isSlow = commitMs >= SLOW_COMMIT_MS
  if (!isSlow && !log.isLevelEnabled('debug')) return
  const requestIds = pending.slice(0, IDS_LOGGED_MAX).map(({ request }) => request.requestId)
  const last = events.at(-1)?.sequence ?? null
  const facts = { requests: pending.length, requestIds, events: events.length, sequence: last, ms: round(commitMs) }
  if (isSlow) log.warn({ event: 'batch.slow', ...facts }, 'commit was slow')
  else log.debug({ event: 'batch.committed', ...facts }, 'batch committed')
}

function countsByType(events: readonly RoutingEvent[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { type } of events) counts.set(type, (counts.get(type) ?? 0) + 1)
  return counts
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10
}
