import { type BotAnswer, botAnswer } from '@unified-routing/contract'
import { z } from 'zod'

/** An activity as far as we read those of bots. Whatever else is in it is passed over. */
export const botActivity = z.looseObject({
  type: z.string(),
  id: z.string().optional(),
  from: z.looseObject({ id: z.string() }).optional(),
  text: z.string().optional(),
  name: z.string().optional(),
  value: z.unknown().optional(),
  channelData: z
    .looseObject({ tags: z.unknown().optional(), deliveryMode: z.unknown().optional() })
    .nullish()
    .catch(null),
  suggestedActions: z
    .looseObject({ actions: z.array(z.looseObject({ title: z.string(), value: z.unknown().optional() })) })
    .nullish()
    .catch(null),
})
export type BotActivity = z.output<typeof botActivity>

const ACTIONS_MAX = 20
const NOTHING = botAnswer.parse({})

/** What a bot means by an activity; null: nothing that concerns the conversation. */
export function readBotActivity(activity: BotActivity): BotAnswer | null {
  switch (activity.type) {
    case 'message':
      return readMessage(activity)
    case 'event':
      // What bots of the Bot Framework say when they hand over.
      return activity.name === 'handoff.initiate' ? escalation(activity.value, activity.text ?? '') : null
    case 'endOfConversation':
      return { ...NOTHING, messages: said(activity), end: true }
    default:
      return null
  }
}

function readMessage(activity: BotActivity): BotAnswer | null {
  const { channelData, text = '' } = activity
  const tag = tagOf(channelData?.tags)
  if (tag?.type === 'Escalate') return escalation(tag.context, text)
  if (tag?.type === 'EndConversation') return { ...NOTHING, messages: said(activity), end: true }
  const mode = channelData?.deliveryMode
  if (typeof mode === 'string' && mode !== 'bridged') return null
  const messages = said(activity)
  return messages.length === 0 ? null : { ...NOTHING, messages }
}

/** The text of an escalation is for representatives only. */
function escalation(context: unknown, note: string): BotAnswer {
  const parsed = botAnswer.safeParse({ context: literalsOf(context), escalate: { note } })
  return parsed.data ?? { ...NOTHING, escalate: { because: '', note: '' } }
}

function literalsOf(context: unknown): Readonly<Record<string, unknown>> {
  if (typeof context !== 'object' || context === null) return {}
  const kept = Object.entries(context).filter(
    ([name, value]) => /^\w{1,100}$/.test(name) && ['string', 'number', 'boolean'].includes(typeof value),
  )
  return Object.fromEntries(kept)
}

const tagSchema = z.looseObject({ type: z.string(), context: z.unknown().optional() })

/** Tags are a text of JSON; what is none makes the activity an ordinary message. */
function tagOf(tags: unknown): z.output<typeof tagSchema> | null {
  try {
    return tagSchema.safeParse(typeof tags === 'string' ? JSON.parse(tags) : tags).data ?? null
  } catch {
    return null
  }
}

function said({ text = '', suggestedActions }: BotActivity): BotAnswer['messages'] {
  const actions = suggestedActions?.actions ?? []
  const message = {
    text,
    suggestedActions: actions.slice(0, ACTIONS_MAX).map(({ title, value }) => ({
      title: title.slice(0, 100),
      ...(typeof value === 'string' && value !== title ? { value } : {}),
    })),
  }
  return botAnswer.safeParse({ messages: [message] }).data?.messages ?? []
}
