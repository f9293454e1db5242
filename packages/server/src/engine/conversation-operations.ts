import type { Actor, Command, Decision, Refusal } from '@unified-routing/routing'
import type { BatchDesk } from './batch-desk.ts'
import type { Operation, OperationAnswer } from './operations.ts'

type Of<Type extends Operation['type']> = Extract<Operation, { readonly type: Type }>

const CUSTOMER_TABLE = 'contact'

/** Starts a conversation, with the customer's first words when there are any. */
export function startConversation(operation: Of<'startConversation'>, actor: Actor, desk: BatchDesk): OperationAnswer {
  const { id, workstream, customer, context, message, bot } = operation
  const refusal = refusalOf(workstream, desk)
  if (refusal !== null) return { status: 'refused', refusal }
  const contact = customer === null ? null : desk.rows.get({ table: CUSTOMER_TABLE, id: customer })
  if (customer !== null && contact === null) {
    const text = `There is no ${CUSTOMER_TABLE} with the id ${customer}: create it first, or leave the customer out.`
    return { status: 'notFound', what: 'customer', message: text }
  }
  const rows = contact === null ? [] : desk.rows.reachableFrom(contact, desk.configuration.lookups)
  const command: Command = {
    type: 'startConversation',
    actor,
    workItem: id,
    workstream,
    customer,
    context,
    message: message?.id ?? null,
    rows,
    ...(bot === undefined ? {} : { bot }),
  }
  const decision = desk.decide(command)
  if (!decision.accepted) return { status: 'refused', refusal: decision.refusal }
  if (message !== null) {
    const said = {
      from: 'customer',
      author: null,
      kind: 'message',
      number: 1,
      attachments: [],
      channelData: null,
    } as const
    desk.messages.push({ ...message, ...said, workItem: id })
  }
  return desk.done({ workItem: desk.workItem(id) })
}

function refusalOf(workstream: string, { configuration, term }: BatchDesk): Refusal | null {
  const channel = configuration.document.workstreams?.find(({ name }) => name === workstream)?.channel
  return channel === undefined ? null : term.admission.refuse(channel)
}

/** Adds a message or a note to a conversation that is not closed. */
export function sendMessage(
  { type: _type, ...message }: Of<'sendMessage'>,
  actor: Actor,
  desk: BatchDesk,
): OperationAnswer {
  const { id, workItem, from, kind } = message
  const item = desk.workItem(workItem)
  if (item === null || item.kind !== 'conversation') {
    return {
      status: 'notFound',
      what: 'conversation',
      message: `There is no open conversation with the id ${workItem}.`,
    }
  }
  if (item.state === 'Closed') {
    const text = `The conversation ${workItem} is closed: start a new one.`
    return { status: 'refused', refusal: { code: 'wrongState', message: text } }
  }
  if (!desk.takeMessageId(id)) {
    const text = `There is a message ${id} already: choose another id, or none.`
    return { status: 'refused', refusal: { code: 'alreadyExists', message: text } }
  }
  const command: Command =
    from === 'customer'
      ? { type: 'customerMessage', actor, workItem, message: id }
      : { type: 'addMessage', actor, workItem, message: id, from, kind }
  const decision = desk.decide(command)
  if (!decision.accepted) return { status: 'refused', refusal: decision.refusal }
  // Not the last one: what this makes happen may be told of by itself.
  const messageNumber = numberOf(id, decision)
  desk.messages.push({ ...message, number: messageNumber })
  return desk.done({ workItem: desk.workItem(workItem), messageNumber })
}

function numberOf(message: string, { events }: Decision): number {
  const added = events.find((event) => event.type === 'workItem.messageAdded' && event.message === message)
  return added?.type === 'workItem.messageAdded' ? added.number : 0
}
