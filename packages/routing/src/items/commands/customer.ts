import { returnByAffinity } from '../../assignment/affinity.ts'
import type { Command } from '../../command.ts'
import type { Refusal } from '../../router.ts'
import { refuse } from '../../router-refusal.ts'
import { CUSTOMER_RETURN_MS } from '../../timers/item-due.ts'
import type { DurationMs } from '../../vocabulary.ts'
import type { WorkItem } from '../../work-item.ts'
import { recordItem } from '../../world/journal.ts'
import type { OpenItem } from '../../world/open-item.ts'
import type { World } from '../../world/world.ts'
import { announce } from '../announce.ts'
import { changed } from '../change-item.ts'
import { closeItem, endConversation } from '../close-item.ts'
import { enterQueue } from '../enter-queue.ts'
import { phaseOf } from '../phase.ts'
import { isCallback, setStage } from '../stages.ts'
import { recordMessage } from './message.ts'

type CustomerCommand = Extract<
  Command,
  { type: 'customerMessage' | 'customerLeaves' | 'customerDisconnects' | 'customerReturns' }
>

const activities = {
  customerLeaves: 'left',
  customerDisconnects: 'disconnected',
  customerReturns: 'returned',
} as const

/** What the customer does: writes, ends the conversation, loses the connection, is back. */
export function customerActs(world: World, open: OpenItem, command: CustomerCommand): Refusal | null {
  const { item } = open
  if (item.kind === 'record') {
    return refuse('notAllowedForChannel', `${item.id} is a record; no customer is connected to it.`)
  }
  if (command.type === 'customerDisconnects' && item.channel !== 'liveChat') {
    return refuse('notAllowedForChannel', `Only a live chat can lose its connection; ${item.id} is ${item.channel}.`)
  }
  if (command.type === 'customerMessage') {
    recordMessage(world, open, { message: command.message, from: 'customer', kind: 'message' })
  } else {
    recordItem(world, open, { type: 'workItem.customerActivity', activity: activities[command.type] })
  }
  const comesBack = phaseOf(item) === 'waiting' && command.type !== 'customerLeaves'
  item.lastInteractionAt = world.now
  if (command.type === 'customerDisconnects') loseConnection(world, item, command.returnWithinMs)
  else item.customerDisconnectedAt = null
  changed(world, open)
  if (command.type === 'customerLeaves') leave(world, open, 'CustomerEndConversation')
  else if (comesBack) returnFromWaiting(world, open)
  return null
}

function loseConnection(world: World, item: WorkItem, returnWithinMs: DurationMs = CUSTOMER_RETURN_MS): void {
  if (item.customerDisconnectedAt !== null) return
  item.customerDisconnectedAt = world.now
  item.customerReturnWithinMs = returnWithinMs
}

/** The customer is gone: before anybody accepted the item is closed, in conversation it goes to wrap-up. */
export function leave(world: World, open: OpenItem, reason: 'CustomerEndConversation' | 'CustomerDisconnect'): void {
  const phase = phaseOf(open.item)
  // Whoever is to be called back has hung up already.
  if (phase === 'open' && isCallback(open.item)) return
  if (phase === 'active') {
    announce(world, open, reason === 'CustomerDisconnect' ? 'customerDisconnected' : 'customerEnded')
    endConversation(world, open, reason)
  } else if (phase !== 'wrapUp') closeItem(world, open, reason)
}

/** Back from Waiting: to the same representative where affinity says so, else to the queue, as of this moment. */
function returnFromWaiting(world: World, open: OpenItem): void {
  const { item } = open
  item.waitingSince = null
  item.queuedAt = null
  setStage(item, 'bullseye', null)
  item.waitStartedAt = world.now
  item.orderSequence = world.journal.sequence + 1
  item.declines = {}
  if (returnByAffinity(world, open)) return
  enterQueue(world, open, { queue: item.queue ?? '', reason: 'returned' })
}
