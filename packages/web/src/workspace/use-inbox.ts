import { useInfiniteQuery } from '@tanstack/react-query'
import type { WorkItemView } from '@unified-routing/contract'
import { workItemListQuery } from '../data/queries.ts'
import { type InboxView, inboxViews } from './inbox-views.ts'

export interface InboxList {
  readonly title: string
  readonly items: readonly WorkItemView[]
  readonly isLoading: boolean
  readonly hasMore: boolean
  readonly more: () => void
}

/** One view of the inbox, kept true by the live stream. */
export function useInbox(view: InboxView): InboxList {
  const { title, filter } = inboxViews.find((one) => one.view === view) ?? { title: '', filter: { view } }
  const list = useInfiniteQuery(workItemListQuery(filter))
  return {
    title,
    items: list.data?.pages.flatMap((page) => page.items) ?? [],
    isLoading: list.isPending,
    hasMore: list.hasNextPage,
    more: () => void list.fetchNextPage(),
  }
}
