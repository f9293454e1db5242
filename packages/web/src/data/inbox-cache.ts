import type { QueryClient } from '@tanstack/react-query'
import type { LiveEvent } from '@unified-routing/contract'
import { inboxQuery } from './queries.ts'
import { viewerOf } from './viewer.ts'

/** The counts are read again so long after something happened, and no more often than every so often. */
const RENEW_AFTER_MS = 500
const RENEW_EVERY_MS = 4_000

/** What happens inside a conversation moves nothing from one view to another. */
const STAYS: ReadonlySet<LiveEvent['event']['type']> = new Set([
  'workItem.customerActivity',
  'workItem.messageAdded',
  'workItem.classified',
])

/** Keeps the counts and the unread of the inbox true: what an event tells is put in at once, the rest is read again. */
export class InboxRenewal {
  readonly #queryClient: QueryClient
  #timer: ReturnType<typeof setTimeout> | null = null
  #renewedAt = Number.NEGATIVE_INFINITY

  constructor(queryClient: QueryClient) {
    this.#queryClient = queryClient
  }

  receive({ event, workItem }: LiveEvent): void {
    if (!event.type.startsWith('workItem.')) return
    if (event.type === 'workItem.messageAdded' && event.from === 'customer' && workItem) {
      const representative = viewerOf(this.#queryClient)?.representative ?? null
      if (representative !== null && workItem.assignedTo === representative) {
        changeUnread(this.#queryClient, workItem.id, (count) => count + 1)
        // A reading that is under way may have begun before the message was there.
        if (this.#queryClient.isFetching(inboxQuery) > 0) this.#renewSoon()
      }
    }
    if (!STAYS.has(event.type)) this.#renewSoon()
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
  }

  #renewSoon(): void {
    const earliest = this.#renewedAt + RENEW_EVERY_MS
    this.#timer ??= setTimeout(
      () => {
        this.#timer = null
        this.#renewedAt = Date.now()
        void this.#queryClient.invalidateQueries(inboxQuery)
      },
      Math.max(RENEW_AFTER_MS, earliest - Date.now()),
    )
  }
}

/** Changes how much of one item is unread, here and now; the server has it too, or soon will. */
export function changeUnread(queryClient: QueryClient, id: string, change: (count: number) => number): void {
  queryClient.setQueryData(inboxQuery.queryKey, (inbox) => {
    if (!inbox) return inbox
    const count = change(inbox.unread.find(({ workItem }) => workItem === id)?.count ?? 0)
    const others = inbox.unread.filter(({ workItem }) => workItem !== id)
    return { ...inbox, unread: count > 0 ? [...others, { workItem: id, count }] : others }
  })
}
