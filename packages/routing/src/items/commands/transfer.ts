import { stopWaiting } from '../../assignment/waiting.ts'
import { isOpen } from '../../hours/working-hours.ts'
import { raiseOnTransfer } from '../../queueing/priority-on-transfer.ts'
import type { Refusal } from '../../router.ts'
import { refuse } from '../../router-refusal.ts'
import { recordItem } from '../../world/journal.ts'
import type { OpenItem } from '../../world/open-item.ts'
import type { World } from '../../world/world.ts'
import { announce } from '../announce.ts'
import { changed, workstreamOf } from '../change-item.ts'
import { enterQueue } from '../enter-queue.ts'
import { endParticipations } from '../participants.ts'
import { phaseOf } from '../phase.ts'
import { leaveSession } from '../sessions.ts'
import { participantOf, setStage, transferOffer } from '../stages.ts'
import { offerTransfer, withdrawTransfer } from '../transfer-offer.ts'
import { assignToRepresentative, takeBack } from './by-hand.ts'
import { unknownRepresentative } from './offers.ts'

/** Hands the item to another queue of its type; its representative is free at once, its first wait still counts. */
export function transferToQueue(world: World, open: OpenItem, queue: string): Refusal | null {
  const refusal = unsuitableQueue(world, open, queue)
  if (refusal !== null) return refusal
  const hours = world.queues.get(queue)?.settings.operatingHours ?? null
  if (!isOpen(world.snapshot.calendars, hours, world.now)) {
    return refuse('queueClosed', `Queue ${queue} is outside its operating hours; transfer to an open queue.`)
  }
  announce(world, open, { moment: 'transferredToQueue', queue })
  takeBack(world, open, 'AgentTransferToQueue')
  moveTo(world, open, { queue, reason: 'transfer' })
  return null
}

/** A supervisor puts the item into another queue; operating hours do not bind a supervisor. */
export function assignToQueue(world: World, open: OpenItem, queue: string): Refusal | null {
  const refusal = unsuitableQueue(world, open, queue)
  if (refusal !== null) return refusal
  announce(world, open, { moment: 'transferredToQueue', queue })
  takeBack(world, open, 'SupervisorAssignToQueue')
  moveTo(world, open, { queue, reason: 'hand' })
  return null
}

/** Offers the item to another representative; a record, which nobody is asked about, moves at once. */
export function transferToRepresentative(world: World, open: OpenItem, representative: string): Refusal | null {
  const target = world.people.get(representative)
  if (target === undefined) return unknownRepresentative(representative)
  const { item } = open
  if (item.session?.representative === representative) {
    return refuse('sameRepresentative', `${representative} has work item ${item.id} already.`)
  }
  const isConsulted = participantOf(item, representative)?.mode === 'consult'
  const mayTransfer = world.snapshot.organization.representativeTransfer || isConsulted
  if (world.actor.kind === 'representative' && !mayTransfer) {
    return refuse(
      'transferNotAllowed',
      'Representatives transfer to one another only after a consult here; consult first, or transfer to a queue.',
    )
  }
  if (!target.state.signedIn || isUnavailable(target.state.basePresence)) {
    return refuse('notSignedIn', `${representative} is ${target.state.presence}; transfer to somebody who is there.`)
  }
  if (item.kind === 'record' || phaseOf(item) === 'waiting' || workstreamOf(world, item)?.autoAssign === true) {
    return assignToRepresentative(world, open, representative)
  }
  if (transferOffer(item) !== null) {
    return refuse('wrongState', `Work item ${item.id} is being transferred already; wait for the answer.`)
  }
  offerTransfer(world, open, target)
  return null
}

/** Hands a call to an outside number; its representative is free at once, the call stays Active. */
export function transferToNumber(world: World, open: OpenItem, number: string): Refusal | null {
  const { item } = open
  if (item.channel !== 'voice') {
    return refuse('notAllowedForChannel', `Only a call can go to an outside number; ${item.id} is ${item.channel}.`)
  }
  withdrawTransfer(world, open, 'AgentTransferred')
  leaveSession(world, open, 'AgentTransferred')
  endParticipations(world, open, { which: 'everybody', reason: 'AgentTransferred' })
  setStage(item, 'externalNumber', number)
  item.transferCount += 1
  changed(world, open)
  recordItem(world, open, {
    type: 'workItem.overflowed',
    trigger: 'transfer',
    action: 'transferToNumber',
    targetQueue: null,
  })
  return null
}

/** Whoever moves an item decides anew where it may go: the overflows before do not bind it. */
function moveTo(world: World, open: OpenItem, entry: { queue: string; reason: 'transfer' | 'hand' }): void {
  stopWaiting(world, open)
  open.item.transferCount += 1
  setStage(open.item, 'overflow', null)
  raiseOnTransfer(world, open, entry.queue)
  enterQueue(world, open, entry)
}

function unsuitableQueue(world: World, { item }: OpenItem, name: string): Refusal | null {
  const queue = world.queues.get(name)
  if (queue === undefined) return refuse('unknownQueue', `There is no queue ${name}.`)
  const type = workstreamOf(world, item)?.type
  if (queue.settings.type !== type) {
    return refuse('queueTypeMismatch', `${name} is a ${queue.settings.type} queue; ${item.id} needs a ${type} queue.`)
  }
  if (item.queue === name) return refuse('sameQueue', `Work item ${item.id} is in queue ${name} already.`)
  return null
}

/** Whom nobody asks to take work over, or for advice. */
export function isUnavailable(basePresence: string): boolean {
  return basePresence === 'Busy - DND' || basePresence === 'Away' || basePresence === 'Offline'
}
