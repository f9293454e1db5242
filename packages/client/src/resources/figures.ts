import { operations } from '@unified-routing/contract'
import type { Caller } from '../call.ts'

type QueueQuery = (typeof operations.getQueueFigures.query)['_zod']['input']
type RepresentativeQuery = (typeof operations.getRepresentativeFigures.query)['_zod']['input']
type ReportQuery = (typeof operations.getReport.query)['_zod']['input']

/** What is counted of the work: as it is, and of any period. */
export function figuresResource(call: Caller['call']) {
  return {
    /** What each figure means. */
    metrics: () => call(operations.listMetrics, {}),
    ofQueues: (query: QueueQuery = {}, signal?: AbortSignal) =>
      call(operations.getQueueFigures, { query, ...heeding(signal) }),
    ofRepresentatives: (query: RepresentativeQuery = {}, signal?: AbortSignal) =>
      call(operations.getRepresentativeFigures, { query, ...heeding(signal) }),
    report: (query: ReportQuery, signal?: AbortSignal) => call(operations.getReport, { query, ...heeding(signal) }),
  }
}

function heeding(signal: AbortSignal | undefined) {
  return signal === undefined ? {} : { signal }
}
