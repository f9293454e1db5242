import type { Actor, Refusal } from '@unified-routing/routing'
import type { BatchDesk } from './batch-desk.ts'
import type { Operation, OperationAnswer } from './operations.ts'

type Of<Type extends Operation['type']> = Extract<Operation, { readonly type: Type }>

const CUSTOMER_TABLE = 'contact'

/** Starts a conversation, with the customer's first words when there are any. */
export function startConversation(operation: Of<'startConversation'>, actor: Actor, desk: BatchDesk): OperationAnswer {
  const { id, workstream, customer, context, text } = operation
  const refusal = refusalOf(workstream, desk)
  if (refusal !== null) return { status: 'refused', refusal }
  const contact = customer === null ? null : desk.rows.get({ table: CUSTOMER_TABLE, id: customer })
  if (customer !== null && contact === null) {
    const message = `There is no ${CUSTOMER_TABLE} with the id ${customer}: create it first, or leave the customer out.`
    return { status: 'notFound', what: 'customer', message }
  }
  const rows = contact === null ? [] : desk.rows.reachableFrom(contact, desk.configuration.lookups)
  const decision = desk.decide({ type: 'startConversation', actor, workItem: id, workstream, customer, context, rows })
  if (!decision.accepted) return { status: 'refused', refusal: decision.refusal }
  if (text !== null) {
    desk.messages.push({ id: desk.context.newId(), workItem: id, from: 'customer', senderName: null, text })
  }
  return desk.done({ workItem: desk.workItem(id) })
}

function refusalOf(workstream: string, { configuration, term }: BatchDesk): Refusal | null {
  const channel = configuration.document.workstreams?.find(({ name }) => name === workstream)?.channel
  return channel === undefined ? null : term.admission.refuse(channel)
}

/** Adds a message to a conversation that is not closed. */
export function sendMessage(operation: Of<'sendMessage'>, actor: Actor, desk: BatchDesk): OperationAnswer {
  const { id, workItem, from, text } = operation
  const item = desk.workItem(workItem)
  if (item === null || item.kind !== 'conversation') {
    return {
      status: 'notFound',
      what: 'conversation',
      message: `There is no open conversation with the id ${workItem}.`,
    }
  }
  if (from === 'customer') {
    const decision = desk.decide({ type: 'customerMessage', actor, workItem })
    if (!decision.accepted) return { status: 'refused', refusal: decision.refusal }
  } else if (item.state === 'Closed') {
    const message = `The conversation ${workItem} is closed: start a new one.`
    return { status: 'refused', refusal: { code: 'wrongState', message } }
  }
  const senderName = from === 'representative' ? actor.name : null
  desk.messages.push({ id, workItem, from, senderName, text })
  return desk.done({ workItem: desk.workItem(workItem) })
}
