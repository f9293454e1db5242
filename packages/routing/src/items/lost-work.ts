import type { ClosureReason } from '../vocabulary.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { Person } from '../world/person.ts'
import type { World } from '../world/world.ts'
import { announce } from './announce.ts'
import { closeItem } from './close-item.ts'
import { enterQueue } from './enter-queue.ts'
import { endParticipation } from './participants.ts'
import { phaseOf } from './phase.ts'
import { leaveSession, withdrawOffer } from './sessions.ts'
import { transferOffer } from './stages.ts'
import { withdrawTransfer } from './transfer-offer.ts'

interface Loss {
  readonly reason: ClosureReason
  /** They will not come back. */
  readonly forGood: boolean
}

/** Frees what somebody can no longer answer for: offers and conversations go back to their queues, to be given to
 * others. Records stay with them; only when they are gone for good do records go back too. */
export function releaseLostWork(world: World, person: Person, loss: Loss): void {
  const { reason } = loss
  // In an order that a recovered router finds again.
  for (const open of person.held.toSorted((left, right) => left.item.orderSequence - right.item.orderSequence)) {
    if (transferOffer(open.item)?.representative === person.state.name) withdrawTransfer(world, open, reason)
    endParticipation(world, open, { representative: person.state.name, reason })
    if (open.item.session?.representative === person.state.name) giveUp(world, open, loss)
  }
}

function giveUp(world: World, open: OpenItem, { reason, forGood }: Loss): void {
  const { item } = open
  const phase = phaseOf(item)
  if (phase === 'offered') withdrawOffer(world, open, reason)
  else if (phase === 'wrapUp') {
    if (forGood) closeItem(world, open, reason)
    return
  } else if (item.kind === 'record' && !forGood) return
  else {
    announce(world, open, {
      moment: 'representativeDisconnected',
      representative: item.session?.representative ?? null,
    })
    withdrawTransfer(world, open, reason)
    leaveSession(world, open, reason)
    item.queuedAt = null
  }
  enterQueue(world, open, { queue: item.queue ?? '', reason: 'returned' })
}
