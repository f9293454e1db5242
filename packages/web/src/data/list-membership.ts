import type { WorkItemView } from '@unified-routing/contract'
import { isAmongWork } from './asked.ts'
import type { WorkItemFilter } from './queries.ts'
import type { Viewer } from './viewer.ts'

type View = NonNullable<WorkItemFilter['view']>

const views: Record<View, (item: WorkItemView, viewer: Viewer) => boolean> = {
  my: (item, { representative }) => isAmongWork(item, representative),
  open: (item, { queues, seesAllWork }) =>
    item.state === 'Open' && item.queue !== null && (seesAllWork || queues.includes(item.queue)),
  closed: (item, { representative, seesAllWork }) =>
    item.state === 'Closed' && (seesAllWork || item.lastRepresentative === representative),
  ongoing: (item) => item.state !== 'Closed',
  all: () => true,
}

/** Whether an item is in a list now: the server's own views (operation `listWorkItems`), for patching lists in place. */
export function belongsTo(filter: WorkItemFilter, item: WorkItemView, viewer: Viewer): boolean {
  if (filter.queue !== undefined && filter.queue !== item.queue) return false
  if (filter.state !== undefined && filter.state !== item.state) return false
  if (filter.channel !== undefined && filter.channel !== item.channel) return false
  if (filter.representative !== undefined && filter.representative !== (item.assignedTo ?? item.offeredTo)) return false
  return views[filter.view ?? 'all'](item, viewer)
}
