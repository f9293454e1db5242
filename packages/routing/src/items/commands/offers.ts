import { waitAnew } from '../../assignment/waiting.ts'
import { showPresence } from '../../presence/change-presence.ts'
import type { Refusal } from '../../router.ts'
import { refuse } from '../../router-refusal.ts'
import { recordItem, recordSession } from '../../world/journal.ts'
import type { OpenItem } from '../../world/open-item.ts'
import { refreshPerson } from '../../world/refresh-person.ts'
import type { World } from '../../world/world.ts'
import { workstreamOf } from '../change-item.ts'
import { acceptConsult, isAsked, refuseConsult } from '../consult-answers.ts'
import { enterQueue } from '../enter-queue.ts'
import { withdrawBeyondSessionLimit } from '../session-limit.ts'
import { acceptOffer, dropSession } from '../sessions.ts'
import { transferOffer } from '../stages.ts'
import { acceptTransfer, refuseTransfer } from '../transfer-offer.ts'

/** Yes to an offer, of the item or of its transfer, or to a consult. */
export function accept(world: World, open: OpenItem, representative: string): Refusal | null {
  const person = world.people.get(representative)
  if (person === undefined) return unknownRepresentative(representative)
  const isTransfer = transferOffer(open.item)?.representative === representative
  const isConsult = !isTransfer && isAsked(open, representative)
  if (!person.state.signedIn && (isTransfer || isConsult || isOfferedTo(open, representative))) {
    return refuse('notSignedIn', `${representative} is signed out; sign in before accepting.`)
  }
  if (isTransfer) {
    acceptTransfer(world, open, person)
    withdrawBeyondSessionLimit(world, person)
    return null
  }
  if (isConsult) {
    acceptConsult(world, open, person)
    return null
  }
  if (!isOfferedTo(open, representative)) return notOffered(open, representative)
  acceptOffer(world, open, person)
  withdrawBeyondSessionLimit(world, person)
  return null
}

/** No to an offer. The item goes to somebody else; what is transferred or consulted about stays where it is. */
export function reject(world: World, open: OpenItem, representative: string): Refusal | null {
  if (transferOffer(open.item)?.representative === representative) {
    refuseTransfer(world, open, 'AgentReject')
    return null
  }
  if (isAsked(open, representative)) {
    refuseConsult(world, open, { representative, reason: 'AgentReject' })
    return null
  }
  if (!isOfferedTo(open, representative)) return notOffered(open, representative)
  if (workstreamOf(world, open.item)?.rejectable === false) {
    return refuse('notRejectable', `Offers of ${open.item.workstream} cannot be rejected; accept it or let it lapse.`)
  }
  decline(world, open, 'AgentReject')
  return null
}

/** A rejection or a missed offer: counted, and the item is back at its place in the queue. */
export function decline(world: World, open: OpenItem, reason: 'AgentReject' | 'AgentTimeout'): void {
  const { item } = open
  const { session } = item
  if (session === null) return
  const { representative } = session
  const declines = (item.declines[representative] ?? 0) + 1
  item.declines = { ...item.declines, [representative]: declines }
  item.closureReason = reason
  // Whoever had it does not want it back: affinity is over.
  if (item.lastRepresentative === representative) item.lastRepresentative = null
  recordSession(world, { open, representative }, { type: 'workItem.declined', session: session.id, reason, declines })
  dropSession(world, open)
  showPresenceAfterDecline(world, representative, reason)
  enterQueue(world, open, { queue: item.queue ?? '', reason: 'returned' })
  parkIfTooManyDeclined(world, open)
}

function showPresenceAfterDecline(world: World, representative: string, reason: 'AgentReject' | 'AgentTimeout'): void {
  const person = world.people.get(representative)
  const { missedOfferPresence, rejectedOfferPresence } = world.snapshot.organization
  if (person === undefined || !person.state.signedIn || person.state.disconnected !== null) return
  if (reason === 'AgentTimeout' && missedOfferPresence) {
    showPresence(world, person, { presence: 'Inactive', setBy: 'missedOffer' })
  }
  if (reason === 'AgentReject' && rejectedOfferPresence) {
    showPresence(world, person, { presence: 'Busy - DND', setBy: 'rejectedOffer' })
  }
  refreshPerson(world, person)
}

function parkIfTooManyDeclined(world: World, open: OpenItem): void {
  const { item } = open
  const decliners = Object.values(item.declines).filter((count) => count > 0).length
  if (item.parked || open.line === null || decliners < world.snapshot.organization.declinersBeforeParking) return
  item.parked = true
  recordItem(world, open, { type: 'workItem.parked', decliners })
  waitAnew(world, open)
}

export function unknownRepresentative(name: string): Refusal {
  return refuse('unknownRepresentative', `There is no representative ${name}.`)
}

function isOfferedTo({ item }: OpenItem, representative: string): boolean {
  return item.session?.representative === representative && item.session.acceptedAt === null
}

function notOffered({ item }: OpenItem, representative: string): Refusal {
  return refuse('notOfferedToYou', `Work item ${item.id} is not offered to ${representative} any more.`)
}
