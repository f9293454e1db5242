import type { EventBody, RoutingEvent } from '../event.ts'
import type { QueueName, RepresentativeName } from '../vocabulary.ts'
import type { OpenItem } from './open-item.ts'
import type { Person } from './person.ts'
import type { World } from './world.ts'

/** The events of the decision under way and the sequence that numbers them. */
export interface Journal {
  sequence: number
  events: RoutingEvent[]
}

/** Writes an event about a work item. */
export function recordItem(world: World, open: OpenItem, event: EventBody): void {
  recordSession(world, { open, representative: null }, event)
}

/** Writes an event about a work item and a representative: an offer, a session, an answer. */
export function recordSession(
  world: World,
  { open, representative }: { readonly open: OpenItem; readonly representative: RepresentativeName | null },
  event: EventBody,
): void {
  const { id, queue } = open.item
  writeItemEvent(world, open, complete(world, event, { workItem: id, queue, representative }))
}

export function recordPerson(world: World, person: Person, event: EventBody): void {
  const about = { workItem: null, queue: null, representative: person.state.name }
  writePersonEvent(world, person, complete(world, event, about))
}

export function recordOrganization(world: World, event: EventBody): void {
  write(world, complete(world, event, { workItem: null, queue: null, representative: null }))
}

/** Puts a complete event about a work item into the journal; its sequence is the next one. */
export function writeItemEvent(world: World, { item }: OpenItem, event: RoutingEvent): void {
  write(world, event)
  item.version = event.sequence
  world.changes.workItems.add(item)
}

export function writePersonEvent(world: World, { state }: Person, event: RoutingEvent): void {
  write(world, event)
  state.version = event.sequence
  world.changes.representatives.add(state)
}

function write({ journal }: World, event: RoutingEvent): void {
  journal.sequence = event.sequence
  journal.events.push(event)
}

function complete(
  { journal, now: at, actor }: World,
  event: EventBody,
  about: { readonly workItem: string | null; readonly queue: QueueName | null; readonly representative: string | null },
): RoutingEvent {
  const { workItem, queue, representative } = about
  return Object.assign(event, { sequence: journal.sequence + 1, at, actor, workItem, queue, representative })
}
