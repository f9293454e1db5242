import type { MessageView } from '@unified-routing/contract'

/** Messages of one author that follow each other so closely stand under one name. */
const GROUP_MS = 3 * 60_000

/** A message with its place among the others. */
export interface MessageRow {
  readonly message: MessageView
  /** The name and the time stand above it. */
  readonly startsGroup: boolean
  /** The date stands above it. */
  readonly startsDay: boolean
}

/** Groups what one side said in one go, and marks where a day begins. */
export function messageRows(messages: readonly MessageView[]): readonly MessageRow[] {
  return messages.map((message, index) => {
    const before = messages[index - 1]
    const startsDay = before === undefined || dayOf(before.at) !== dayOf(message.at)
    return { message, startsDay, startsGroup: startsDay || before === undefined || !isOneGroup(before, message) }
  })
}

function isOneGroup(before: MessageView, message: MessageView): boolean {
  if (before.from !== message.from || before.author !== message.author || before.kind !== message.kind) return false
  return new Date(message.at).getTime() - new Date(before.at).getTime() <= GROUP_MS
}

function dayOf(at: string): string {
  return new Date(at).toDateString()
}
