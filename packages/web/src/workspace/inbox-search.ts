import type { WorkspaceSearch } from '../search-params.ts'
import { defaultSort, inboxSortKeys } from './inbox-views.ts'
import type { InboxAsked } from './use-inbox.ts'

/** What the address asks of the inbox. Its parts keep their identity while the address stays as it is. */
export function askedOf({ view: named, sort, show, channel, q }: WorkspaceSearch): InboxAsked {
  const view = named ?? 'my'
  const isDescending = sort?.startsWith('-') ?? false
  const key = inboxSortKeys.find((one) => one === (isDescending ? sort?.slice(1) : sort))
  return {
    view,
    sort: key === undefined ? defaultSort(view) : { key, isDescending },
    filter: { text: q, reading: view === 'my' ? show : undefined, channel },
  }
}

/** A sort as the address writes it; the usual one of the view is left out. */
export function sortText(view: InboxAsked['view'], { key, isDescending }: InboxAsked['sort']): string | undefined {
  const usual = defaultSort(view)
  if (usual.key === key && usual.isDescending === isDescending) return undefined
  return isDescending ? `-${key}` : key
}
