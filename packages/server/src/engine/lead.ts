import { setImmediate as nextTurn } from 'node:timers/promises'
import { type Command, type Instant, systemActor } from '@unified-routing/routing'
import { renewLease } from '../store/lease.ts'
import { readRows } from '../store/rows.ts'
import type { Store } from '../store/store.ts'
import type { Bell } from './bell.ts'
import { calendarsEndAt, configurationInForce } from './configuration-in-force.ts'
import type { EngineOptions } from './engine-options.ts'
import type { Feed } from './feed.ts'
import { Flight, failCallers } from './flight.ts'
import type { EngineLimits } from './limits.ts'
import type { OperationQueue } from './operation-queue.ts'
import { nothingUnstored } from './prefetch.ts'
import {
  type Batch,
  type DecidedBatch,
  DriftError,
  decideBatch,
  LeaseLostError,
  resumption,
  tick,
} from './run-batch.ts'
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
  /** Somebody waits for a moment at which nothing is decided that is not stored. */
  readonly isAwaited: () => boolean
  /** After the first commit: requests are welcome. */
  readonly onReady: () => void
  /** While nothing is decided that is not stored. `isIdle`: nothing waits either. */
  readonly onSettled: (isIdle: boolean) => void
}

/** Fewer requests than this are not worth two commits. */
const SHARED_COMMIT_MAX = 16

/** Commits batch after batch, each of what arrived meanwhile. While one is committed the next are decided, once there is
 * enough for them. Returns when all is done and the server stops. Errors: the term is over. */
export async function lead(leadership: Leadership): Promise<void> {
  const flight = new Flight(leadership)
  flight.takeOff(await decideFirst(leadership))
  await flight.land()
  leadership.onReady()
  try {
    while (await goOn(leadership, flight)) {
      // Whoever was answered asks for more, and readers look at what is settled.
      await nextTurn()
    }
  } catch (error) {
    // What flies was decided before the trouble.
    await flight.land().catch(() => null)
    throw error
  }
}

function decideFirst({ options, term, first }: Leadership): Promise<DecidedBatch> {
  return decideBatch(options, term, { batch: { commands: first, pending: [] }, before: nothingUnstored })
}

/** One step: decide the next batch, or land the first that flies, or rest. False: the server stops and all is done. */
async function goOn(leadership: Leadership, flight: Flight): Promise<boolean> {
  const { queue, isStopping, isDrifted, onSettled } = leadership
  if (flight.isFlying() && !(await isFollowed(leadership, flight))) return landAndSettle()
  if (isDrifted()) throw new DriftError('the router no longer agreed with the store')
  const commands = await dueCommands(leadership, flight)
  const pending = queue.take(shareOf(leadership, flight))
  if (commands.length > 0 || pending.length > 0) {
    await decideNext(leadership, flight, { commands, pending })
    return true
  }
  if (flight.isFlying()) return landAndSettle()
  onSettled(true)
  if (isStopping()) return false
  await keepLease(leadership)
  await rest(leadership)
  return true

  async function landAndSettle(): Promise<true> {
    await flight.landFirst()
    if (!flight.isFlying()) onSettled(false)
    return true
  }
}

/** Waits until the first that flies has landed, or so many requests have come that they are decided meanwhile. */
async function isFollowed(leadership: Leadership, flight: Flight): Promise<boolean> {
  const { options, queue, bell, isDrifted, isAwaited } = leadership
  const mayFollow = () => !isDrifted() && !isAwaited() && flight.mayBeFollowed()
  const isEnough = () => mayFollow() && queue.size() >= worthwhile(leadership, flight)
  while (flight.isUp() && !isEnough()) await bell.wait(options.limits.leaseMs / 3)
  return flight.isUp()
}

/** What few requests gain by being decided early they lose again: those that come a moment later would wait for two commits
 * instead of one. Behind a batch that waits itself they would gain nothing at all, but for as many as one commit holds. */
function worthwhile({ options }: Leadership, flight: Flight): number {
  return flight.waiting() === 0 ? SHARED_COMMIT_MAX : Math.max(options.limits.batchMax, SHARED_COMMIT_MAX)
}

/** Half of all that is under way, so that one half is decided while the other is committed. */
function shareOf({ queue, options }: Leadership, flight: Flight): number {
  const half = Math.ceil((queue.size() + flight.operations()) / 2)
  return Math.min(Math.max(half, SHARED_COMMIT_MAX), options.limits.batchMax)
}

async function decideNext({ options, term }: Leadership, flight: Flight, batch: Batch): Promise<void> {
  let decided: DecidedBatch
  try {
    decided = await decideBatch(options, term, { batch, before: flight.unstored() })
  } catch (error) {
    failCallers(batch.pending, error)
    throw error
  }
  flight.takeOff(decided)
}

/** What time asks for: timers of the router, and calendars before their horizon ends.
 *
 * After a time in which we were not running nobody could answer an offer, so none runs out in it. */
async function dueCommands({ options, term }: Leadership, flight: Flight): Promise<Command[]> {
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
  if (calendarsEndAt(term.configuration) <= now) {
    await flight.land()
    commands.push(await newCalendars(options.store, term, now))
  }
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
