import { AppError, rootBusinessUnit } from '@unified-routing/contract'
import { type Command, type Instant, systemActor } from '@unified-routing/routing'
import { type BatchWrites, commitBatch, prepareCommit } from '../store/commit-batch.ts'
import type { FoundAnswer } from '../store/kept-answers.ts'
import { BatchDesk } from './batch-desk.ts'
import { decideOperation } from './decide-operation.ts'
import type { CommittedBatch } from './engine.ts'
import type { EngineOptions } from './engine-options.ts'
import type { EngineLimits } from './limits.ts'
import type { Pending } from './operation-queue.ts'
import type { OperationAnswer, OperationRequest } from './operations.ts'
import { type Prefetched, prefetch } from './prefetch.ts'
import { reportBatch } from './report-batch.ts'
import type { Term } from './term.ts'

/** What goes into one commit. */
export interface Batch {
  /** The engine's own commands, decided first: what became due, what a restart needs. */
  readonly commands: readonly Command[]
  readonly pending: readonly Pending[]
}

/** The lease went to another server; nothing of the batch was written. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError'
}

/** The router threw on one request. Its state is no longer to be trusted, and the request shall not be tried again. */
export class RouterDefectError extends Error {
  override readonly name = 'RouterDefectError'
  readonly pending: Pending | null

  constructor(pending: Pending | null, cause: unknown) {
    super('the router failed to decide', { cause })
    this.pending = pending
  }
}

/** The router no longer agrees with what is stored, whatever the cause. */
export class DriftError extends Error {
  override readonly name = 'DriftError'
}

/** A batch that is stored, and that nobody has heard of yet. */
export interface StoredBatch {
  readonly committed: CommittedBatch
  answerCallers(): void
}

/** Reads what the batch needs, decides it in order and commits it.
 *
 * Errors: any error means that the term is over: the router has decided what may not have been stored. */
export async function runBatch(
  options: EngineOptions & { readonly limits: EngineLimits },
  term: Term,
  batch: Batch,
): Promise<StoredBatch> {
  const passTime = () => {
    term.now = Math.max(term.now, options.clock.now())
  }
  passTime()
  const askedAt = performance.now()
  const prefetched = await prefetch(options.store, term, batch.pending)
  await options.faults?.('read')
  passTime()
  const readAt = performance.now()
  const context = { now: term.now, random: options.random, newId: options.newId }
  const desk = new BatchDesk(term, context, prefetched)
  const answers = decide(desk, batch, prefetched)
  const writes = desk.writes()
  const decidedAt = performance.now()
  await options.faults?.('decided')
  await commit(options, desk, writes)
  await options.faults?.('committed')
  const committedAt = performance.now()
  reportBatch(options, { pending: batch.pending, events: desk.events, askedAt, readAt, decidedAt, committedAt })
  rememberRecordUnits(term, writes)
  term.configuration = desk.configuration
  term.routingEnabled = term.router.routingEnabled()
  return {
    committed: {
      events: desk.events,
      workItems: new Map(writes.workItems.map((item) => [item.id, item])),
      messages: desk.newMessages(),
    },
    answerCallers: () => {
      for (const { pending, answer } of answers) pending.answer(answer)
    },
  }
}

function decide(desk: BatchDesk, { commands, pending }: Batch, { keptAnswers }: Prefetched): Answered[] {
  for (const command of commands) guarded(null, () => desk.decide(command))
  const answered = new Map(keptAnswers)
  return pending.map((one) => ({ pending: one, answer: answerOne(one, desk, answered) }))
}

interface Answered {
  readonly pending: Pending
  readonly answer: OperationAnswer
}

/** The answer given before under the same key, else a new one, which is kept with the batch. */
function answerOne(
  pending: Pending,
  desk: BatchDesk,
  answered: Map<string, FoundAnswer<OperationAnswer>>,
): OperationAnswer {
  const { request } = pending
  const repeated = repeatedAnswer(request, answered)
  if (repeated !== null) return repeated
  const answer = guarded(pending, () => decideOperation(request, desk))
  const { idempotencyKey, requestHash } = request
  if (idempotencyKey === null) return answer
  const kept = { requestHash: requestHash ?? '', answer }
  answered.set(idempotencyKey, kept)
  desk.answers.push({ key: idempotencyKey, ...kept })
  return answer
}

function repeatedAnswer(
  { idempotencyKey, requestHash }: OperationRequest,
  answered: Prefetched['keptAnswers'],
): OperationAnswer | null {
  const kept = idempotencyKey === null ? undefined : answered.get(idempotencyKey)
  if (kept === undefined) return null
  if (kept.requestHash === (requestHash ?? '')) return kept.answer
  return {
    status: 'keyReused',
    message: 'This idempotency key came before with another request: take a fresh key for each request.',
  }
}

function guarded<Result>(pending: Pending | null, decideOne: () => Result): Result {
  try {
    return decideOne()
  } catch (error) {
    throw new RouterDefectError(pending, error)
  }
}

async function commit(
  { store, limits }: EngineOptions & { readonly limits: EngineLimits },
  desk: BatchDesk,
  writes: BatchWrites,
): Promise<void> {
  const { term } = desk
  const { now } = desk.context
  const askedAt = performance.now()
  const isOurs = await commitBatch(
    store,
    prepareCommit({
      lease: term.lease,
      now,
      leaseExpiresAt: now + limits.leaseMs,
      answersExpireAt: now + limits.answerKeptMs,
      writes,
    }),
  )
  if (!isOurs) throw new LeaseLostError('another server has taken the lease')
  term.confirmedAt = askedAt
}

/** Only open work in another unit than the root is remembered. */
function rememberRecordUnits({ recordUnits }: Term, { workItems }: BatchWrites): void {
  for (const { id, kind, state, businessUnit } of workItems)
    if (kind === 'record' && state !== 'Closed' && businessUnit !== rootBusinessUnit) recordUnits.set(id, businessUnit)
    else recordUnits.delete(id)
}

export function unavailable(message: string): AppError {
  return new AppError('unavailable', message, { retryAfterSeconds: 1 })
}

/** Lets what became due by now happen. */
export const tick: Command = { type: 'tick', actor: systemActor }

/** Goes on after a time without us. */
export function resumption(stoppedAt: Instant): Command {
  return { type: 'resume', actor: systemActor, stoppedAt }
}
