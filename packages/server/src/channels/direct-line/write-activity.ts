import type { LiveSignal } from '@unified-routing/contract'
import type { WorkItem } from '@unified-routing/routing'
import { z } from 'zod'
import type { StoredMessage } from '../../store/reads.ts'
import type { WaitingWords } from '../live-chat/waiting-news.ts'

/** Who is who to one customer. */
export interface Viewpoint {
  readonly conversation: string
  /** Who the customer is in this conversation. */
  readonly user: string
  readonly nameOf: (representative: string) => string
  readonly waiting: WaitingWords
  readonly fileAddress: (attachment: string, name: string) => string
}

export type Activity = Readonly<Record<string, unknown>>

const NUMBER_LENGTH = 7

/** The id of a message to clients: its place in the conversation. */
export function activityId(conversation: string, number: number): string {
  return `${conversation}|${String(number).padStart(NUMBER_LENGTH, '0')}`
}

/** The number that an id of ours ends with; 0 for any other. */
export function numberOfActivity(id: string): number {
  const digits = /\|(\d{1,9})$/.exec(id)?.[1]
  return digits === undefined ? 0 : Number(digits)
}

/** A message as the protocol has it. Texts of people are plain: nobody renders what is in them. */
export function messageActivity(message: StoredMessage, viewpoint: Viewpoint): Activity {
  const { number, text, attachments, at } = message
  return {
    type: 'message',
    id: activityId(viewpoint.conversation, number),
    ...envelope(viewpoint, at),
    from: senderOf(message, viewpoint),
    text,
    textFormat: 'plain',
    ...(attachments.length === 0
      ? {}
      : {
          attachments: attachments.map(({ id, name, contentType, bytes }) => ({
            contentType,
            contentUrl: viewpoint.fileAddress(id, name),
            name,
            size: bytes,
          })),
        }),
    ...(message.from === 'system' ? { channelData: { sender: 'system' } } : ofChannel(message)),
  }
}

/** What a bot suggests to answer has a place of its own in the protocol. */
function ofChannel({ from, channelData }: StoredMessage): Activity {
  if (channelData === null) return {}
  const actions = from === 'bot' ? suggestions.safeParse(channelData).data?.suggestedActions : undefined
  if (actions === undefined) return { channelData }
  return {
    suggestedActions: { actions: actions.map(({ title, value = title }) => ({ type: 'imBack', title, value })) },
  }
}

const suggestions = z.object({
  suggestedActions: z.array(z.object({ title: z.string(), value: z.string().optional() })),
})

/** Says that somebody types; it has no place in the conversation. */
export function typingActivity(
  { from, author }: Extract<LiveSignal, { type: 'typing' }>,
  viewpoint: Viewpoint,
  at: number,
): Activity {
  return { type: 'typing', ...envelope(viewpoint, at), from: senderOf({ from, author }, viewpoint) }
}

/** Tells a waiting customer how it stands; it is out of date soon, and has no place in the conversation. */
export function newsActivity(text: string, viewpoint: Viewpoint, at: number): Activity {
  return {
    type: 'message',
    ...envelope(viewpoint, at),
    from: { id: 'system', name: '', role: 'bot' },
    text,
    textFormat: 'plain',
    channelData: { sender: 'system' },
  }
}

/** The last thing that a customer hears of a conversation. Always of the same id, so that nobody takes it for two. */
export function endActivity(item: WorkItem, viewpoint: Viewpoint): Activity {
  return {
    type: 'endOfConversation',
    id: `${viewpoint.conversation}|end`,
    ...envelope(viewpoint, item.closedAt ?? item.changedAt),
    from: { id: 'system', name: '', role: 'bot' },
    channelData: { sender: 'system', reason: item.closureReason },
  }
}

function envelope({ conversation }: Viewpoint, at: number) {
  return { timestamp: new Date(at).toISOString(), channelId: 'directline', conversation: { id: conversation } }
}

function senderOf({ from, author }: Pick<StoredMessage, 'from' | 'author'>, { user, nameOf }: Viewpoint) {
  if (from === 'customer') return { id: user, role: 'user' }
  if (from === 'system') return { id: 'system', name: '', role: 'bot' }
  return { id: author ?? from, name: author === null ? '' : from === 'bot' ? author : nameOf(author), role: 'bot' }
}
