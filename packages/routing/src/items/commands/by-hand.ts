import type { AssignmentMode } from '../../event.ts'
import type { Refusal } from '../../router.ts'
import { refuse } from '../../router-refusal.ts'
import type { ClosureReason } from '../../vocabulary.ts'
import type { OpenItem } from '../../world/open-item.ts'
import type { World } from '../../world/world.ts'
import { disengageBot } from '../bot-session.ts'
import { workstreamOf } from '../change-item.ts'
import { closeItem } from '../close-item.ts'
import { enterQueue } from '../enter-queue.ts'
import { phaseOf } from '../phase.ts'
import { withdrawBeyondSessionLimit } from '../session-limit.ts'
import { assign, leaveSession, withdrawOffer } from '../sessions.ts'
import { withdrawTransfer } from '../transfer-offer.ts'
import { unknownRepresentative } from './offers.ts'

/** A member of the queue takes a waiting item, whatever their capacity, skills and presence. */
export function pick(world: World, open: OpenItem, representative: string): Refusal | null {
  const { item } = open
  const person = world.people.get(representative)
  const workstream = workstreamOf(world, item)
  if (person === undefined) return unknownRepresentative(representative)
  if (!person.state.signedIn) {
    return refuse('notSignedIn', `${representative} is signed out; sign in before picking work.`)
  }
  const isReopening = phaseOf(item) === 'waiting'
  if (!isReopening && workstream?.distribution === 'push' && !workstream.selectFromPush) {
    return refuse('pickNotAllowed', `Work of ${item.workstream} is pushed; its workstream does not allow picking.`)
  }
  const isMember = world.queues.get(item.queue ?? '')?.memberOf.has(representative) === true
  if (!isMember && item.lastRepresentative !== representative) {
    return refuse('notQueueMember', `${representative} is no member of ${item.queue}; join the queue before picking.`)
  }
  give(world, open, { representative, mode: 'pick' })
  return null
}

/** A supervisor gives the item to somebody, whatever their capacity, presence and queue. */
export function assignToRepresentative(world: World, open: OpenItem, representative: string): Refusal | null {
  if (!world.people.has(representative)) return unknownRepresentative(representative)
  const { session } = open.item
  if (session?.representative === representative && session.acceptedAt !== null) {
    return refuse('sameRepresentative', `${representative} has work item ${open.item.id} already.`)
  }
  give(world, open, { representative, mode: 'hand' })
  return null
}

/** Back to its queue, freed from whoever has it or is asked. */
export function release(world: World, open: OpenItem, reason: ClosureReason): void {
  takeBack(world, open, reason)
  enterQueue(world, open, { queue: open.item.queue ?? '', reason: 'released' })
}

/** Out of its queue: the item is closed; a record itself stays as it is. */
export function removeFromQueue(world: World, open: OpenItem): void {
  closeItem(world, open, 'ConversationClosed')
}

/** Frees the item from its representative, bot or offer, and from a transfer that is on the way. */
export function takeBack(world: World, open: OpenItem, reason: ClosureReason): void {
  disengageBot(world, open, reason)
  withdrawTransfer(world, open, reason)
  if (phaseOf(open.item) === 'offered') withdrawOffer(world, open, reason)
  else leaveSession(world, open, reason)
}

function give(
  world: World,
  open: OpenItem,
  { representative, mode }: { representative: string; mode: Extract<AssignmentMode, 'pick' | 'hand'> },
): void {
  const person = world.people.get(representative)
  if (person === undefined) return
  takeBack(world, open, 'SupervisorTransferToAgent')
  const because = mode === 'pick' ? 'picked from the queue' : `assigned by ${world.actor.name ?? world.actor.kind}`
  assign(world, open, { person, grounds: { mode, method: mode, candidates: [], because } })
  withdrawBeyondSessionLimit(world, person)
}
