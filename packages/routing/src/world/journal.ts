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
  const { item } = open
  item.version = write(world, event, { workItem: item.id, queue: item.queue, representative })
  world.changes.workItems.add(item)
}

export function recordPerson(world: World, person: Person, event: EventBody): void {
  const { name } = person.state
  person.state.version = write(world, event, { workItem: null, queue: null, representative: name })
  world.changes.representatives.add(person.state)
}

export function recordOrganization(world: World, event: EventBody): void {
  write(world, event, { workItem: null, queue: null, representative: null })
}

function write(
  world: World,
  event: EventBody,
  about: { readonly workItem: string | null; readonly queue: QueueName | null; readonly representative: string | null },
): number {
  const { journal, now: at, actor } = world
  journal.sequence += 1
  const { sequence } = journal
  const { workItem, queue, representative } = about
  // Completed in place, because the journal is most of what a decision makes: each event is made for one call.
  journal.events.push(Object.assign(event, { sequence, at, actor, workItem, queue, representative }))
  return sequence
}
