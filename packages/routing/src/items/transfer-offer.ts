import { rememberService } from '../assignment/served-customers.ts'
import { countDayUse } from '../capacity/day-use.ts'
import type { ClosureReason } from '../vocabulary.ts'
import { recordSession } from '../world/journal.ts'
import type { OpenItem } from '../world/open-item.ts'
import { hold, letGo, type Person } from '../world/person.ts'
import { refreshPerson } from '../world/refresh-person.ts'
import type { World } from '../world/world.ts'
import { announce } from './announce.ts'
import { changed } from './change-item.ts'
import { endParticipation, endParticipations } from './participants.ts'
import { dropSession, offerTimeoutMs } from './sessions.ts'
import { participantOf, setStage, transferOffer } from './stages.ts'

/** Offers the conversation to another representative; whoever has it keeps it until the other accepts. */
export function offerTransfer(world: World, open: OpenItem, target: Person): void {
  const expiresAt = world.now + offerTimeoutMs(world, open)
  const representative = target.state.name
  if (participantOf(open.item, representative)?.joinedAt === null) {
    endParticipation(world, open, { representative, reason: 'AgentTransferred' })
  }
  const session = {
    id: world.context.newId(),
    representative,
    offeredAt: world.now,
    offerExpiresAt: expiresAt,
    acceptedAt: null,
  }
  setStage(open.item, 'transfer', session)
  hold(target, open)
  const because = `transferred by ${open.item.session?.representative ?? 'hand'}`
  const grounds = { mode: 'transfer', method: 'transfer', candidates: [], because } as const
  recordSession(
    world,
    { open, representative },
    { type: 'workItem.offered', session: session.id, expiresAt, ...grounds },
  )
  changed(world, open)
  refreshPerson(world, target)
}

/** The target takes over; the first representative is free at once. */
export function acceptTransfer(world: World, open: OpenItem, target: Person): void {
  const { item } = open
  const offered = transferOffer(item)
  if (offered === null || item.session === null) return
  const { id, representative } = item.session
  recordSession(world, { open, representative: target.state.name }, { type: 'workItem.accepted', session: offered.id })
  recordSession(
    world,
    { open, representative },
    { type: 'workItem.sessionClosed', session: id, reason: 'AgentTransferred' },
  )
  // Before the offer goes: the target, who may have been consulted, keeps hold of the item.
  endParticipations(world, open, { which: 'consults', reason: 'AgentTransferred' })
  endParticipation(world, open, { representative: target.state.name, reason: 'AgentTransferred' })
  setStage(item, 'transfer', null)
  dropSession(world, open)
  item.closureReason = 'AgentTransferred'
  item.session = { ...offered, offerExpiresAt: null, acceptedAt: world.now }
  item.transferCount += 1
  announce(world, open, { moment: 'transferAccepted', representative: target.state.name })
  changed(world, open)
  rememberService(world, item, target.state.name)
  countDayUse(world, open, target)
  refreshPerson(world, target, 'acceptOrClose')
}

/** The target says no, or nothing in time; the conversation stays where it is. Not a decline of the item: nobody
 * would be offered it again. */
export function refuseTransfer(world: World, open: OpenItem, reason: 'AgentReject' | 'AgentTimeout'): void {
  endTransferOffer(world, open, reason)
  changed(world, open)
}

/** Takes a transfer offer back because the conversation itself moves on; nothing happens when there is none. */
export function withdrawTransfer(world: World, open: OpenItem, reason: ClosureReason | 'resume'): void {
  endTransferOffer(world, open, reason)
}

function endTransferOffer(world: World, open: OpenItem, reason: ClosureReason | 'resume'): void {
  const offered = transferOffer(open.item)
  if (offered === null) return
  const { id: session, representative } = offered
  setStage(open.item, 'transfer', null)
  recordSession(world, { open, representative }, { type: 'workItem.offerWithdrawn', session, reason })
  const target = world.people.get(representative)
  if (target === undefined) return
  const isHeldOtherwise =
    open.item.session?.representative === representative || participantOf(open.item, representative) !== undefined
  if (!isHeldOtherwise) letGo(target, open)
  refreshPerson(world, target)
}
