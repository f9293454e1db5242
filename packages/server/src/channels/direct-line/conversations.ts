import { createHash } from 'node:crypto'
import { AppError } from '@unified-routing/contract'
import type { Actor, Literal, WorkItem } from '@unified-routing/routing'
import type { Operation, OperationAnswer } from '../../engine/operations.ts'
import { currentRequest } from '../../http/current-request.ts'
import type { Services } from '../../http/services.ts'
import type { StoredAttachment, StoredMessage } from '../../store/reads.ts'
import { badArgument, conversationNotFound } from './direct-line-error.ts'
import { isOver } from './end-of-conversation.ts'
import type { CustomerAct } from './read-activity.ts'
import type { Ticket } from './tokens.ts'
import { activityId, numberOfActivity } from './write-activity.ts'

/** Messages read at once; a client that is further behind asks again. */
export const MESSAGES_PER_READ_MAX = 500
/** How long after its end a conversation can still be read. */
const READABLE_AFTER_END_MS = 60 * 60 * 1_000

export type UploadedFile = { readonly name: string; readonly contentType: string; readonly content: Uint8Array }

export interface NewConversation {
  readonly ticket: Ticket
  readonly workstream: string
  /** A contact's id. */
  readonly customer: string | null
  readonly context: Readonly<Record<string, Literal>>
}

export type ConversationParts = Pick<
  Services,
  'engine' | 'reads' | 'attachments' | 'bots' | 'chats' | 'signals' | 'now' | 'newId'
> & {
  /** Remembers how far messages got to the customer. */
  readonly received: (workItem: string, receipt: { delivered: number; read: number }) => void
}

/** What customers do in their conversations, whatever brings it here. */
export interface CustomerConversations {
  /** Starts it unless it has started already. Answers whether it is new. */
  start(conversation: NewConversation): Promise<boolean>
  /** Errors: ConversationNotFound, once nothing of it can be read any more. */
  readable(conversation: string): Promise<WorkItem>
  /** Answers with the id of the activity. Errors: ConversationNotFound, when it is over. */
  act(ticket: Ticket, act: CustomerAct, files?: readonly UploadedFile[]): Promise<string>
  /** What was said after a message, notes left out; and the number of the last message read, notes included. */
  messages(conversation: string, after: number): Promise<{ messages: readonly StoredMessage[]; last: number }>
  /** The connection of the customer is gone, or back. */
  connection(conversation: string, isThere: boolean): Promise<void>
}

const customer: Actor = { kind: 'customer', name: null }

export function createCustomerConversations(parts: ConversationParts): CustomerConversations {
  const { chats, signals, newId, received, now, reads } = parts

  // Refused when it ended meanwhile: then there is nothing left to tell.
  async function command(type: 'customerLeaves' | 'customerReturns', workItem: string) {
    await submit(parts, { type: 'command', command: { type, actor: customer, workItem } })
  }
  async function tellLost(workItem: string) {
    const returnWithinMs = await chats.returnWithinMs(workItem)
    const limit = returnWithinMs === null ? {} : { returnWithinMs }
    await submit(parts, {
      type: 'command',
      command: { type: 'customerDisconnects', actor: customer, workItem, ...limit },
    })
  }

  return {
    async start({ ticket, ...conversation }) {
      const id = ticket.conversation
      if ((await itemOf(parts, id)) !== null) {
        // Whoever began it may have stopped before it was kept.
        await chats.begin(id, ticket.widget)
        return false
      }
      const bot = await parts.bots.of(conversation.workstream)
      const first = bot === null ? {} : { bot: bot.name }
      const answer = await submit(parts, { type: 'startConversation', id, message: null, ...conversation, ...first })
      if (answer.status === 'refused' && answer.refusal.code === 'alreadyExists') return false
      requireDone(answer, id)
      await chats.begin(id, ticket.widget)
      return true
    },
    async readable(conversation) {
      const item = await itemOf(parts, conversation)
      const endedAt = item?.closedAt ?? null
      if (item === null || (endedAt !== null && endedAt + READABLE_AFTER_END_MS < now()))
        throw conversationNotFound(conversation)
      return item
    },
    async act(ticket, act, files = []) {
      const { conversation } = ticket
      const item = await itemOf(parts, conversation)
      if (item === null || isOver(item)) throw conversationNotFound(conversation)
      if (item.customerDisconnectedAt !== null) await command('customerReturns', conversation)
      if (act.type === 'message') return say(parts, { conversation, act, files })
      if (act.type === 'typing')
        signals.send({ type: 'typing', workItem: conversation, from: 'customer', author: null })
      if (act.type === 'end' && item.channel === 'persistentChat')
        throw badArgument('A persistent chat goes on; its customers cannot end it.')
      if (act.type === 'end') await command('customerLeaves', conversation)
      if (act.type === 'read') {
        const number = Math.min(numberOfActivity(act.messageId), item.messageCount)
        received(conversation, { delivered: number, read: number })
      }
      return newId()
    },
    async messages(conversation, after) {
      const read = await reads.messages({ workItem: conversation, after, limit: MESSAGES_PER_READ_MAX })
      return { messages: read.filter(({ kind }) => kind === 'message'), last: read.at(-1)?.number ?? after }
    },
    async connection(conversation, isThere) {
      const item = await itemOf(parts, conversation)
      if (item === null || isOver(item) || item.channel !== 'liveChat') return
      if (isThere === (item.customerDisconnectedAt === null)) return
      await (isThere ? command('customerReturns', conversation) : tellLost(conversation))
    },
  }
}

