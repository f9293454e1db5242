import { operations } from '@unified-routing/contract'
import type { Caller } from '../call.ts'
import { eachItem } from '../pages.ts'

type NewConversation = (typeof operations.startConversation.body)['_zod']['input']
type Consult = (typeof operations.consult.body)['_zod']['input']
type NewMessage = (typeof operations.sendMessage.body)['_zod']['input']

/** Conversations: the customer's side, the messages of both sides, who else takes part, and what they are about. */
export function conversationsResource(call: Caller['call']) {
  return {
    start: (conversation: NewConversation) => call(operations.startConversation, { body: conversation }),
    messages: (id: string) =>
      eachItem((cursor) => call(operations.listMessages, { params: { id }, query: { cursor } })),
    send: (id: string, message: NewMessage) => call(operations.sendMessage, { params: { id }, body: message }),
    consult: (id: string, consult: Consult) => call(operations.consult, { params: { id }, body: consult }),
    endConsult: (id: string, representative: string) =>
      call(operations.endConsult, { params: { id }, body: { representative } }),
    addParticipant: (id: string, representative: string) =>
      call(operations.addParticipant, { params: { id }, body: { representative } }),
    leave: (id: string) => call(operations.leaveConversation, { params: { id } }),
    monitor: (id: string) => call(operations.monitorConversation, { params: { id } }),
    join: (id: string) => call(operations.joinConversation, { params: { id } }),
    link: (id: string, record: { table: string; id: string } | null) =>
      call(operations.linkConversation, { params: { id }, body: { record } }),
    setDispositions: (id: string, dispositions: string[]) =>
      call(operations.setDispositions, { params: { id }, body: { dispositions } }),
    /** Shows the other side for a few seconds that somebody types. */
    typing: (id: string, from: 'customer' | 'representative') =>
      call(operations.sendTyping, { params: { id }, body: { from } }),
    /** Uploads a file; a message that names its id shows it. */
    upload: (id: string, file: { name: string; type: string; content: Uint8Array }) =>
      call(operations.uploadAttachment, {
        params: { id },
        query: { name: file.name, type: file.type },
        body: file.content,
      }),
    /** Which files it takes. */
    fileRules: (id: string) => call(operations.getFileRules, { params: { id } }),
    attachment: (id: string, attachment: string) => call(operations.getAttachment, { params: { id, attachment } }),
    /** What was said, as a text; at the times of the organization. */
    transcript: (id: string) => call(operations.getTranscript, { params: { id } }),
    survey: (id: string) => call(operations.getSurvey, { params: { id } }),
    end: (id: string) => call(operations.endConversation, { params: { id } }),
  }
}
