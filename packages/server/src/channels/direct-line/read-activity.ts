import { TEXT_LENGTH_MAX } from '@unified-routing/contract'
import { z } from 'zod'
import { badArgument, missingProperty } from './direct-line-error.ts'

const NAME_LENGTH_MAX = 200

/** What a client may do in its conversation; everything else that it sends is none of our business. */
export type CustomerAct =
  | { readonly type: 'message'; readonly text: string; readonly clientActivityId: string | null }
  | { readonly type: 'typing' }
  | { readonly type: 'end' }
  | { readonly type: 'read'; readonly messageId: string }
  | { readonly type: 'nothing' }

const activity = z.object({
  type: z.string().max(NAME_LENGTH_MAX),
  text: z.string().nullish(),
  attachments: z.array(z.unknown()).nullish(),
  name: z.string().max(NAME_LENGTH_MAX).nullish(),
  value: z.unknown().optional(),
  channelData: z.unknown().optional(),
})

const readReceipt = z.object({ messageId: z.string().max(NAME_LENGTH_MAX) })
const clientIds = z.object({ clientActivityID: z.string().min(1).max(NAME_LENGTH_MAX) })

/** Activities that bots care about and people do not. */
const passedOver = new Set(['event', 'conversationUpdate', 'invoke', 'messageReaction', 'messageUpdate', 'trace'])

/** Reads an activity of a client. `fileCount`: how many files came with it. Errors: BadArgument, MissingProperty. */
export function readActivity(body: unknown, fileCount = 0): CustomerAct {
  const parsed = activity.safeParse(body)
  if (!parsed.success) throw badArgument('The activity is not one: it needs a type, and its text must be a text.')
  const { type, text, attachments, name, value, channelData } = parsed.data
  switch (type) {
    case 'message':
      if ((attachments?.length ?? 0) > fileCount)
        throw badArgument('Attachments are uploaded: send them to the upload address of the conversation.')
      return { type: 'message', text: readText(text ?? '', fileCount), clientActivityId: clientIdIn(channelData) }
    case 'typing':
      return { type: 'typing' }
    case 'endOfConversation':
      return { type: 'end' }
    case 'event': {
      const receipt = name === 'MessageRead' ? readReceipt.safeParse(value) : null
      return receipt?.success === true ? { type: 'read', messageId: receipt.data.messageId } : { type: 'nothing' }
    }
    default:
      if (passedOver.has(type)) return { type: 'nothing' }
      throw badArgument(`Activities of type ${type.slice(0, 50)} are not known here.`)
  }
}

function readText(text: string, fileCount: number): string {
  if (text.trim() === '' && fileCount === 0) throw missingProperty('A message needs a text or an attachment.')
  if (text.length > TEXT_LENGTH_MAX) throw badArgument(`A message has at most ${TEXT_LENGTH_MAX} characters.`)
  return text
}

function clientIdIn(channelData: unknown): string | null {
  const parsed = clientIds.safeParse(channelData)
  return parsed.success ? parsed.data.clientActivityID : null
}
