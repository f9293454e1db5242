import { setTimeout as delay } from 'node:timers/promises'
import type { Router, WorkItemId } from '@unified-routing/routing'
import type { EngineLog } from '../../engine/engine-options.ts'
import type { LoopMeter } from '../../engine/loop-meter.ts'

const LOOK_EVERY_MS = 500
/** So many conversations talk with their bots at the same time; the others wait for their turn. */
const AT_ONCE_MAX = 64

export interface RoundsOptions {
  /** Null: this server does not route. */
  readonly router: () => Router | null
  /** Which conversations to look after, with a router that has just been built. */
  readonly learn: (router: Router) => Promise<Iterable<WorkItemId>>
  /** Does what is due in one. Answers when to look again; null: never. */
  readonly goOn: (workItem: WorkItemId) => Promise<number | null>
  readonly now: () => number
  readonly log: EngineLog
  readonly loop?: LoopMeter
}

/** Looks after each conversation when it is due: one thing at a time in each, several conversations side by side. */
export class Rounds {
  readonly #options: RoundsOptions
  readonly #due = new Map<WorkItemId, number>()
  readonly #busy = new Map<WorkItemId, Promise<void>>()
  readonly #stopping = new AbortController()
  readonly #running: Promise<void>
  #begun: Promise<void> = Promise.resolve()
  #seen: Router | null = null

  constructor(options: RoundsOptions) {
    this.#options = options
    this.#running = this.#run()
  }

  knows(workItem: WorkItemId): boolean {
    return this.#due.has(workItem)
  }

  /** Something has happened in it. */
  wake(workItem: WorkItemId): void {
    this.#due.set(workItem, this.#options.now())
    this.#poke()
  }

  /** Does all that is due now, to its end. */
  async look(): Promise<void> {
    await this.#begin()
    while (this.#busy.size > 0) await Promise.all(this.#busy.values())
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#running
    await this.#begun
    await Promise.all(this.#busy.values())
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping
    while (!signal.aborted) {
      this.#poke()
      await delay(LOOK_EVERY_MS, undefined, { signal, ref: false }).catch(() => undefined)
    }
  }

  #poke(): void {
    const { log, loop } = this.#options
    const begun = this.#begin().then(() => loop?.cameRound())
    this.#begun = begun.catch((error: unknown) => {
      loop?.failed()
      log.warn({ event: 'bots.interrupted', err: error }, 'bots not looked after; trying again')
    })
  }

  async #begin(): Promise<void> {
    const { router: present, learn, now } = this.#options
    const router = present()
    if (router === null) {
      this.#due.clear()
      this.#seen = null
      return
    }
    // A router that was built again may know of conversations that we do not.
    if (router !== this.#seen) {
      this.#seen = router
      for (const workItem of await learn(router)) this.#due.set(workItem, now())
    }
    for (const [workItem, at] of this.#due) {
      if (this.#stopping.signal.aborted || this.#busy.size >= AT_ONCE_MAX) return
      if (at <= now() && !this.#busy.has(workItem)) this.#busy.set(workItem, this.#step(workItem))
    }
  }

  async #step(workItem: WorkItemId): Promise<void> {
    const { goOn, now, log } = this.#options
    this.#due.set(workItem, Number.POSITIVE_INFINITY)
    try {
      const next = await goOn(workItem)
      if (next === null) this.#due.delete(workItem)
      else this.#due.set(workItem, Math.min(next, this.#due.get(workItem) ?? next))
    } catch (error) {
      log.warn({ event: 'bots.interrupted', workItemId: workItem, err: error }, 'bot not told; trying again')
      this.#due.set(workItem, now() + LOOK_EVERY_MS)
    } finally {
      this.#busy.delete(workItem)
      // Whatever it was woken for meanwhile, and whoever waits for a turn.
      this.#poke()
    }
  }
}
