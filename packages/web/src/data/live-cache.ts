import type { QueryClient } from '@tanstack/react-query'
import type { JournalEvent, LiveEvent, WorkItemView } from '@unified-routing/contract'
import { belongsTo } from './list-membership.ts'
import { addMessage } from './message-cache.ts'
import {
  diagnosticsQuery,
  journalQuery,
  representativeQuery,
  representativesQuery,
  rowQuery,
  type WorkItemFilter,
  workItemListQuery,
  workItemQuery,
} from './queries.ts'
import { viewerOf } from './viewer.ts'
import { addItem, hasItem, removeItem, replaceItem } from './work-item-pages.ts'

/** Brings the cache up to date with one event: the lines it touches are patched, nothing is read again that the event
 * already tells. What an event cannot tell (stages, candidates, loads) is read again only where it is shown. */
export function applyLiveEvent(queryClient: QueryClient, { event, workItem, message }: LiveEvent): void {
  if (workItem) {
    applyWorkItem(queryClient, workItem)
    patchJournal(queryClient, event, workItem.id)
    if (message) addMessage(queryClient, workItem.id, message)
  }
  if (event.representative !== null) refreshPerson(queryClient, event.representative)
  if (event.type.startsWith('organization.')) refreshOrganization(queryClient)
}

/** Puts the state of an item, from an event or from a reply, wherever the cache shows it. The newer of two stays. */
export function applyWorkItem(queryClient: QueryClient, item: WorkItemView): void {
  const known = queryClient.getQueryData(workItemQuery(item.id).queryKey)
  // Lists may be older than the item itself, so they are patched even when the item is known already.
  const newest = known && known.version > item.version ? known : item
  patchWorkItem(queryClient, newest)
  patchLists(queryClient, newest)
  patchRow(queryClient, newest)
}

function patchWorkItem(queryClient: QueryClient, item: WorkItemView): void {
  queryClient.setQueryData(workItemQuery(item.id).queryKey, item)
  const { queryKey } = diagnosticsQuery(item.id)
  queryClient.setQueryData(queryKey, (known) => (known ? { ...known, workItem: item } : known))
  void queryClient.invalidateQueries({ queryKey })
}

function patchLists(queryClient: QueryClient, item: WorkItemView): void {
  for (const query of queryClient.getQueryCache().findAll({ queryKey: ['work-items'] })) {
    const filter = query.meta?.workItemFilter
    if (!filter) continue
    patchList(queryClient, filter, item)
    // A reading that is under way may have begun before the change, so the change is put in once more when it ends.
    if (query.state.fetchStatus !== 'fetching') continue
    const again = () =>
      patchList(queryClient, filter, queryClient.getQueryData(workItemQuery(item.id).queryKey) ?? item)
    query.promise?.then(again, () => undefined)
  }
}

function patchList(queryClient: QueryClient, filter: WorkItemFilter, item: WorkItemView): void {
  const viewer = viewerOf(queryClient)
  if (!viewer) return
  queryClient.setQueryData(workItemListQuery(filter).queryKey, (data) => {
    if (!data) return data
    const belongs = belongsTo(filter, item, viewer)
    if (hasItem(data, item.id)) return belongs ? replaceItem(data, item) : removeItem(data, item.id)
    return belongs ? addItem(data, item, filter.sort?.startsWith('-') === false ? 'last' : 'first') : data
  })
}

function patchRow(queryClient: QueryClient, item: WorkItemView): void {
  if (!item.record) return
  const open = item.state === 'Closed' ? null : item.id
  queryClient.setQueryData(rowQuery(item.record.table, item.record.id).queryKey, (row) => {
    if (!row || row.workItem === open) return row
    // A closed item takes its leave only from the row that still names it: the row may be routed again already.
    return open === null && row.workItem !== item.id ? row : { ...row, workItem: open }
  })
}

function patchJournal(queryClient: QueryClient, event: JournalEvent, id: string): void {
  queryClient.setQueryData(journalQuery(id).queryKey, (events) => {
    if (!events || events.some((known) => known.sequence >= event.sequence)) return events
    return [...events, event]
  })
}

function refreshPerson(queryClient: QueryClient, representative: string): void {
  void queryClient.invalidateQueries(representativeQuery(representative))
  void queryClient.invalidateQueries({ queryKey: representativesQuery.queryKey, refetchType: 'none' })
}

function refreshOrganization(queryClient: QueryClient): void {
  for (const noun of ['organization', 'configuration', 'tables', 'queues', 'representatives', 'representative']) {
    void queryClient.invalidateQueries({ queryKey: [noun] })
  }
}
