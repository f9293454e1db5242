import type { WorkItemView } from '@unified-routing/contract'
import type { WorkItemFilter } from '../data/queries.ts'

export type InboxViewName = 'my' | 'open' | 'closed'
export type Reading = 'unread' | 'read'

/** What a view can be sorted by. The first three the server sorts; the others, what was read of it. */
export const inboxSortKeys = ['changed', 'waiting', 'created', 'customer', 'workstream', 'transfers'] as const
export type InboxSortKey = (typeof inboxSortKeys)[number]

export interface InboxSort {
  readonly key: InboxSortKey
  readonly isDescending: boolean
}

/** What narrows a view down: parts that are absent let everything through. */
export interface InboxFilter {
  readonly text?: string | undefined
  readonly reading?: Reading | undefined
  readonly channel?: WorkItemView['channel'] | undefined
}

/** The inbox shows the first so many of a view in the order chosen; the count tells how many there are. */
export const INBOX_ITEMS_MAX = 500

export const inboxTitles: Readonly<Record<InboxViewName, string>> = {
  my: 'My work items',
  open: 'Open work items',
  closed: 'Closed work items',
}

export const sortTitles: Readonly<Record<InboxSortKey, string>> = {
  changed: 'Last change',
  waiting: 'Time in queue',
  created: 'Date created',
  customer: 'Customer',
  workstream: 'Workstream',
  transfers: 'Transfers',
}

/** What waits longest leads the open ones; elsewhere the latest change does. */
export function defaultSort(view: InboxViewName): InboxSort {
  return view === 'open' ? { key: 'waiting', isDescending: false } : { key: 'changed', isDescending: true }
}

export function sortKeysOf(view: InboxViewName): readonly InboxSortKey[] {
  return inboxSortKeys.filter((key) => key !== 'waiting' || view === 'open')
}

/** How the server is asked for a view: in the order chosen, where it knows that order. */
export function serverFilter(view: InboxViewName, sort: InboxSort): WorkItemFilter {
  const { key, isDescending } = serverSorts[sort.key] ? sort : defaultSort(view)
  const by = serverSorts[key] ?? 'changedAt'
  return { view, sort: isDescending ? `-${by}` : by }
}

const serverSorts: Readonly<Partial<Record<InboxSortKey, 'changedAt' | 'queuedAt' | 'createdAt'>>> = {
  changed: 'changedAt',
  waiting: 'queuedAt',
  created: 'createdAt',
}

/** Whether what is not read yet could belong among what is shown: then a page of it is not enough. */
export function needsAll(sort: InboxSort, filter: InboxFilter): boolean {
  return serverSorts[sort.key] === undefined || Object.values(filter).some((part) => part !== undefined)
}

/** The items to show, in order. Ties go by id, so that no two readings of one list differ. */
export function arrange(
  items: readonly WorkItemView[],
  { sort, filter, unread }: { sort: InboxSort; filter: InboxFilter; unread: ReadonlySet<string> },
): readonly WorkItemView[] {
  const sign = sort.isDescending ? -1 : 1
  return items
    .filter((item) => fits(item, filter, unread.has(item.id)))
    .map((item) => ({ item, value: sortValues[sort.key](item) }))
    .sort((one, other) => sign * (compare(one.value, other.value) || compare(one.item.id, other.item.id)))
    .map(({ item }) => item)
}

function fits(item: WorkItemView, { text, reading, channel }: InboxFilter, isUnread: boolean): boolean {
  if (channel !== undefined && item.channel !== channel) return false
  if (reading !== undefined && isUnread !== (reading === 'unread')) return false
  if (text === undefined) return true
  const words = `${item.title}\n${item.customerName ?? ''}\n${item.queue ?? ''}`.toLocaleLowerCase()
  return words.includes(text.toLocaleLowerCase())
}

const sortValues: Readonly<Record<InboxSortKey, (item: WorkItemView) => string | number>> = {
  changed: (item) => Date.parse(item.changedAt),
  waiting: (item) => Date.parse(item.queuedAt ?? item.waitStartedAt),
  created: (item) => Date.parse(item.createdAt),
  customer: (item) => item.customerName ?? item.title,
  workstream: (item) => item.workstream,
  transfers: (item) => item.transferCount,
}

function compare(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return collator.compare(String(one), String(other))
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })
