import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { WorkItemView } from '@unified-routing/contract'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { api } from '../data/api.ts'
import { changeUnread } from '../data/inbox-cache.ts'
import { messagesQuery } from '../data/queries.ts'
import { tabChannel } from '../data/tab-channel.ts'
import { useSession } from '../data/viewer.ts'
import { useUnread } from './use-inbox.ts'

/** What is open, and looked at, is read: the server hears how far, so that every browser of this person shows the same. */
export function useMarkRead(item: WorkItemView): void {
  const queryClient = useQueryClient()
  const { representative } = useSession()
  const isSeen = useSyncExternalStore(subscribeToVisibility, isPageVisible)
  const count = useUnread(item.id)
  const until = useShownUntil(item)
  const told = useRef<string | null>(null)
  const isMine = item.assignedTo !== null && item.assignedTo === representative
  useEffect(() => {
    if (!isSeen || !isMine || until === null) return
    if (count > 0) changeUnread(queryClient, item.id, () => 0)
    if (told.current === until) return
    told.current = until
    // Unread here once more is all that a failure costs.
    api.workItems.markRead(item.id, until).catch(() => undefined)
    tabChannel.post({ type: 'read', id: item.id })
  }, [isSeen, isMine, until, count, item.id, queryClient])
}

/** The instant of what the customer wrote last, as far as it is shown; of a record, when it came. */
function useShownUntil(item: WorkItemView): string | null {
  const { data } = useQuery({
    ...messagesQuery(item.id),
    enabled: item.kind === 'conversation',
    select: (messages) => messages.findLast(({ from }) => from === 'customer')?.at ?? null,
  })
  return item.kind === 'record' ? (item.session?.offeredAt ?? null) : (data ?? null)
}

function isPageVisible(): boolean {
  return document.visibilityState === 'visible'
}

function subscribeToVisibility(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener)
  return () => document.removeEventListener('visibilitychange', listener)
}
