import type { SettingValue } from '@unified-routing/contract'
import type { AnswerLimits } from './period-figures.ts'

/** Until somebody sets others: those of the reference for conversations, an hour for records. */
const CONVERSATION_SECONDS = 20
const RECORD_SECONDS = 3_600

/** Within how many seconds work of a channel is to be answered, by the first service level that names it. */
export function answerLimits(settings: readonly { readonly value: SettingValue<'serviceLevel'> }[]): AnswerLimits {
  const values = settings.map(({ value }) => value)
  return (channel) => {
    const named = values.find(({ channels }) => channels.includes(channel))
    const other = values.find(({ channels }) => channels.length === 0)
    return (named ?? other)?.withinSeconds ?? (channel === 'record' ? RECORD_SECONDS : CONVERSATION_SECONDS)
  }
}
