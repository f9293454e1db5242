import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { InboxView, WorkItemView } from '@unified-routing/contract'
import { useCallback, useEffect, useMemo } from 'react'
import { askedOf } from '../data/asked.ts'
import { inboxQuery, workItemListQuery } from '../data/queries.ts'
import type { WorkItemPages } from '../data/work-item-pages.ts'
import {
  arrange,
  INBOX_ITEMS_MAX,
  type InboxFilter,
  type InboxSort,
  type InboxViewName,
  needsAll,
  serverFilter,
} from './inbox-views.ts'

export interface InboxAsked {
  readonly view: InboxViewName
  readonly sort: InboxSort
  readonly filter: InboxFilter
}

export interface InboxList {
  readonly items: readonly WorkItemView[]
  /** Of the items that were read, before the filter. */
  readonly channels: readonly WorkItemView['channel'][]
  readonly isLoading: boolean
  /** There is more than the inbox shows. */
  readonly isCut: boolean
  /** Reads the next page, if there is one to show. */
  readonly more: () => void
}

/** One view of the inbox, kept true by the live stream. */
export function useInbox({ view, sort, filter }: InboxAsked): InboxList {
  const { data, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useInfiniteQuery(
    workItemListQuery(serverFilter(view, sort)),
  )
  const unread = useUnreadItems(filter.reading !== undefined)
  const read = useMemo(() => flatten(data), [data])
  const items = useMemo(() => arrange(read, { sort, filter, unread }), [read, sort, filter, unread])
  const canReadMore = hasNextPage && !isFetchingNextPage && read.length < INBOX_ITEMS_MAX
  const readsAll = canReadMore && needsAll(sort, filter)
  useEffect(() => {
    if (readsAll) void fetchNextPage()
  }, [readsAll, fetchNextPage])
  return {
    items,
    channels: useMemo(() => [...new Set(read.map(({ channel }) => channel))].sort(), [read]),
    isLoading: isPending,
    isCut: hasNextPage && read.length >= INBOX_ITEMS_MAX,
    more: () => {
      if (canReadMore) void fetchNextPage()
    },
  }
}

/** How much of one item is unread. What is said elsewhere changes nothing for it. */
export function useUnread(id: string): number {
  const select = useCallback(
    ({ unread }: InboxView) => unread.find(({ workItem }) => workItem === id)?.count ?? 0,
    [id],
  )
  return useQuery({ ...inboxQuery, select }).data ?? 0
}

const nothingUnread: readonly string[] = []

/** The items of which something is unread, where that matters. */
function useUnreadItems(matters: boolean): ReadonlySet<string> {
  const { data = nothingUnread } = useQuery({ ...inboxQuery, select: matters ? unreadItems : noUnreadItems })
  return useMemo(() => new Set(data), [data])
}

/** The counts of the server; of the viewer's own items, which are all here, the count of the moment. */
export function useInboxCounts(): InboxView['counts'] | null {
  const { data: counts = null } = useQuery({ ...inboxQuery, select: countsOf })
  const { data: own = null } = useInfiniteQuery({ ...ownItemsQuery, select: wholeLength })
  return counts === null || own === null ? counts : { ...counts, my: own }
}

const ownItemsQuery = workItemListQuery({ view: 'my', sort: '-changedAt' })

/** How many there are, when all pages were read. */
function wholeLength({ pages }: WorkItemPages): number | null {
  return pages.at(-1)?.nextCursor === null ? pages.reduce((sum, { items }) => sum + items.length, 0) : null
}

/** The items of the viewer that await an answer, the first offered first. Nothing changes for it when others do. */
export function useOfferedItems(representative: string): readonly WorkItemView[] {
  const select = useCallback(
    (data: WorkItemPages) =>
      flatten(data)
        .map((item) => ({ item, asked: askedOf(item, representative) }))
        .filter(({ asked }) => asked !== null)
        .sort((one, other) => (one.asked?.since ?? '').localeCompare(other.asked?.since ?? ''))
        .map(({ item }) => item),
    [representative],
  )
  return useInfiniteQuery({ ...ownItemsQuery, select }).data ?? nothingOffered
}

const nothingOffered: readonly WorkItemView[] = []

function flatten(data: WorkItemPages | undefined): readonly WorkItemView[] {
  return data?.pages.flatMap((page) => page.items) ?? []
}

function unreadItems({ unread }: InboxView): readonly string[] {
  return unread.map(({ workItem }) => workItem).toSorted()
}

function noUnreadItems(): readonly string[] {
  return nothingUnread
}

function countsOf({ counts }: InboxView): InboxView['counts'] {
  return counts
}
