import type { RoutingEvent } from '../../src/event.ts'
import type { Instant, QueueName, RepresentativeName } from '../../src/vocabulary.ts'
import type { GeneratedItem } from './generated-work.ts'

/** What has happened so far, in the form that expectations and metrics ask for. */
export class Ledger {
  /** Item and representative in turn: a pair for each of a million would be most of what a run keeps. */
  readonly #assignments: string[] = []
  readonly #lists = new Map<QueueName, readonly QueueName[]>()
  readonly #shifts = new Map<RepresentativeName, Shift>()

  /** `generated`: the item it is about, when it is generated and open. */
  record(event: RoutingEvent, generated: GeneratedItem | undefined): void {
    if (event.workItem === null) this.#recordPerson(event)
    else this.#recordItem(event, event.workItem)
    if (generated !== undefined) this.#recordGenerated(generated, event)
  }

  /** Every offer and every assignment by the router, in order. */
  assignments(): readonly (readonly [item: string, representative: string])[] {
    const flat = this.#assignments
    return Array.from({ length: flat.length / 2 }, (_, n) => [flat[2 * n] ?? '', flat[2 * n + 1] ?? ''] as const)
  }

  /** How long somebody was signed in between two instants. */
  signedInMs(representative: RepresentativeName, from: Instant, to: Instant): number {
    const shift = this.#shifts.get(representative)
    if (shift === undefined) return 0
    const running = shift.since === null ? [] : [[shift.since, to] as const]
    return [...shift.ended, ...running].reduce(
      (sum, [begin, end]) => sum + Math.max(0, Math.min(end, to) - Math.max(begin, from)),
      0,
    )
  }

  #recordItem(event: RoutingEvent, id: string): void {
    if ((event.type === 'workItem.offered' || event.type === 'workItem.assigned') && isByRouter(event.mode))
      this.#assignments.push(id, event.representative ?? '')
  }

  #recordPerson(event: RoutingEvent): void {
    if (event.representative === null) return
    if (event.type === 'representative.signedIn' || event.type === 'representative.reconnected')
      this.#shift(event.representative).since ??= event.at
    if (event.type !== 'representative.signedOut' && event.type !== 'representative.disconnected') return
    const shift = this.#shift(event.representative)
    if (shift.since !== null) shift.ended.push([shift.since, event.at])
    shift.since = null
  }

  #recordGenerated(item: GeneratedItem, event: RoutingEvent): void {
    switch (event.type) {
      case 'workItem.queued':
        if (event.queue !== null && !item.queues.includes(event.queue))
          item.queues = item.queues.length === 0 ? this.#only(event.queue) : [...item.queues, event.queue]
        return
      case 'workItem.assigned':
      case 'workItem.accepted':
        item.assignedAt ??= event.at
        if (event.representative !== null)
          item.work.push({ session: event.session, representative: event.representative, from: event.at, to: null })
        return
      case 'workItem.sessionClosed':
        endWork(item, event.at)
        return
      case 'workItem.stateChanged':
        if (event.to !== 'Active') endWork(item, event.at)
        if (event.to === 'Closed') item.closedAt = event.at
        return
      default:
        return
    }
  }

  /** The list of this queue alone, one for all items. */
  #only(queue: QueueName): readonly QueueName[] {
    const known = this.#lists.get(queue) ?? [queue]
    this.#lists.set(queue, known)
    return known
  }

  #shift(representative: RepresentativeName): Shift {
    const known = this.#shifts.get(representative) ?? { ended: [], since: null }
    this.#shifts.set(representative, known)
    return known
  }
}

interface Shift {
  readonly ended: (readonly [from: Instant, to: Instant])[]
  since: Instant | null
}

function isByRouter(mode: 'method' | 'affinity' | 'preferred' | 'expert' | 'pick' | 'hand' | 'transfer'): boolean {
  return mode !== 'pick' && mode !== 'hand' && mode !== 'transfer'
}

function endWork(item: GeneratedItem, at: Instant): void {
  const last = item.work.at(-1)
  if (last !== undefined && last.to === null) last.to = at
}
