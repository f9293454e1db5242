import type { WorkItem } from '@unified-routing/routing'
import { type Caller, may } from '../../auth/caller.ts'
import type { WorkItemsQuery } from '../../store/reads.ts'
import { cutPage, PAGE_SIZE_DEFAULT, readCursor, writeCursor } from '../cursors.ts'
import type { Call, Handler } from '../handler.ts'
import { visibleWork } from '../policies.ts'
import type { Services } from '../services.ts'
import { viewWorkItems } from '../views/work-item-view.ts'

type Query = Call<'listWorkItems'>['query']
type View = Query['view']
type Scope = Pick<WorkItemsQuery, 'states' | 'heldBy' | 'lastRepresentative' | 'visibleTo'>

export const listWorkItems: Handler<'listWorkItems'> = async ({ query, caller }, services) => {
  const scope = scopeOf(query, caller, services)
  if (scope === null) return { body: { items: [], nextCursor: null } }
  const sort = readSort(query.sort)
  const limit = query.limit ?? PAGE_SIZE_DEFAULT
  const cursorKey = `${query.view} ${query.sort}`
  const after = readCursor(query.cursor, cursorKey)
  const found = await services.reads.workItems({ ...scope, queue: query.queue ?? null, sort, after, limit: limit + 1 })
  const { items, nextCursor } = cutPage(found, limit, (last) =>
    writeCursor({ value: last[sort.by], id: last.id }, cursorKey),
  )
  return { body: { items: await viewWorkItems(items, services), nextCursor } }
}

/** What a view shows to this caller; null: nothing can be in it. */
function scopeOf({ view, state }: Query, caller: Caller, { catalogs }: Services): Scope | null {
  const states = statesOf(view, state)
  if (states?.length === 0) return null
  const visibleTo = visibleWork(caller, catalogs())
  const everything = { states, heldBy: null, lastRepresentative: null, visibleTo }
  if (view === 'all' || view === 'open') return everything
  if (view === 'closed' && may(caller, 'seeAllWork')) return everything
  if (caller.representative === null) return null
  return view === 'my'
    ? { ...everything, heldBy: caller.representative, visibleTo: null }
    : { ...everything, lastRepresentative: caller.representative, visibleTo: null }
}

const viewStates: Readonly<Record<View, WorkItemsQuery['states']>> = {
  my: ['Open', 'Active', 'Waiting', 'Wrap-up'],
  open: ['Open'],
  closed: ['Closed'],
  all: null,
}

function statesOf(view: View, state: WorkItem['state'] | undefined): WorkItemsQuery['states'] {
  const states = viewStates[view]
  if (state === undefined) return states
  return states === null || states.includes(state) ? [state] : []
}

function readSort(sort: Query['sort']): WorkItemsQuery['sort'] {
  switch (sort) {
    case 'createdAt':
    case 'changedAt':
    case 'queuedAt':
      return { by: sort, descending: false }
    case '-createdAt':
      return { by: 'createdAt', descending: true }
    case '-changedAt':
      return { by: 'changedAt', descending: true }
    case '-queuedAt':
      return { by: 'queuedAt', descending: true }
  }
}
