import type { Ticket } from '../direct-line/direct-line.ts'
import { flagOf, isRecord, listOf, numberOf, parseJson, recordOf, textOf } from '../json.ts'

/** What outlives the page: enough to go on where the customer was, in this tab only. */
export interface SavedChat {
  readonly ticket: Ticket
  readonly userId: string
  readonly isOpen: boolean
  /** Key of the last message that was on the screen. */
  readonly lastRead: string | null
  readonly draft: string
  readonly unsent: readonly { readonly key: string; readonly text: string }[]
}

export interface ChatMemory {
  read(): SavedChat | null
  write(chat: SavedChat | null): void
}

export interface TextStore {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

/** Keeps the chat in the session storage of the tab. Where the browser refuses it, the chat ends with the page. */
export function createChatMemory(store: TextStore | null, key: string): ChatMemory {
  return {
    read: () => {
      try {
        return readSaved(parseJson(store?.getItem(key) ?? ''))
      } catch {
        return null
      }
    },
    write: (chat) => {
      try {
        if (chat === null) store?.removeItem(key)
        else store?.setItem(key, JSON.stringify(chat))
      } catch {
        // Full or forbidden: the conversation goes on, it only cannot be taken to the next page.
      }
    },
  }
}

function readSaved(value: unknown): SavedChat | null {
  if (!isRecord(value)) return null
  const ticket = recordOf(value.ticket)
  const conversationId = textOf(ticket, 'conversationId')
  const token = textOf(ticket, 'token')
  const userId = textOf(value, 'userId')
  if (conversationId === null || token === null || userId === null) return null
  return {
    ticket: { conversationId, token, expiresAt: numberOf(ticket, 'expiresAt') },
    userId,
    isOpen: flagOf(value, 'isOpen'),
    lastRead: textOf(value, 'lastRead'),
    draft: textOf(value, 'draft') ?? '',
    unsent: listOf(value.unsent)
      .filter(isRecord)
      .flatMap((raw) => {
        const key = textOf(raw, 'key')
        const text = textOf(raw, 'text')
        return key === null || text === null ? [] : [{ key, text }]
      }),
  }
}
