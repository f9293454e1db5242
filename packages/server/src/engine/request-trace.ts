import type { Pending } from './operation-queue.ts'

/** What a request goes through in the engine: it waits, what its batch needs is read, the batch is decided and
 * committed, and whoever waits for it is told. */
export type RequestStage = 'queue' | 'prefetch' | 'decide' | 'commit' | 'deliver'

/** Where the stages of one request are written down, when somebody traces it. Instants by performance.now(). */
export interface RequestTrace {
  stage(name: RequestStage, from: number, to: number): void
}

/** Writes one stage down for every request of a batch that is traced. */
export function traceStage(
  pending: readonly Pending[],
  name: RequestStage,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  for (const { request } of pending) request.trace?.stage(name, from, to)
}
