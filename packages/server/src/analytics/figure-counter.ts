import { setTimeout as delay } from 'node:timers/promises'
import type { RoutingEvent } from '@unified-routing/routing'
import type { CommittedBatch, Engine } from '../engine/engine.ts'
import type { EngineLog } from '../engine/engine-options.ts'
import type { LoopMeter } from '../engine/loop-meter.ts'
import { readFigurePosition, readWays, storeCountedEvents } from '../store/figures.ts'
import { readEvents } from '../store/journal.ts'
import type { OwnedWorkItem } from '../store/owned-work-item.ts'
import { readQueueRenamings } from '../store/queue-renamings.ts'
import type { Store } from '../store/store.ts'
import { readWorkItems } from '../store/work-items.ts'
import { Buckets } from './buckets.ts'
import { EventCounter } from './count-events.ts'

/** Commits of a second are counted together. */
const COUNT_EVERY_MS = 1_000
const EVENTS_PER_STEP_MAX = 5_000
/** What is remembered of the newest commits; beyond it they are read from the journal, which has them anyway. */
const EVENTS_HELD_MAX = 50_000

/** Keeps the figures true to the journal, on the server that routes. */
export interface FigureCounter {
  /** Counts all that is committed by now; resolves when it is stored. */
  settled(): Promise<void>
  /** Hears each time that figures have changed. */
  onCounted(listener: () => void): () => void
  stop(): Promise<void>
}

export interface FigureCounterOptions {
  readonly store: Store
  readonly organizationId: string
  readonly engine: Engine
  readonly log: EngineLog
  /** Of a representative, as the configuration in force says. */
  readonly businessUnitOf: (representative: string) => string
  readonly loop?: LoopMeter
  readonly everyMs?: number
}

/** Counts the journal into sums a moment after each commit.
 *
 * Position and sums are stored together and only from the position that was read, so that nothing counts twice,
 * whoever else counts and whenever a server dies. */
export function createFigureCounter(options: FigureCounterOptions): FigureCounter {
  const { engine, log, loop, everyMs = COUNT_EVERY_MS } = options
  const count = new Count(options)
  const listeners = new Set<() => void>()
  const stopping = new AbortController()
  let working: Promise<void> = Promise.resolve()
  let isDue = true

  async function catchUp(): Promise<void> {
    if (engine.role() !== 'leader') {
      count.forget()
      return
    }
    isDue = false
    let outcome = await count.step()
    while (outcome === 'more' && !stopping.signal.aborted) outcome = await count.step()
    for (const listener of listeners) listener()
  }
  function kick(): Promise<void> {
    working = working.then(catchUp).catch((error: unknown) => {
      count.forget()
      isDue = true
      loop?.failed()
      log.warn({ event: 'figures.interrupted', err: error }, 'counting interrupted; it goes on from the journal')
    })
    return working
  }
  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      if (isDue) await kick()
      if (!isDue) loop?.cameRound()
      await delay(everyMs, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)
    }
  }

  const stopListening = engine.onCommitted((batch) => {
    count.held.add(batch)
    isDue = true
  })
  const running = run()
  return {
    settled: () => kick(),
    onCounted: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop: async () => {
      stopListening()
      stopping.abort()
      await running
      await working
    },
  }
}

interface Standing {
  position: number
  readonly counter: EventCounter
  /** What is known beside the events of a step. */
  readonly items: Map<string, OwnedWorkItem>
  newQueueNames: ReadonlyMap<number, ReadonlyMap<string, string>>
}

/** The count, as far as this server knows it; forgotten whenever somebody else may have counted. */
class Count {
  readonly held = new HeldEvents()
  readonly #options: FigureCounterOptions
  #standing: Standing | null = null

  constructor(options: FigureCounterOptions) {
    this.#options = options
  }

  forget(): void {
    this.#standing = null
  }

  /** Counts and stores the next events. */
  async step(): Promise<'more' | 'done'> {
    const { store, organizationId } = this.#options
    const standing = this.#standing ?? (await this.#begin())
    this.#standing = standing
    const { position, counter, items } = standing
    const found = this.held.after(position) ?? (await readAfter(this.#options, position))
    const last = found.events.at(-1)
    if (last === undefined) return 'done'
    for (const item of found.workItems) items.set(item.id, item)
    standing.newQueueNames = await this.#newQueueNames(found.events)
    for (const event of found.events) counter.count(event)
    const isOurs = await storeCountedEvents(store, {
      organizationId,
      from: position,
      to: last.sequence,
      buckets: counter.buckets.all(),
      ways: new Map([...counter.touched].map((id) => [id, counter.ways.get(id) ?? null])),
    })
    if (!isOurs) {
      this.forget()
      return 'more'
    }
    standing.position = last.sequence
    counter.buckets = new Buckets()
    counter.touched.clear()
    items.clear()
    return found.isMore ? 'more' : 'done'
  }

  async #begin(): Promise<Standing> {
    const { store, organizationId } = this.#options
    // In this order: should somebody store in between, the position is no longer theirs and nothing is written.
    const position = await readFigurePosition(store, organizationId)
    const ways = await readWays(store, organizationId)
    const items = new Map<string, OwnedWorkItem>()
    const counter = new EventCounter(ways, {
      item: (id) => items.get(id) ?? null,
      businessUnitOf: this.#options.businessUnitOf,
      newQueueNames: (version) => standing.newQueueNames.get(version) ?? new Map(),
    })
    const standing: Standing = { position, counter, items, newQueueNames: new Map() }
    return standing
  }

  async #newQueueNames(events: readonly RoutingEvent[]): Promise<Standing['newQueueNames']> {
    const versions = events.flatMap((event) => (event.type === 'organization.configured' ? [event.version] : []))
    if (versions.length === 0) return new Map()
    const { store, organizationId } = this.#options
    const renamings = await readQueueRenamings(store, organizationId, { versions })
    const byVersion = [...Map.groupBy(renamings, ({ version }) => version)]
    return new Map(byVersion.map(([version, own]) => [version, new Map(own.map(({ from, to }) => [from, to]))]))
  }
}

interface FoundEvents {
  readonly events: readonly RoutingEvent[]
  readonly workItems: readonly OwnedWorkItem[]
  readonly isMore: boolean
}

async function readAfter({ store, organizationId }: FigureCounterOptions, after: number): Promise<FoundEvents> {
  const events = await readEvents(store, { organizationId, after, limit: EVENTS_PER_STEP_MAX })
  const begun = events.flatMap(({ type, workItem }) =>
    type === 'workItem.created' && workItem !== null ? [workItem] : [],
  )
  const workItems = begun.length === 0 ? [] : await readWorkItems(store, organizationId, begun)
  return { events, workItems, isMore: events.length === EVENTS_PER_STEP_MAX }
}

/** The newest commits, so that they need not be read back. */
class HeldEvents {
  #batches: CommittedBatch[] = []
  #count = 0

  add(batch: CommittedBatch): void {
    this.#batches.push(batch)
    this.#count += batch.events.length
    if (this.#count <= EVENTS_HELD_MAX) return
    this.#batches = []
    this.#count = 0
  }

  /** All that came after the position, if nothing between is missing; null: it is to be read. */
  after(position: number): FoundEvents | null {
    const batches = this.#batches
    this.#batches = []
    this.#count = 0
    const events = batches.flatMap((batch) => batch.events).filter(({ sequence }) => sequence > position)
    if (events[0]?.sequence !== position + 1) return null
    return { events, workItems: batches.flatMap(({ workItems }) => [...workItems.values()]), isMore: false }
  }
}
