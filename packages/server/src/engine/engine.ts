import type { Configuration, Router, RoutingEvent, WorkItem } from '@unified-routing/routing'
import type { OwnedWorkItem } from '../store/owned-work-item.ts'
import type { StoredMessage } from '../store/reads.ts'
import type { OperationAnswer, OperationRequest } from './operations.ts'

/** A committed batch, as the live streams see it. */
export interface CommittedBatch {
  readonly events: readonly RoutingEvent[]
  /** State after the batch of every work item it touched. */
  readonly workItems: ReadonlyMap<string, OwnedWorkItem>
  /** What was said in it, by id. */
  readonly messages: ReadonlyMap<string, StoredMessage>
}

/** The one write path of an organization, and the live view of its router. */
export interface Engine {
  /** Resolves after the commit. Rejects with AppError `unavailable` when this server is not the router, when the
   * queue is full, or while it recovers: safe to repeat under the same key. */
  submit(request: OperationRequest): Promise<OperationAnswer>
  /** The router for reads, only while this server holds the lease; else null. */
  router(): Router | null
  /** The router at a moment when it shows nothing that is not committed; use it before the next `await`. A page that
   * must not show what a failing commit would take back reads this one. Null: as for `router`. */
  settled(): Promise<Router | null>
  /** An open work item as it was committed last. Null: it was not lately, or not by this server; the store knows. */
  committedItem(id: string): OwnedWorkItem | null
  /** The business unit of an open work item of this router. */
  businessUnitOf(item: WorkItem): string
  configuration(): { readonly document: Configuration; readonly version: number }
  /** `leader` once recovered and committing; `follower` while another server holds the lease. */
  role(): 'starting' | 'leader' | 'follower' | 'stopped'
  /** Whether it routes, or follows the server that does: false while it starts, recovers, waits for the database or
   * stops. */
  isServing(): boolean
  /** Called after each commit, in order, on leader and follower alike (followers read the journal). */
  onCommitted(listener: (batch: CommittedBatch) => void): () => void
  /** Operations that wait for their batch. */
  waitingRequests(): number
  /** Sequence of the last committed event that listeners have been told. */
  committedSequence(): number
  /** Throws the router away and resolves when it, or the one of another server, was built again from the store;
   * requests meanwhile are refused as `unavailable`. */
  recover(): Promise<void>
  /** Resolves when everything submitted so far is committed and answered: for tests, instead of sleeping. */
  drain(): Promise<void>
  stop(): Promise<void>
}