/** As the router has it, which is the newest there is; else as it is stored. */
async function itemOf({ engine, reads }: ConversationParts, conversation: string): Promise<WorkItem | null> {
  return engine.router()?.workItem(conversation) ?? (await reads.workItem(conversation))
}

function submit(
  { engine, newId }: ConversationParts,
  operation: Operation,
  key: string | null = null,
): Promise<OperationAnswer> {
  const requestHash = key === null ? null : hashOf(JSON.stringify(operation))
  const { id: requestId, trace } = currentRequest() ?? { id: newId(), trace: null }
  return engine.submit({ operation, actor: customer, idempotencyKey: key, requestHash, requestId, trace })
}

interface Said {
  readonly conversation: string
  readonly act: Extract<CustomerAct, { type: 'message' }>
  readonly files: readonly UploadedFile[]
}

async function say(parts: ConversationParts, { conversation, act, files }: Said): Promise<string> {
  const { text, clientActivityId } = act
  const attachments: StoredAttachment[] = []
  for (const file of files)
    attachments.push(await parts.attachments.upload({ ...file, workItem: conversation, uploadedBy: 'customer' }))
  // A client that repeats what it got no answer to names it again; files are new each time, so they do not count.
  const key = clientActivityId === null || files.length > 0 ? null : `direct-line:${conversation}:${clientActivityId}`
  const operation = {
    type: 'sendMessage',
    id: key === null ? parts.newId() : hashOf(key).slice(0, MESSAGE_ID_LENGTH),
    workItem: conversation,
    from: 'customer',
    author: null,
    kind: 'message',
    text,
    attachments,
    channelData: clientActivityId === null ? null : { clientActivityID: clientActivityId },
  } as const
  const answer = await submit(parts, operation, key)
  const item = requireDone(answer, conversation)
  const number = answer.status === 'done' ? answer.messageNumber : undefined
  return activityId(conversation, number ?? item?.messageCount ?? 0)
}

const MESSAGE_ID_LENGTH = 32

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function requireDone(answer: OperationAnswer, conversation: string): WorkItem | null {
  switch (answer.status) {
    case 'done':
      return answer.workItem
    case 'refused':
      if (answer.refusal.code === 'wrongState' || answer.refusal.code === 'unknownWorkItem')
        throw conversationNotFound(conversation)
      throw new AppError('forbidden', answer.refusal.message, { reason: 'BadArgument' })
    case 'notFound':
      throw conversationNotFound(conversation)
    case 'invalid':
      throw new AppError('invalid', answer.problems[0]?.message ?? 'The text cannot be stored.', {
        errors: answer.problems,
      })
    default:
      throw new AppError('invalid', 'This clientActivityID came before with another message.', {
        reason: 'BadArgument',
      })
  }
}
