import type { DurationMs, Instant, Literal, QueueName, RepresentativeName, SessionId } from '../../src/vocabulary.ts'
import { createRandom, drawExponentialMs, drawWeighted } from '../random.ts'
import type { Draw, GenerateAction } from '../scenario/scenario.ts'

/** One item of generated load, as metrics need it. */
export interface GeneratedItem {
  readonly id: string
  /** Of records; null: a conversation. */
  readonly table: string | null
  readonly arrivedAt: Instant
  /** How long whoever gets it will work on it; null: nobody does anything by themselves. */
  readonly handlingMs: DurationMs | null
  readonly values: Readonly<Record<string, Literal>>
  assignedAt: Instant | null
  closedAt: Instant | null
  /** Every queue it was put into. */
  queues: readonly QueueName[]
  readonly work: Work[]
}

/** One representative's work on an item, while `to` is null. */
export interface Work {
  readonly session: SessionId
  readonly representative: RepresentativeName
  readonly from: Instant
  to: Instant | null
}

/** The arrivals of one `generate` step, and what chance decides about each.
 *
 * Chance is drawn when an item arrives, never when it is handled: another way of assignment meets the same work. */
export class Generator {
  readonly action: GenerateAction
  readonly startedAt: Instant
  readonly items: GeneratedItem[] = []
  readonly #random: () => number
  readonly #draws: readonly (readonly [name: string, draw: Draw])[]

  constructor(action: GenerateAction, seed: number, startedAt: Instant) {
    this.action = action
    this.startedAt = startedAt
    this.#random = createRandom(seed, `generate/${action.id}`)
    this.#draws = Object.entries(action.work.type === 'records' ? action.work.values : action.work.context)
  }

  /** When the next item comes, given when the last one did; null: there are no more. */
  nextArrival(previous: Instant): Instant | null {
    const { arrivals, count } = this.action
    if (this.items.length >= count) return null
    if (arrivals.type === 'poisson')
      return previous + drawExponentialMs(this.#random, MINUTE_MS / arrivals.ratePerMinute)
    return this.items.length === 0 || arrivals.type === 'atOnce' ? previous : previous + arrivals.gapMs
  }

  arrive(now: Instant): GeneratedItem {
    const { id, work, handlingMs } = this.action
    const item: GeneratedItem = {
      id: `${id}-${this.items.length + 1}`,
      table: work.type === 'records' ? work.table : null,
      arrivedAt: now,
      values: this.#drawValues(),
      handlingMs: handlingMs === null ? null : drawExponentialMs(this.#random, handlingMs),
      assignedAt: null,
      closedAt: null,
      queues: [],
      work: [],
    }
    this.items.push(item)
    return item
  }

  #drawValues(): Readonly<Record<string, Literal>> {
    if (this.#draws.length === 0) return NO_VALUES
    const drawn = this.#draws.map(([name, draw]) => {
      if ('fixed' in draw) return [name, draw.fixed] as const
      return [name, draw.choice[drawWeighted(this.#random, draw.weights)] ?? null] as const
    })
    return Object.fromEntries(drawn)
  }
}

const NO_VALUES: Readonly<Record<string, Literal>> = Object.freeze({})

/** All generated load of a run. Closed items stay with their generator and are no longer found by id. */
export class GeneratedWork {
  readonly #generators = new Map<string, Generator>()
  readonly #open = new Map<string, GeneratedItem>()

  add(generator: Generator): void {
    this.#generators.set(generator.action.id, generator)
  }

  opened(item: GeneratedItem): void {
    this.#open.set(item.id, item)
  }

  closed(id: string): void {
    this.#open.delete(id)
  }

  open(id: string): GeneratedItem | undefined {
    return this.#open.get(id)
  }

  /** One generator by the id of its step, or all of them. */
  generators(id: string | undefined): readonly Generator[] {
    if (id === undefined) return [...this.#generators.values()]
    const generator = this.#generators.get(id)
    return generator === undefined ? [] : [generator]
  }
}

const MINUTE_MS = 60_000
