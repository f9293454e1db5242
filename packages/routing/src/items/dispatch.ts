import type { Refusal } from '../router.ts'
import { refuse } from '../router-refusal.ts'
import { assertNever } from '../structures/assert-never.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { World } from '../world/world.ts'
import { announce } from './announce.ts'
import { closeItem } from './close-item.ts'
import { escalate } from './commands/bot.ts'
import { assignToRepresentative, pick, release, removeFromQueue } from './commands/by-hand.ts'
import { setItemAttributes, setItemSkills } from './commands/change-requirements.ts'
import { closeSession, end } from './commands/conversation.ts'
import { linkRecord, setDispositions } from './commands/conversation-facts.ts'
import { customerActs } from './commands/customer.ts'
import { addMessage } from './commands/message.ts'
import { accept, reject } from './commands/offers.ts'
import {
  addParticipant,
  consult,
  joinConversation,
  leaveConversation,
  monitorConversation,
} from './commands/participants.ts'
import { assignToQueue, transferToNumber, transferToQueue, transferToRepresentative } from './commands/transfer.ts'
import { phaseOf } from './phase.ts'
import { type ItemCommand, transitions } from './transitions.ts'

/** Carries out a command about one work item, if its state allows it. Null: done. */
export function dispatchItemCommand(world: World, command: ItemCommand): Refusal | null {
  const open = world.items.get(command.workItem)
  if (open === undefined) {
    return refuse('unknownWorkItem', `There is no open work item ${command.workItem}: it is closed, or never existed.`)
  }
  const phase = phaseOf(open.item)
  if (phase === 'closed') throw new Error(`Work item ${open.item.id} is closed and still held.`)
  const verdict = transitions[phase][command.type]
  if (verdict === 'allowed') return carryOut(world, open, command)
  return refuse('wrongState', `${command.type} is not possible for work item ${open.item.id}: ${verdict.because}.`)
}

function carryOut(world: World, open: OpenItem, command: ItemCommand): Refusal | null {
  switch (command.type) {
    case 'accept':
      return accept(world, open, command.representative)
    case 'reject':
      return reject(world, open, command.representative)
    case 'pick':
      return pick(world, open, command.representative)
    case 'endConversation':
      return end(world, open, command.representative)
    case 'closeSession':
      return closeSession(world, open, command.representative)
    case 'setItemSkills':
      return setItemSkills(world, open, command.skills)
    case 'setItemAttributes':
      return setItemAttributes(world, open, command.attributes)
    case 'linkRecord':
      return linkRecord(world, open, command.record)
    case 'setDispositions':
      return setDispositions(world, open, command.dispositions)
    case 'transferToQueue':
      return transferToQueue(world, open, command.queue)
    case 'transferToRepresentative':
      return transferToRepresentative(world, open, command.representative)
    case 'transferToNumber':
      return transferToNumber(world, open, command.number)
    case 'assignToRepresentative':
      return assignToRepresentative(world, open, command.representative)
    case 'assignToQueue':
      return assignToQueue(world, open, command.queue)
    case 'release':
      release(world, open, 'AgentClosed')
      return null
    case 'removeFromQueue':
      removeFromQueue(world, open)
      return null
    case 'forceClose':
      announce(world, open, 'supervisorEnded')
      closeItem(world, open, 'ForceClose')
      return null
    default:
      return converse(world, open, command)
  }
}

type ConversationCommand = Extract<
  ItemCommand,
  {
    type:
      | 'addMessage'
      | 'customerMessage'
      | 'customerLeaves'
      | 'customerDisconnects'
      | 'customerReturns'
      | 'escalate'
      | 'consult'
      | 'endConsult'
      | 'addParticipant'
      | 'monitorConversation'
      | 'joinConversation'
      | 'leaveConversation'
  }
>

/** What belongs to conversations: what is said, what the customer does, who else takes part. */
function converse(world: World, open: OpenItem, command: ConversationCommand): Refusal | null {
  switch (command.type) {
    case 'addMessage':
      return addMessage(world, open, command)
    case 'customerMessage':
    case 'customerLeaves':
    case 'customerDisconnects':
    case 'customerReturns':
      return customerActs(world, open, command)
    case 'escalate':
      escalate(world, open, command)
      return null
    case 'consult':
      return consult(world, open, command)
    case 'endConsult':
      return leaveConversation(world, open, { representative: command.representative, reason: 'consultEnded' })
    case 'addParticipant':
      return addParticipant(world, open, command.representative)
    case 'monitorConversation':
      return monitorConversation(world, open, command.representative)
    case 'joinConversation':
      return joinConversation(world, open, command.representative)
    case 'leaveConversation':
      return leaveConversation(world, open, { representative: command.representative, reason: 'left' })
    default:
      return assertNever(command)
  }
}
