import { rememberService } from '../assignment/served-customers.ts'
import { stopWaiting } from '../assignment/waiting.ts'
import { countDayUse } from '../capacity/day-use.ts'
import { sampleWait } from '../queueing/average-wait.ts'
import type { ClosureReason } from '../vocabulary.ts'
import type { Session } from '../work-item.ts'
import { type Grounds, recordAssigned, recordSessionClosed } from '../world/frequent-events.ts'
import { recordSession } from '../world/journal.ts'
import type { OpenItem } from '../world/open-item.ts'
import { hold, letGo, type Person } from '../world/person.ts'
import { refreshPerson } from '../world/refresh-person.ts'
import type { World } from '../world/world.ts'
import { announceArrival, announceOffer } from './announce.ts'
import { changed, setState, workstreamOf } from './change-item.ts'
import { endParticipation, endParticipations } from './participants.ts'

/** Offers the item, or assigns it when its workstream needs no answer. */
export function offerOrAssign(world: World, open: OpenItem, input: { person: Person; grounds: Grounds }): void {
  if (workstreamOf(world, open.item)?.autoAssign === true) assign(world, open, input)
  else offer(world, open, input)
}

/** Gives the item to the representative without asking. Their capacity is used from now on. */
export function assign(world: World, open: OpenItem, { person, grounds }: { person: Person; grounds: Grounds }): void {
  if (open.item.state === 'Open' && grounds.mode !== 'affinity') sampleWait(world, open.item)
  const session = openSession(world, { open, person, expiresAt: null })
  recordAssigned(world, open, { session: session.id, representative: person.state.name, grounds })
  announceArrival(world, open, person.state.name)
  setState(world, open, { to: 'Active', reason: null })
  rememberService(world, open.item, person.state.name)
  countDayUse(world, open, person)
  refreshPerson(world, person, grounds.mode === 'affinity' ? 'loadChange' : 'acceptOrClose')
}

/** Asks the representative. The capacity is reserved; the presence stays as it is until they accept. */
function offer(world: World, open: OpenItem, { person, grounds }: { person: Person; grounds: Grounds }): void {
  const expiresAt = world.now + offerTimeoutMs(world, open)
  const session = openSession(world, { open, person, expiresAt })
  recordSession(
    world,
    { open, representative: person.state.name },
    { type: 'workItem.offered', session: session.id, expiresAt, ...grounds },
  )
  announceOffer(world, open, person.state.name)
  setState(world, open, { to: 'Active', reason: null })
  refreshPerson(world, person)
}

export function offerTimeoutMs(world: World, open: OpenItem): number {
  return workstreamOf(world, open.item)?.offerTimeoutMs ?? 0
}

/** The answer yes. */
export function acceptOffer(world: World, open: OpenItem, person: Person): void {
  const { item } = open
  if (item.session === null) return
  item.session = { ...item.session, offerExpiresAt: null, acceptedAt: world.now }
  sampleWait(world, item)
  recordSession(
    world,
    { open, representative: person.state.name },
    { type: 'workItem.accepted', session: item.session.id },
  )
  announceArrival(world, open, person.state.name)
  changed(world, open)
  rememberService(world, item, person.state.name)
  countDayUse(world, open, person)
  refreshPerson(world, person, 'acceptOrClose')
}

/** Ends the accepted session of whoever has the item; the item is then nobody's. The caller gives it a new state. */
export function leaveSession(world: World, open: OpenItem, reason: ClosureReason): void {
  const { session } = open.item
  if (session === null) return
  endParticipations(world, open, { which: 'consults', reason })
  recordSessionClosed(world, open, { session: session.id, representative: session.representative, reason })
  open.item.closureReason = reason
  if (session.acceptedAt !== null) rememberService(world, open.item, session.representative)
  dropSession(world, open)
}

/** Takes an offer back without counting it as a decline. */
export function withdrawOffer(world: World, open: OpenItem, reason: ClosureReason | 'resume'): void {
  const { session } = open.item
  if (session === null) return
  recordSession(
    world,
    { open, representative: session.representative },
    { type: 'workItem.offerWithdrawn', session: session.id, reason },
  )
  if (reason !== 'resume') open.item.closureReason = reason
  dropSession(world, open)
}

/** Forgets the session and gives its capacity back, without a word in the journal. */
export function dropSession(world: World, open: OpenItem): void {
  const { item } = open
  const { session } = item
  if (session === null) return
  const person = world.people.get(session.representative)
  const heldCapacity = item.state === 'Active' || item.capacityReleasedAt === null
  item.session = null
  if (session.acceptedAt !== null) item.lastRepresentative = session.representative
  world.changes.workItems.add(item)
  if (person === undefined) return
  letGo(person, open)
  if (session.acceptedAt !== null && heldCapacity) stampRelease(world, person)
  refreshPerson(world, person, session.acceptedAt === null ? 'loadChange' : 'acceptOrClose')
}

/** Remembers that capacity came back now: least active reads it. */
export function stampRelease(world: World, person: Person): void {
  person.state.lastReleaseAt = world.now
  world.changes.representatives.add(person.state)
}

function openSession(
  world: World,
  { open, person, expiresAt }: { open: OpenItem; person: Person; expiresAt: number | null },
): Session {
  const session: Session = {
    id: world.context.newId(),
    representative: person.state.name,
    offeredAt: world.now,
    offerExpiresAt: expiresAt,
    acceptedAt: expiresAt === null ? world.now : null,
  }
  stopWaiting(world, open)
  // Whoever has the conversation does not also watch it.
  endParticipation(world, open, { representative: session.representative, reason: 'ConversationClosed' })
  open.item.session = session
  open.item.waitingSince = null
  hold(person, open)
  return session
}
