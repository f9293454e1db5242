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

/** Turns the journal, event by event and in order, into sums. Pure: the same events give the same sums, whether they
 * come one at a time or all at once.
 *
 * What it knows of open items is in `ways`; `touched` are those that changed since they were last stored. */
export class EventCounter {
  readonly ways: Map<WorkItemId, Way>
  readonly touched = new Set<WorkItemId>()
  buckets = new Buckets()
  readonly #channelOf: (workItem: WorkItemId) => Channel | null

  constructor(ways: Iterable<readonly [WorkItemId, Way]>, channelOf: (workItem: WorkItemId) => Channel | null) {
    this.ways = new Map(ways)
    this.#channelOf = channelOf
  }

  count(event: RoutingEvent): void {
    if (event.workItem === null) return
    if (event.type === 'workItem.created') this.#begin(event, event.workItem)
    const way = this.ways.get(event.workItem)
    // The journal of this item began before it was counted.
    if (way === undefined) return
    const next = this.#next(event, way)
    if (next === way) return
    this.touched.add(event.workItem)
    if (next === null) this.ways.delete(event.workItem)
    else this.ways.set(event.workItem, next)
  }

  #begin(event: EventOf<'workItem.created'>, workItem: WorkItemId): void {
    const channel = event.kind === 'record' ? 'record' : (this.#channelOf(workItem) ?? 'custom')
    const way: Way = {
      kind: event.kind,
      channel,
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
    this.#add(event, way, {
      closed: 1,
      lifetimeMs: event.at - way.createdAt,
      ...(isAbandoned ? { abandoned: 1, abandonedMs: event.at - stay.since } : {}),
    })
  }

  #add(
    {
      at,
      queue,
      representative,
    }: Pick<RoutingEvent, 'at' | 'queue' | 'representative'> | (OpenSession & { at: number }),
    { channel }: Way,
    sums: Sums,
  ): void {
    this.buckets.add({ at, queue, representative, channel }, sums)
  }
}
