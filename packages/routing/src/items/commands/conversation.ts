import { returnByAffinity } from '../../assignment/affinity.ts'
import { asynchronousChannels } from '../../configuration/workstream-settings.ts'
import type { Refusal } from '../../router.ts'
import { refuse } from '../../router-refusal.ts'
import type { OpenItem } from '../../world/open-item.ts'
import type { World } from '../../world/world.ts'
import { announce } from '../announce.ts'
import { setState } from '../change-item.ts'
import { closeItem, endConversation } from '../close-item.ts'
import { enterQueue } from '../enter-queue.ts'
import { phaseOf } from '../phase.ts'
import { leaveSession } from '../sessions.ts'
import { engagedBot } from '../stages.ts'
import { withdrawTransfer } from '../transfer-offer.ts'

/** The End button: the conversation is over and its representative wraps up; a bot has nothing to wrap up.
 * `representative` null: whoever has it. */
export function end(world: World, open: OpenItem, representative: string | null): Refusal | null {
  if (open.item.kind === 'record') {
    return refuse('notAllowedForChannel', `${open.item.id} is a record; complete it instead of ending it.`)
  }
  const refusal = heldBySomeoneElse(open, representative)
  if (refusal !== null) return refusal
  if (engagedBot(open.item) === null) {
    const by = representative ?? open.item.session?.representative ?? null
    announce(world, open, { moment: 'representativeEnded', representative: by })
    endConversation(world, open, 'AgentEndConversation')
  } else closeItem(world, open, 'BotEndConversation')
  return null
}

/** The X. In wrap-up it closes the item; without End, an asynchronous conversation waits for the customer and any
 * other goes back to its queue for somebody else. */
export function closeSession(world: World, open: OpenItem, representative: string | null): Refusal | null {
  const { item } = open
  if (item.kind === 'record') {
    return refuse('notAllowedForChannel', `${item.id} is a record; complete it or release it to its queue.`)
  }
  const refusal = heldBySomeoneElse(open, representative)
  if (refusal !== null) return refusal
  if (phaseOf(item) === 'wrapUp') {
    closeItem(world, open, 'AgentClosed')
    return null
  }
  announce(world, open, { moment: 'sessionEnded', representative: item.session?.representative ?? null })
  if (asynchronousChannels.includes(item.channel)) pause(world, open)
  else giveBack(world, open)
  return null
}

function pause(world: World, open: OpenItem): void {
  withdrawTransfer(world, open, 'AgentMovedConversationToWaiting')
  leaveSession(world, open, 'AgentMovedConversationToWaiting')
  open.item.waitingSince = world.now
  setState(world, open, { to: 'Waiting', reason: 'AgentMovedConversationToWaiting' })
}

/** Somebody else comes first; with affinity, or when there is nobody else, the same representative again. */
function giveBack(world: World, open: OpenItem): void {
  const { item } = open
  const closer = item.session?.representative
  withdrawTransfer(world, open, 'AgentClosed')
  leaveSession(world, open, 'AgentClosed')
  item.queuedAt = null
  if (returnByAffinity(world, open)) return
  if (closer !== undefined) item.declines = { ...item.declines, [closer]: item.declines[closer] ?? 0 }
  enterQueue(world, open, { queue: item.queue ?? '', reason: 'returned' })
}

function heldBySomeoneElse({ item }: OpenItem, representative: string | null): Refusal | null {
  if (representative === null || item.session?.representative === representative) return null
  const holder = item.session?.representative ?? 'nobody'
  return refuse('notHeldByYou', `${holder} has work item ${item.id}, not ${representative}.`)
}
