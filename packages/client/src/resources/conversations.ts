import { operations } from '@unified-routing/contract'
import type { Caller } from '../call.ts'
import { eachItem } from '../pages.ts'

type NewConversation = (typeof operations.startConversation.body)['_zod']['input']
type NewMessage = (typeof operations.sendMessage.body)['_zod']['input']

/** Conversations from the customer's side, and the messages of both sides. */
export function conversationsResource(call: Caller['call']) {
  return {
    start: (conversation: NewConversation) => call(operations.startConversation, { body: conversation }),
    messages: (id: string) =>
      eachItem((cursor) => call(operations.listMessages, { params: { id }, query: { cursor } })),
    send: (id: string, message: NewMessage) => call(operations.sendMessage, { params: { id }, body: message }),
    end: (id: string) => call(operations.endConversation, { params: { id } }),
  }
}
