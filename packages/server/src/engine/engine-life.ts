import { setTimeout as delay } from 'node:timers/promises'
import { type AppError, rootBusinessUnit } from '@unified-routing/contract'
import type { Router, WorkItem } from '@unified-routing/routing'
import { readVersion } from '../history/read-version.ts'
import { readVersionNumber } from '../store/configuration-versions.ts'
import { databaseTroubleOf } from '../store/database-trouble.ts'
import { releaseLease, type TakenLease } from '../store/lease.ts'
import type { OwnedWorkItem } from '../store/owned-work-item.ts'
import { createBell } from './bell.ts'
import { businessUnitOfWork } from './business-unit-of-work.ts'
import { createElection } from './election.ts'
import type { Engine } from './engine.ts'
import type { Admission, EngineOptions } from './engine-options.ts'
import type { Feed } from './feed.ts'
import { forgetExpired } from './forget-expired.ts'
import { lead } from './lead.ts'
import { type EngineLimits, engineLimits } from './limits.ts'
import { createOperationQueue, type OperationQueue } from './operation-queue.ts'
import { recover } from './recover.ts'
import { DriftError, LeaseLostError, RouterDefectError, resumption, unavailable } from './run-batch.ts'
import type { Term } from './term.ts'

/** Terms in a row that broke on the engine's own commands before we give up. */
const DEFECTS_MAX = 3
/** The pause after a failed term; twice as long each time, until one has lasted. */
const RETRY_MS = 100
const RETRY_MAX_MS = 3_000
const LASTING_MS = 10_000

const openToAll: Admission = { refuse: () => null }

/** The life of an engine: terms of leading and times of following, one after the other until it is stopped. */
export class EngineLife {
  readonly queue: OperationQueue
  role: ReturnType<Engine['role']> = 'starting'
  readonly #options: EngineOptions & { readonly limits: EngineLimits }
  readonly #feed: Feed
  readonly #bell = createBell()
  readonly #started = Promise.withResolvers<void>()
  #finished: Promise<void> = Promise.resolve()
  #isStopping = false
  #isFollowing = false
  #retryMs = RETRY_MS
  #trouble: string | null = null
  #isDrifted = false
  #term: Term | null = null
  #followed: ReturnType<Engine['configuration']> = { document: { version: 1 }, version: 0 }
  #defects = 0
  #waitingForSettled: (() => void)[] = []
  #waitingForIdle: (() => void)[] = []
  #waitingForRecovery: (() => void)[] = []

