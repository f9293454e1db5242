import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '@unified-routing/contract'
import { type Command, type Instant, systemActor } from '@unified-routing/routing'
import { databaseTroubleOf } from '../store/database-trouble.ts'
import { renewLease } from '../store/lease.ts'
import { readRows } from '../store/rows.ts'
import type { Store } from '../store/store.ts'
import type { Bell } from './bell.ts'
import { calendarsEndAt, configurationInForce } from './configuration-in-force.ts'
import type { EngineOptions } from './engine-options.ts'
import type { Feed } from './feed.ts'
import type { EngineLimits } from './limits.ts'
import type { OperationQueue, Pending } from './operation-queue.ts'
import { traceStage } from './request-trace.ts'
import { DriftError, LeaseLostError, RouterDefectError, resumption, runBatch, tick, unavailable } from './run-batch.ts'
import type { Term } from './term.ts'

export interface Leadership {
  readonly options: EngineOptions & { readonly limits: EngineLimits }
  readonly term: Term
  readonly queue: OperationQueue
  readonly bell: Bell
  readonly feed: Feed
  /** Commands that come before everything else. */
  readonly first: readonly Command[]
  readonly isStopping: () => boolean
  /** The router is to be thrown away. */
  readonly isDrifted: () => boolean
  /** After the first commit: requests are welcome. */
  readonly onReady: () => void
  /** After each commit, while nothing is decided that is not stored. `isIdle`: nothing waits either. */
  readonly onSettled: (isIdle: boolean) => void
}

/** Commits batch after batch, each of what arrived while the one before was under way. Returns when all is done and the
 * server stops. Errors: the term is over. */
export async function lead(leadership: Leadership): Promise<void> {
  const { options, term, queue, feed, first, isStopping, isDrifted, onReady, onSettled } = leadership
  feed.publish((await runBatch(options, term, { commands: first, pending: [] })).committed)
  onReady()
  for (;;) {
    if (isDrifted()) throw new DriftError('the router no longer agreed with the store')
    const commands = await dueCommands(leadership)
    const pending = queue.take(options.limits.batchMax)
    if (commands.length > 0 || pending.length > 0) {
      const stored = await runBatchOrFail(leadership, commands, pending)
      const storedAt = performance.now()
      try {
        feed.publish(stored.committed)
        await options.faults?.('told')
      } finally {
        // It is stored, whatever became of the telling.
        stored.answerCallers()
      }
      traceStage(pending, 'deliver', { from: storedAt, to: performance.now() })
      await options.faults?.('answered')
      onSettled(false)
      // Readers that waited for this moment look at the router before it goes on deciding.
      await nextTurn()
      continue
    }
    onSettled(true)
    if (isStopping()) return
    await keepLease(leadership)
    await rest(leadership)
  }
}

async function runBatchOrFail(
  { options, term }: Leadership,
  commands: readonly Command[],
  pending: readonly Pending[],
) {
  try {
    return await runBatch(options, term, { commands, pending })
  } catch (error) {
    const culprit = error instanceof RouterDefectError ? error.pending : null
    const trouble = databaseTroubleOf(error)
    const why = trouble === null ? '' : `${trouble} `
    for (const one of pending) {
      one.fail(
        one === culprit
          ? new AppError('internal', 'The request could not be decided.', { cause: error })
          : unavailable(`${why}The outcome of the request is not known: repeat it under the same Idempotency-Key.`),
      )
    }
    throw error
  }
}

/** What time asks for: timers of the router, and calendars before their horizon ends.
 *
 * After a time in which we were not running nobody could answer an offer, so none runs out in it. */
async function dueCommands({ options, term }: Leadership): Promise<Command[]> {
  const now = options.clock.now()
  const sleptSince = term.awakeAt
  term.awakeAt = now
  const wakeAt = term.router.wakeAt()
  const isDue = wakeAt !== null && wakeAt <= now
  if (isDue) options.meter?.timer(now - wakeAt)
  const commands: Command[] = isDue ? [tick] : []
  if (now - sleptSince > options.limits.absenceMs) {
    options.log.warn(
      { event: 'engine.absent', ms: now - sleptSince },
      'the process slept, or its clock was set forward',
    )
    commands.unshift(resumption(sleptSince))
  }
  if (calendarsEndAt(term.configuration) <= now) commands.push(await newCalendars(options.store, term, now))
  return commands
}

async function newCalendars(store: Store, term: Term, now: Instant): Promise<Command> {
  const { document: configuration, version } = term.configuration
  term.configuration = configurationInForce(term.configuration, now)
  const { calendars } = term.configuration
  const rows = await readRows(store, term.lease.organizationId, configuration.rows ?? [])
  return { type: 'configure', actor: systemActor, configuration, calendars, version, rows }
}

/** Renews the lease when no commit has done so for a third of its time. */
async function keepLease({ options, term }: Leadership): Promise<void> {
  const askedAt = performance.now()
  const { leaseMs } = options.limits
  if (askedAt - term.confirmedAt < leaseMs / 3) return
  await options.faults?.('leaseRenewing')
  const now = options.clock.now()
  const isOurs = await renewLease(options.store, term.lease, { now, expiresAt: now + leaseMs })
  if (!isOurs) throw new LeaseLostError('another server has taken the lease')
  term.confirmedAt = askedAt
}

/** Waits for a request, a due timer, or the time to renew the lease. */
async function rest({ options, term, bell }: Leadership): Promise<void> {
  const wakeAt = Math.min(term.router.wakeAt() ?? Number.POSITIVE_INFINITY, calendarsEndAt(term.configuration))
  const callOff = options.clock.wakeAt(wakeAt, bell.ring)
  await bell.wait(options.limits.leaseMs / 3)
  callOff()
}
