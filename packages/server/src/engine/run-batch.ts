import { AppError, rootBusinessUnit } from '@unified-routing/contract'
import { type Command, type Instant, systemActor } from '@unified-routing/routing'
import { type BatchWrites, type PreparedCommit, prepareCommit } from '../store/commit-batch.ts'
import type { CommitLine } from '../store/commit-line.ts'
import type { FoundAnswer } from '../store/kept-answers.ts'
import { BatchDesk } from './batch-desk.ts'
import { decideOperation } from './decide-operation.ts'
import type { CommittedBatch } from './engine.ts'
import type { EngineOptions } from './engine-options.ts'
import type { EngineLimits } from './limits.ts'
import type { Pending } from './operation-queue.ts'
import { keyReused, type OperationAnswer, type OperationRequest } from './operations.ts'
import { type Prefetched, prefetch, type Unstored } from './prefetch.ts'
import { reportBatch } from './report-batch.ts'
import type { ConfigurationInForce, Term } from './term.ts'

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

/** A batch that is decided and laid out, and of which nothing is stored. */
export interface DecidedBatch {
  readonly batch: Batch
  readonly prepared: PreparedCommit
  /** What the next batch cannot read from the store yet. */
  readonly unstored: Unstored
  /** The next batch may be decided before this one is stored. Not when it changes what batches are read and decided by. */
  readonly mayBeFollowed: boolean
  readonly committed: CommittedBatch
  readonly answers: readonly Answered[]
  readonly configuration: ConfigurationInForce
  readonly routingEnabled: boolean
  /** By performance.now(): when it began to be read, was read, and was decided. */
  readonly askedAt: number
  readonly readAt: number
  readonly decidedAt: number
}

type Options = EngineOptions & { readonly limits: EngineLimits }

/** Reads what a batch needs and decides it in order. `before`: what the batches before it have not stored yet.
 *
 * Errors: any error means that the term is over: the router has decided what will not be stored. */
export async function decideBatch(
  options: Options,
  term: Term,
  { batch, before }: { readonly batch: Batch; readonly before: Unstored },
): Promise<DecidedBatch> {
  const passTime = () => {
    term.now = Math.max(term.now, options.clock.now())
  }
  passTime()
  const askedAt = performance.now()
  const prefetched = await prefetch(options.store, { term, batch: batch.pending, before })
  await options.faults?.('read')
  passTime()
  const readAt = performance.now()
  const context = { now: term.now, random: options.random, newId: options.newId }
  const desk = new BatchDesk(term, context, { ...prefetched, announce: options.announce })
  const answers = decide(desk, batch, prefetched)
  const writes = desk.writes()
  rememberRecordUnits(term, writes)
  const prepared = prepare(options, desk, writes)
  const decidedAt = performance.now()
  await options.faults?.('decided')
  return {
    batch,
    prepared,
    unstored: {
      rows: desk.rows.written(),
      answers: keptAnswers(answers),
      messageIds: writes.messages.map(({ id }) => id),
    },
    mayBeFollowed: writes.configurations.length === 0 && writes.routingEnabled === null,
    committed: {
      events: desk.events,
      workItems: new Map(writes.workItems.map((item) => [item.id, item])),
      messages: desk.newMessages(),
    },
    answers,
    configuration: desk.configuration,
    routingEnabled: term.router.routingEnabled(),
    askedAt,
    readAt,
    decidedAt,
  }
}

export interface Storing {
  readonly options: Options
  readonly term: Term
  readonly commits: CommitLine
  /** Resolves when the batch before is stored. */
  readonly before: Promise<void>
}

/** Commits a decided batch after the one before it.
 *
 * Errors: any error, also of the one before, means that the term is over. */
export async function storeBatch(decided: DecidedBatch, { options, term, commits, before }: Storing): Promise<void> {
  const { batch, prepared, committed, askedAt, readAt, decidedAt } = decided
  const isOurs = await commits.commit(prepared)
  await before
  if (!isOurs) throw new LeaseLostError('another server has taken the lease')
  // The lease was extended from the instant of the batch.
  term.confirmedAt = Math.max(term.confirmedAt, readAt)
  await options.faults?.('committed')
  const committedAt = performance.now()
  reportBatch(options, { pending: batch.pending, events: committed.events, askedAt, readAt, decidedAt, committedAt })
  term.configuration = decided.configuration
  term.routingEnabled = decided.routingEnabled
}

function decide(desk: BatchDesk, { commands, pending }: Batch, { keptAnswers }: Prefetched): Answered[] {
  for (const command of commands) guarded(null, () => desk.decide(command))
  const answered = new Map(keptAnswers)
  return pending.map((one) => ({ pending: one, answer: answerOne(one, desk, answered) }))
}

export interface Answered {
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
  return kept.requestHash === (requestHash ?? '') ? kept.answer : keyReused
}

function guarded<Result>(pending: Pending | null, decideOne: () => Result): Result {
  try {
    return decideOne()
  } catch (error) {
    throw new RouterDefectError(pending, error)
  }
}

function keptAnswers(answers: readonly Answered[]): Unstored['answers'] {
  return new Map(
    answers.flatMap(({ pending: { request }, answer }): [string, FoundAnswer<OperationAnswer>][] => {
      const { idempotencyKey, requestHash } = request
      const isNew = idempotencyKey !== null && answer.status !== 'keyReused'
      return isNew ? [[idempotencyKey, { requestHash: requestHash ?? '', answer }]] : []
    }),
  )
}

function prepare({ limits }: Options, { term, context: { now } }: BatchDesk, writes: BatchWrites): PreparedCommit {
  term.commits += 1
  return prepareCommit({
    lease: term.lease,
    number: term.commits,
    now,
    leaseExpiresAt: now + limits.leaseMs,
    answersExpireAt: now + limits.answerKeptMs,
    writes,
  })
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
