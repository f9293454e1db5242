import type { Command } from '../../command.ts'
import type { Refusal } from '../../router.ts'
import { refuse } from '../../router-refusal.ts'
import type { MessageKind, MessageSender } from '../../vocabulary.ts'
import { recordItem } from '../../world/journal.ts'
import type { OpenItem } from '../../world/open-item.ts'
import type { World } from '../../world/world.ts'
import { changed } from '../change-item.ts'

type AddMessage = Extract<Command, { type: 'addMessage' }>

/** A representative or a bot says something, somebody notes something, or an automated message goes out. */
export function addMessage(world: World, open: OpenItem, command: AddMessage): Refusal | null {
  const { item } = open
  if (item.kind === 'record') {
    return refuse('notAllowedForChannel', `${item.id} is a record; messages belong to conversations.`)
  }
  recordMessage(world, open, command)
  // Automated messages are nobody's activity: closing for inactivity must not wait for them.
  if (command.from !== 'system') changed(world, open)
  return null
}

export interface MessageFacts {
  readonly message: string
  readonly from: MessageSender
  readonly kind: MessageKind
}

/** Counts a message and tells of it; its text is the store's. */
export function recordMessage(world: World, open: OpenItem, { message, from, kind }: MessageFacts): void {
  open.item.messageCount++
  recordItem(world, open, { type: 'workItem.messageAdded', message, from, kind, number: open.item.messageCount })
}
