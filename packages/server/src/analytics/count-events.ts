import { rootBusinessUnit } from '@unified-routing/contract'
import type { Channel, ClosureReason, RoutingEvent, WorkItemId } from '@unified-routing/routing'
import type { OpenSession, Sums, Way } from '../store/measures.ts'
import { limitsKept } from './add-sums.ts'
import { Buckets } from './buckets.ts'

/** Why a session ended when its representative, or a supervisor, handed the work on. */
const handedOn: ReadonlySet<ClosureReason> = new Set([
  'AgentTransferred',
  'AgentTransferToQueue',
  'QueueTransfer',
  'SupervisorAssignToQueue',
  'SupervisorTransferToAgent',
])

type EventOf<Type extends RoutingEvent['type']> = Extract<RoutingEvent, { readonly type: Type }>

/** What the journal does not tell. */
export interface KnownBeside {
  /** Of an item of these events; null: not known. */
  readonly item: (workItem: WorkItemId) => { readonly channel: Channel; readonly businessUnit: string } | null
  readonly businessUnitOf: (representative: string) => string
  /** The new names of queues in a version of the configuration, by the old ones. */
  readonly newQueueNames: (version: number) => ReadonlyMap<string, string>
}

/** Turns the journal, event by event and in order, into sums. Pure: the same events give the same sums, whether they
 * come one at a time or all at once.
 *
 * What it knows of open items is in `ways`; `touched` are those that changed since they were last stored. */
export class EventCounter {
  readonly ways: Map<WorkItemId, Way>
  readonly touched = new Set<WorkItemId>()
  buckets = new Buckets()
  readonly #known: KnownBeside

  constructor(ways: Iterable<readonly [WorkItemId, Way]>, known: KnownBeside) {
    this.ways = new Map(ways)
    this.#known = known
  }

  count(event: RoutingEvent): void {
    if (event.type === 'organization.configured') this.#renameQueues(this.#known.newQueueNames(event.version))
    if (event.workItem === null) return
    if (event.type === 'workItem.created') this.#begin(event, event.workItem)
    const way = this.#follow(event.workItem)
    // The journal of this item began before it was counted.
    if (way === undefined) return
    const next = this.#next(event, way)
    if (next === way) return
    this.touched.add(event.workItem)
    if (next === null) this.ways.delete(event.workItem)
    else this.ways.set(event.workItem, next)
  }

