import type { DurationMs, Instant, RoutingEvent, WorkItemId, WorkItemState } from '@unified-routing/routing'
import { gini } from '@unified-routing/routing/sim'
import { PersonRecord, type PersonReport } from './person-record.ts'
import { QueueRecord, type QueueReport } from './queue-record.ts'
import { StepSeries, spanAt, type Timeline, timelineOf } from './step-series.ts'

const openStates = ['Open', 'Active', 'Waiting', 'Wrap-up'] as const satisfies readonly WorkItemState[]
type OpenState = (typeof openStates)[number]

/** What a run says, as figures. */
export interface RunReport {
  readonly timeline: Timeline
  readonly thresholdMs: DurationMs
  /** In the order in which work first reached them. */
  readonly queues: readonly QueueReport[]
  readonly people: readonly PersonReport[]
  /** How unevenly occupancy is spread over those who were signed in: 0 evenly; null: nobody was. */
  readonly fairness: number | null
  /** Arrivals in each span. */
  readonly arrivals: readonly number[]
  readonly states: readonly { readonly state: OpenState; readonly peaks: readonly number[]; readonly last: number }[]
  readonly closed: number
}

/** Listens to a run and takes down what a report needs; memory grows with what was assigned, a number each. */
export class RunRecord {
  readonly #timeline: Timeline
  readonly #queues = new Map<string, QueueRecord>()
  readonly #people = new Map<string, PersonRecord>()
  readonly #waiting = new Map<WorkItemId, { readonly queue: string; readonly since: Instant }>()
  readonly #held = new Map<WorkItemId, string>()
  readonly #arrivals: number[]
  readonly #states: Readonly<Record<OpenState, StepSeries>>
  #closed = 0

  constructor(start: Instant, end: Instant) {
    this.#timeline = timelineOf(start, end)
    this.#arrivals = Array.from({ length: this.#timeline.spans }, () => 0)
    const series = () => new StepSeries(this.#timeline)
    this.#states = { Open: series(), Active: series(), Waiting: series(), 'Wrap-up': series() }
  }

  hear(event: RoutingEvent): void {
    if (event.workItem !== null) this.#hearItem(event, event.workItem)
    else if (event.representative !== null) this.#hearPerson(event, event.representative)
  }

  finish(thresholdMs: DurationMs): RunReport {
    const people = [...this.#people.values()].map((person) => person.finish(this.#timeline.end))
    const occupancies = people.map(({ occupancy }) => occupancy).filter((occupancy) => occupancy !== null)
    return {
      timeline: this.#timeline,
      thresholdMs,
      queues: [...this.#queues.values()].map((queue) => queue.finish(thresholdMs)),
      people,
      fairness: occupancies.length === 0 ? null : gini(occupancies),
      arrivals: this.#arrivals,
      states: openStates.map((state) => {
        const last = this.#states[state].value
        return { state, peaks: this.#states[state].finish().peaks, last }
      }),
      closed: this.#closed,
    }
  }

  #hearItem(event: RoutingEvent, item: WorkItemId): void {
    switch (event.type) {
      case 'workItem.created': {
        const span = spanAt(this.#timeline, event.at)
        this.#arrivals[span] = (this.#arrivals[span] ?? 0) + 1
        this.#states.Open.add(event.at, 1)
        return
      }
      case 'workItem.queued':
        if (event.queue !== null) this.#queued(item, event.queue, event.at)
        return
      case 'workItem.assigned':
      case 'workItem.accepted':
        this.#unqueued(item, 'assigned', event.at)
        if (event.representative !== null) this.#taken(item, event.representative, event.at)
        return
      case 'workItem.sessionClosed':
        this.#given(item, event.at)
        return
      case 'workItem.stateChanged':
        this.#changed(item, event)
        return
      default:
        return
    }
  }

  #hearPerson({ type, at }: RoutingEvent, name: string): void {
    if (type === 'representative.signedIn' || type === 'representative.reconnected') this.#person(name).come(at)
    if (type === 'representative.signedOut' || type === 'representative.disconnected') this.#person(name).go(at)
  }

  /** An item that comes back to its queue, because nobody took it, waits on. */
  #queued(item: WorkItemId, queue: string, at: Instant): void {
    if (this.#waiting.get(item)?.queue === queue) return
    this.#unqueued(item, 'moved', at)
    this.#waiting.set(item, { queue, since: at })
    this.#queue(queue).enter(at)
  }

  #unqueued(item: WorkItemId, how: 'assigned' | 'moved' | 'lost', at: Instant): void {
    const waiting = this.#waiting.get(item)
    if (waiting === undefined) return
    this.#waiting.delete(item)
    this.#queue(waiting.queue).leave(at, { since: waiting.since, how })
  }

  #taken(item: WorkItemId, representative: string, at: Instant): void {
    this.#given(item, at)
    this.#held.set(item, representative)
    this.#person(representative).take(at)
  }

  #given(item: WorkItemId, at: Instant): void {
    const holder = this.#held.get(item)
    if (holder === undefined) return
    this.#held.delete(item)
    this.#person(holder).give(at)
  }

  #changed(item: WorkItemId, { from, to, at }: Extract<RoutingEvent, { type: 'workItem.stateChanged' }>): void {
    if (from !== 'Closed') this.#states[from].add(at, -1)
    if (to !== 'Closed') this.#states[to].add(at, 1)
    if (to !== 'Active') this.#given(item, at)
    if (to !== 'Closed') return
    this.#closed++
    this.#unqueued(item, 'lost', at)
  }

  #queue(name: string): QueueRecord {
    const known = this.#queues.get(name) ?? new QueueRecord(name, this.#timeline)
    this.#queues.set(name, known)
    return known
  }

  #person(name: string): PersonRecord {
    const known = this.#people.get(name) ?? new PersonRecord(name)
    this.#people.set(name, known)
    return known
  }
}