  constructor(options: EngineOptions, feed: Feed) {
    this.#options = { ...options, limits: { ...engineLimits, ...options.limits } }
    this.#feed = feed
    this.queue = createOperationQueue(this.#options.limits, () => this.#bell.ring())
  }

  /** Resolves at the first term or the first time of following; rejects when the store fails before that. */
  start(): Promise<void> {
    this.#finished = this.#live()
    return this.#started.promise
  }

  async stop(): Promise<void> {
    this.#isStopping = true
    this.#bell.ring()
    await this.#finished
  }

  /** Ends the term, so that the next one begins with what is stored. */
  recover(): Promise<void> {
    if (this.#term === null) return Promise.resolve()
    this.#isDrifted = true
    this.#bell.ring()
    return new Promise((resolve) => {
      this.#waitingForRecovery.push(resolve)
    })
  }

  /** Why no request is taken at the moment; null: welcome. Once the lease was not confirmed for its whole time it is
   * better to say so at once than to let callers wait for a commit that may never come. */
  refusal(): AppError | null {
    if (this.router() !== null && !this.#isStopping) return null
    const { role } = this
    if (role === 'leader' && !this.#isStopping) return unavailable('The database takes too long to answer: try again.')
    return unavailable(this.#trouble ?? 'This server does not route at the moment: try again, or ask another one.')
  }

  isServing(): boolean {
    return !this.#isStopping && (this.#isFollowing || this.router() !== null)
  }

  /** Null when another server may have taken over: our lease was not confirmed for its whole time. */
  router(): Router | null {
    if (this.role !== 'leader' || this.#term === null) return null
    const isFresh = performance.now() - this.#term.confirmedAt < this.#options.limits.leaseMs
    return isFresh ? this.#term.router : null
  }

  configuration(): ReturnType<Engine['configuration']> {
    return this.#term?.configuration ?? this.#followed
  }

  businessUnitOf(item: WorkItem): string {
    if (this.#term === null) return rootBusinessUnit
    const { recordUnits: records, configuration } = this.#term
    return businessUnitOfWork(item, { records, representatives: configuration.businessUnits })
  }

  committedItem(id: string): OwnedWorkItem | null {
    return this.router() === null ? null : this.#feed.items.get(id)
  }

  settled(): Promise<Router | null> {
    if (this.#term === null) return Promise.resolve(null)
    this.#bell.ring()
    return new Promise((resolve) => {
      this.#waitingForSettled.push(() => resolve(this.router()))
    })
  }

  drained(): Promise<void> {
    if (this.#term === null) return Promise.resolve()
    this.#bell.ring()
    return new Promise((resolve) => {
      this.#waitingForIdle.push(resolve)
    })
  }

  async #live(): Promise<void> {
    const { store, organizationId, holder, isAlone, clock, limits } = this.#options
    const election = createElection({ store, organizationId, holder, isAlone, clock, leaseMs: limits.leaseMs })
    while (!this.#isStopping) {
      try {
        const confirmedAt = performance.now()
        const lease = await election.stand()
        if (lease === null) await this.#follow()
        else await this.#serveTerm(lease, confirmedAt)
      } catch (error) {
        await this.#cope(error)
      }
    }
    this.role = 'stopped'
    this.#endTerm()
    this.#endRecovery()
  }

  async #serveTerm(lease: TakenLease, confirmedAt: number): Promise<void> {
    const { store, clock, log, meter, admission = openToAll } = this.#options
    const startedAt = performance.now()
    this.#isFollowing = false
    await this.#options.faults?.('leaseTaken')
    const term = await recover({ store, clock, lease, confirmedAt, admission })
    await this.#options.faults?.('recovered')
    meter?.recovery(performance.now() - startedAt)
    await this.#feed.catchUp()
    // Until now somebody else may have written.
    this.#feed.items.clear()
    this.#term = term
    const stopForgetting = forgetExpired(this.#options)
    log.info({ event: 'engine.recovered', epoch: lease.epoch, sequence: term.router.sequence() }, 'router recovered')
    await lead({
      options: this.#options,
      term,
      queue: this.queue,
      bell: this.#bell,
      feed: this.#feed,
      first: lease.lastAliveAt === null ? [] : [resumption(lease.lastAliveAt)],
      isStopping: () => this.#isStopping,
      isDrifted: () => this.#isDrifted,
      isAwaited: () => this.#waitingForSettled.length > 0,
      onReady: () => {
        this.role = 'leader'
        this.#trouble = null
        this.#started.resolve()
        this.#endRecovery()
      },
      onSettled: (isIdle) => this.#settle(isIdle),
    }).finally(stopForgetting)
    await releaseLease(store, lease, clock.now())
  }

  /** Reads on behalf of our listeners what the routing server commits, until it is time to stand again. */
  async #follow(): Promise<void> {
    const { limits } = this.#options
    const until = performance.now() + limits.leasePollMs
    await this.#readConfiguration()
    this.role = 'follower'
    this.#isFollowing = true
    this.#started.resolve()
    this.#endRecovery()
    while (!this.#isStopping && performance.now() < until) {
      await this.#feed.catchUp()
      await this.#bell.wait(limits.journalPollMs)
    }
  }

  /** What the routing server has put in force meanwhile. */
  async #readConfiguration(): Promise<void> {
    const { store, organizationId } = this.#options
    const latest = await readVersionNumber(store, { organizationId, version: null })
    if (latest === null || latest === this.#followed.version) return
    const stored = await readVersion(store, { organizationId, version: latest })
    if (stored !== null) this.#followed = stored
  }

  /** Whatever went wrong, the term is over; the next one begins with what is stored. */
  async #cope(error: unknown): Promise<void> {
    const { clock, log, meter, onFatal } = this.#options
    this.role = this.role === 'starting' ? 'starting' : 'follower'
    this.#isFollowing = false
    this.#trouble = databaseTroubleOf(error)
    if (this.#term !== null && clock.now() - this.#term.startedAt > LASTING_MS) this.#retryMs = RETRY_MS
    this.#endTerm()
    this.#isDrifted = false
    meter?.termEnded(reasonOf(error))
    if (error instanceof LeaseLostError || error instanceof DriftError) {
      log.warn({ event: `engine.${reasonOf(error)}` }, error.message)
      return
    }
    log.error({ event: 'engine.termFailed', err: error }, 'term failed, recovering from the store')
    this.#defects = error instanceof RouterDefectError && error.pending === null ? this.#defects + 1 : 0
    if (this.role === 'starting' || this.#defects >= DEFECTS_MAX) {
      this.#isStopping = true
      const reason = error instanceof Error ? error : new Error(String(error))
      this.#started.reject(reason)
      if (this.role !== 'starting') onFatal(reason)
      return
    }
    await delay(this.#retryMs)
    this.#retryMs = Math.min(2 * this.#retryMs, RETRY_MAX_MS)
  }

  #endTerm(): void {
    // Until the next term or the first look at the store, what was in force still is.
    if (this.#term !== null) this.#followed = this.#term.configuration
    this.#term = null
    this.queue.failAll(unavailable('This server no longer routes: repeat the request under the same Idempotency-Key.'))
    this.#settle(true)
  }

  #endRecovery(): void {
    const waiting = this.#waitingForRecovery
    this.#waitingForRecovery = []
    for (const resolve of waiting) resolve()
  }

  #settle(isIdle: boolean): void {
    const settled = this.#waitingForSettled
    this.#waitingForSettled = []
    for (const resolve of settled) resolve()
    if (!isIdle) return
    const idle = this.#waitingForIdle
    this.#waitingForIdle = []
    for (const resolve of idle) resolve()
  }
}

function reasonOf(error: unknown): 'leaseLost' | 'drifted' | 'failed' {
  if (error instanceof LeaseLostError) return 'leaseLost'
  return error instanceof DriftError ? 'drifted' : 'failed'
}
