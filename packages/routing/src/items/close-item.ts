import { rememberService } from '../assignment/served-customers.ts'
import { stopWaiting } from '../assignment/waiting.ts'
import { endWrapUpCapacity, releaseWrapUpCapacity } from '../capacity/wrap-up-block.ts'
import type { ClosureReason } from '../vocabulary.ts'
import { recordSessionClosed } from '../world/frequent-events.ts'
import type { OpenItem } from '../world/open-item.ts'
import { refreshPerson } from '../world/refresh-person.ts'
import { recordKey } from '../world/row-cache.ts'
import type { World } from '../world/world.ts'
import { disengageBot } from './bot-session.ts'
import { setState } from './change-item.ts'
import { endParticipations } from './participants.ts'
import { phaseOf } from './phase.ts'
import { dropSession, leaveSession, withdrawOffer } from './sessions.ts'
import { withdrawTransfer } from './transfer-offer.ts'

/** Closes an item for good, from any state. Nothing happens to it afterwards; the router forgets it. */
export function closeItem(world: World, open: OpenItem, reason: ClosureReason): void {
  const { item } = open
  const phase = phaseOf(item)
  disengageBot(world, open, reason)
  withdrawTransfer(world, open, reason)
  endParticipations(world, open, { which: 'everybody', reason })
  if (phase === 'wrapUp') {
    releaseWrapUpCapacity(world, open)
    dropSession(world, open)
    // Its session ended with wrap-up and keeps its reason; only a supervisor's hand overrules it.
    if (reason === 'ForceClose' || item.closureReason === null) item.closureReason = reason
  } else {
    if (phase === 'offered') withdrawOffer(world, open, reason)
    else leaveSession(world, open, reason)
    item.closureReason = reason
  }
  stopWaiting(world, open)
  item.closedAt = world.now
  setState(world, open, { to: 'Closed', reason: item.closureReason })
  forget(world, open)
}

/** Ends the conversation; its representative wraps up, or nobody had it and it is closed. */
export function endConversation(world: World, open: OpenItem, reason: ClosureReason): void {
  const { item } = open
  const { session } = item
  if (session === null) {
    closeItem(world, open, reason)
    return
  }
  withdrawTransfer(world, open, reason)
  endParticipations(world, open, { which: 'unansweredConsults', reason })
  recordSessionClosed(world, open, { session: session.id, representative: session.representative, reason })
  rememberService(world, item, session.representative)
  item.closureReason = reason
  item.customerDisconnectedAt = null
  item.wrapUpStartedAt = world.now
  setState(world, open, { to: 'Wrap-up', reason: reason })
  const block = world.snapshot.workstreams.get(item.workstream)?.wrapUpBlock
  if (block === 0 && item.capacityReleasedAt === null) {
    endWrapUpCapacity(world, open)
    return
  }
  const person = world.people.get(session.representative)
  if (person !== undefined) refreshPerson(world, person)
}

function forget(world: World, open: OpenItem): void {
  const { item } = open
  world.timers.remove(open)
  world.items.delete(item.id)
  if (item.record !== null) {
    const key = recordKey(item.record.table, item.record.id)
    if (world.itemsByRecord.get(key) === open) world.itemsByRecord.delete(key)
  }
  world.rows.release(item)
}
