import type { Line } from '../assignment/line.ts'
import type { QueueState } from '../assignment/queue-state.ts'
import type { ServedCustomers } from '../assignment/served-customers.ts'
import type { Context } from '../command.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { IndexedHeap } from '../structures/indexed-heap.ts'
import type { Timers } from '../timers/timers.ts'
import type { Actor, Instant, QueueName, RepresentativeName, WorkItemId } from '../vocabulary.ts'
import type { ChangeSet } from './change-set.ts'
import type { Journal } from './journal.ts'
import type { Memory } from './memory.ts'
import type { OpenItem } from './open-item.ts'
import type { Person } from './person.ts'
import type { RowCache } from './row-cache.ts'

/** Everything the router holds in memory. Functions of the router change it; nothing outside sees it. */
export interface World {
  snapshot: Snapshot
  queues: ReadonlyMap<QueueName, QueueState>
  readonly people: Map<RepresentativeName, Person>
  /** Open work only: a closed item leaves the router for good. */
  readonly items: Map<WorkItemId, OpenItem>
  /** The open work item of each routed record, by `recordKey`. */
  readonly itemsByRecord: Map<string, OpenItem>
  readonly rows: RowCache
  readonly memory: Memory
  readonly served: ServedCustomers
  readonly timers: Timers
  /** Whose due instant is to be derived anew before the next timer is looked at. */
  readonly staleTimers: (OpenItem | Person)[]
  /** Lines for which something may have become possible, in the order of service. Empty after every decision. */
  readonly ready: IndexedHeap<Line>
  /** Representatives for whom something may have become possible. Empty after every decision. */
  readonly freed: Person[]
  /** Items queued by this decision; those still waiting at its end are told why nobody could take them. */
  arrivals: OpenItem[]
  readonly journal: Journal
  readonly changes: ChangeSet
  isRoutingEnabled: boolean

  // The decision under way.
  now: Instant
  actor: Actor
  context: Context
}
