import type { CandidateTrace, EventBody } from '../event.ts'
import type { ClosureReason, RepresentativeName, SessionId, WorkItemState } from '../vocabulary.ts'
import { writeItemEvent, writePersonEvent } from './journal.ts'
import type { OpenItem } from './open-item.ts'
import type { Person } from './person.ts'
import type { World } from './world.ts'

/** The events of every item's way, each made in one piece: a decision is made of little else, and an event that is
 * completed afterwards costs three times as much. Rare events go through `recordItem` and its neighbours. */

type Body<Type extends EventBody['type']> = Omit<Extract<EventBody, { type: Type }>, 'type'>

export function recordCreated(world: World, open: OpenItem, workstream: string): void {
  const { id, kind, record, customer, queue } = open.item
  writeItemEvent(world, open, {
    type: 'workItem.created',
    kind,
    workstream,
    record,
    customer,
    sequence: world.journal.sequence + 1,
    at: world.now,
    actor: world.actor,
    workItem: id,
    queue,
    representative: null,
  })
}

/** What classification found is on the item already. */
export function recordClassified(
  world: World,
  open: OpenItem,
  rulesets: Body<'workItem.classified'>['rulesets'],
): void {
  const { id, queue, skills, capacityProfiles, attributes, priorityScore } = open.item
  writeItemEvent(world, open, {
    type: 'workItem.classified',
    rulesets,
    skills,
    capacityProfiles,
    attributes,
    priorityScore,
    sequence: world.journal.sequence + 1,
    at: world.now,
    actor: world.actor,
    workItem: id,
    queue,
    representative: null,
  })
}

export function recordRoutedToQueue(
  world: World,
  open: OpenItem,
  { rules, reason, message }: Body<'workItem.routedToQueue'>,
): void {
  const { id, queue } = open.item
  writeItemEvent(world, open, {
    type: 'workItem.routedToQueue',
    rules,
    reason,
    message,
    sequence: world.journal.sequence + 1,
    at: world.now,
    actor: world.actor,
    workItem: id,
    queue,
    representative: null,
  })
}

/** `rule`: the prioritization rule that takes it; null: none does. */
export function recordQueued(
  world: World,
  open: OpenItem,
  { reason, rule }: { readonly reason: Body<'workItem.queued'>['reason']; readonly rule: string | null },
): void {
  const { id, queue } = open.item
  const event = {
    type: 'workItem.queued',
    reason,
    sequence: world.journal.sequence + 1,
    at: world.now,
    actor: world.actor,
    workItem: id,
    queue,
    representative: null,
  } as const
  writeItemEvent(world, open, rule === null ? event : { ...event, rule })
}

export function recordStateChanged(
  world: World,
  open: OpenItem,
  { from, to, reason }: { from: WorkItemState; to: WorkItemState; reason: ClosureReason | null },
): void {
  const { id, queue } = open.item
  writeItemEvent(world, open, {
    type: 'workItem.stateChanged',
    from,
    to,
    reason,
    sequence: world.journal.sequence + 1,
    at: world.now,
    actor: world.actor,
    workItem: id,
    queue,
    representative: null,
  })
}

/** How an item comes to a representative, for the journal. */
export interface Grounds {
  readonly mode: Body<'workItem.assigned'>['mode']
  readonly method: string
  readonly candidates: readonly CandidateTrace[]
  /** A line for people: why this representative. */
  readonly because: string
}

export function recordAssigned(
  world: World,
  open: OpenItem,
  given: { session: SessionId; representative: RepresentativeName; grounds: Grounds },
): void {
  const { id, queue } = open.item
  const { mode, method, candidates, because } = given.grounds
  writeItemEvent(world, open, {
    type: 'workItem.assigned',
    session: given.session,
    mode,
    method,
    candidates,
    because,
    sequence: world.journal.sequence + 1,
    at: world.now,
    actor: world.actor,
    workItem: id,
    queue,
    representative: given.representative,
  })
}

export function recordSessionClosed(
  world: World,
  open: OpenItem,
  { session, representative, reason }: Body<'workItem.sessionClosed'> & { representative: RepresentativeName },
): void {
  const { id, queue } = open.item
  writeItemEvent(world, open, {
    type: 'workItem.sessionClosed',
    session,
    reason,
    sequence: world.journal.sequence + 1,
    at: world.now,
    actor: world.actor,
    workItem: id,
    queue,
    representative,
  })
}

export function recordCapacityReleased(world: World, open: OpenItem, representative: RepresentativeName): void {
  const { id, queue } = open.item
  writeItemEvent(world, open, {
    type: 'workItem.capacityReleased',
    sequence: world.journal.sequence + 1,
    at: world.now,
    actor: world.actor,
    workItem: id,
    queue,
    representative,
  })
}

export function recordNotAssigned(
  world: World,
  open: OpenItem,
  reasons: Body<'workItem.notAssigned'>['reasons'],
): void {
  const { id, queue } = open.item
  writeItemEvent(world, open, {
    type: 'workItem.notAssigned',
    reasons,
    sequence: world.journal.sequence + 1,
    at: world.now,
    actor: world.actor,
    workItem: id,
    queue,
    representative: null,
  })
}

export function recordPresenceChanged(
  world: World,
  person: Person,
  { from, to, setBy }: Body<'representative.presenceChanged'>,
): void {
  writePersonEvent(world, person, {
    type: 'representative.presenceChanged',
    from,
    to,
    setBy,
    sequence: world.journal.sequence + 1,
    at: world.now,
    actor: world.actor,
    workItem: null,
    queue: null,
    representative: person.state.name,
  })
}