  /** What is remembered of an item, at home where its record belongs by now. */
  #follow(workItem: WorkItemId): Way | undefined {
    const way = this.ways.get(workItem)
    const businessUnit = this.#known.item(workItem)?.businessUnit
    if (way?.kind !== 'record' || businessUnit === undefined || businessUnit === way.businessUnit) return way
    const moved = { ...way, businessUnit }
    this.ways.set(workItem, moved)
    this.touched.add(workItem)
    return moved
  }

  #renameQueues(newNames: ReadonlyMap<string, string>): void {
    if (newNames.size === 0) return
    for (const [workItem, way] of this.ways) {
      const renamed = withQueueNames(way, newNames)
      if (renamed === way) continue
      this.ways.set(workItem, renamed)
      this.touched.add(workItem)
    }
  }

  #begin(event: EventOf<'workItem.created'>, workItem: WorkItemId): void {
    const known = this.#known.item(workItem)
    const place: Pick<Way, 'channel' | 'businessUnit'> =
      event.kind === 'conversation'
        ? { channel: known?.channel ?? 'custom' }
        : { channel: 'record', businessUnit: known?.businessUnit ?? rootBusinessUnit }
    const way: Way = {
      kind: event.kind,
      ...place,
      createdAt: event.at,
      stay: null,
      sessions: [],
      ended: null,
      wrapUpSince: null,
    }
    this.ways.set(workItem, way)
    this.touched.add(workItem)
    this.#add(event, way, { created: 1 })
  }

  /** The way as it is after the event; null: it is over. */
  #next(event: RoutingEvent, way: Way): Way | null {
    switch (event.type) {
      case 'workItem.queued':
        return this.#enter(event, way)
      case 'workItem.offered':
        this.#add(event, way, { offers: 1 })
        return way
      case 'workItem.declined':
        this.#addRefusal(event, way)
        return way
      case 'workItem.offerWithdrawn':
        this.#addRefusal(event, way)
        return way
      case 'workItem.assigned':
      case 'workItem.accepted':
        return this.#answer(event, way)
      case 'workItem.sessionClosed':
        return this.#endSession(event, way)
      case 'workItem.overflowed':
        if (event.trigger !== 'transfer') this.#add({ ...event, representative: null }, way, { overflowed: 1 })
        return way
      case 'workItem.stateChanged':
        return this.#changeState(event, way)
      default:
        return way
    }
  }

  #enter(event: EventOf<'workItem.queued'>, way: Way): Way {
    // Back from an offer that nobody accepted, it waits as it did.
    if (event.reason === 'returned' && way.stay !== null && !way.stay.answered && way.stay.queue === event.queue)
      return way
    this.#add(event, way, { entered: 1 })
    return { ...way, stay: { queue: event.queue, since: event.at, answered: false } }
  }

  #answer(event: EventOf<'workItem.assigned'> | EventOf<'workItem.accepted'>, way: Way): Way {
    if (event.representative === null) return way
    const { session: id, representative, queue, at } = event
    const sessions = [...way.sessions, { id, representative, queue, acceptedAt: at }]
    if (way.stay === null || way.stay.answered) return { ...way, sessions }
    const waitMs = at - way.stay.since
    const ofConversations = way.kind === 'conversation' ? { answeredConversations: 1 } : {}
    this.#add(event, way, { answered: 1, ...ofConversations, waitMs, longestWaitMs: waitMs, ...limitsKept(waitMs) })
    return { ...way, sessions, stay: { ...way.stay, answered: true } }
  }

  #addRefusal(event: EventOf<'workItem.declined'> | EventOf<'workItem.offerWithdrawn'>, way: Way): void {
    if (event.reason === 'AgentReject') this.#add(event, way, { rejected: 1 })
    if (event.reason === 'AgentTimeout') this.#add(event, way, { missed: 1 })
  }

  #endSession(event: EventOf<'workItem.sessionClosed'>, way: Way): Way {
    const ended = way.sessions.find(({ id }) => id === event.session)
    if (ended === undefined) return way
    this.#add({ ...ended, at: event.at }, way, {
      handled: 1,
      handledMs: event.at - ended.acceptedAt,
      ...(handedOn.has(event.reason) ? { transferred: 1 } : {}),
    })
    const { representative, queue } = ended
    return { ...way, sessions: way.sessions.filter((one) => one !== ended), ended: { representative, queue } }
  }

  #changeState(event: EventOf<'workItem.stateChanged'>, way: Way): Way | null {
    if (way.wrapUpSince !== null && event.from === 'Wrap-up' && way.ended !== null)
      this.#add({ ...way.ended, at: event.at }, way, { wrapUps: 1, wrapUpMs: event.at - way.wrapUpSince })
    if (event.to === 'Closed') {
      this.#close(event, way)
      return null
    }
    const wrapUpSince = event.to === 'Wrap-up' ? event.at : null
    return wrapUpSince === way.wrapUpSince ? way : { ...way, wrapUpSince }
  }

  #close(event: EventOf<'workItem.stateChanged'>, way: Way): void {
    const { stay } = way
    const isAbandoned = way.kind === 'conversation' && stay !== null && !stay.answered
    const last = way.sessions.at(-1) ?? way.ended
    const businessUnit = this.#unitOf(way, event.representative ?? last?.representative ?? null)
    this.#add({ ...event, businessUnit }, way, {
      closed: 1,
      lifetimeMs: event.at - way.createdAt,
      ...(isAbandoned ? { abandoned: 1, abandonedMs: event.at - stay.since } : {}),
    })
  }

  #add({ at, queue, representative, businessUnit }: Doing, way: Way, sums: Sums): void {
    const unit = businessUnit ?? this.#unitOf(way, representative)
    this.buckets.add({ at, queue, representative, channel: way.channel, businessUnit: unit }, sums)
  }

  #unitOf({ kind, businessUnit = rootBusinessUnit }: Way, representative: string | null): string {
    if (kind === 'record') return businessUnit
    return representative === null ? rootBusinessUnit : this.#known.businessUnitOf(representative)
  }
}

/** Where something happened, and whose doing it was. */
interface Doing extends Pick<RoutingEvent, 'at' | 'queue' | 'representative'> {
  /** Absent: that of the work. */
  readonly businessUnit?: string
}

/** The same way when none of its queues has a new name. */
function withQueueNames(way: Way, newNames: ReadonlyMap<string, string>): Way {
  const isRenamed = (place: Pick<OpenSession, 'queue'> | null) => place?.queue != null && newNames.has(place.queue)
  if (![way.stay, way.ended, ...way.sessions].some(isRenamed)) return way
  const renamed = <Place extends Pick<OpenSession, 'queue'>>(place: Place): Place =>
    place.queue === null ? place : { ...place, queue: newNames.get(place.queue) ?? place.queue }
  return {
    ...way,
    stay: way.stay === null ? null : renamed(way.stay),
    ended: way.ended === null ? null : renamed(way.ended),
    sessions: way.sessions.map(renamed),
  }
}
