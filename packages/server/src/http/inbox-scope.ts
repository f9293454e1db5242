import { INBOX_CLOSED_DAYS } from '@unified-routing/contract'
import type { WorkItem } from '@unified-routing/routing'
import { type Caller, may } from '../auth/caller.ts'
import type { WorkItemsScope } from '../store/reads.ts'
import type { Call } from './handler.ts'
import { workReach } from './reach.ts'
import type { Services } from './services.ts'

export type View = Call<'listWorkItems'>['query']['view']

interface Asked {
  readonly view: View
  readonly state?: WorkItem['state'] | undefined
  readonly queue?: string | undefined
  readonly representative?: string | undefined
  readonly channel?: WorkItem['channel'] | undefined
}

const DAY_MS = 24 * 60 * 60 * 1000

/** What a view of the inbox shows to this caller; null: nothing can be in it. */
export function scopeOf(
  { view, state, queue, representative: holder, channel }: Asked,
  caller: Caller,
  services: Pick<Services, 'catalogs' | 'scopes'>,
): WorkItemsScope | null {
  const states = statesOf(view, state)
  if (states?.length === 0) return null
  const { representative } = caller
  const visibleTo = workReach(caller, services)
  const anybody = { heldBy: null, lastRepresentative: null, customer: null, visibleTo }
  const scope = { ...anybody, states, queue: queue ?? null, holder: holder ?? null, channel: channel ?? null }
  if (view === 'all' || view === 'ongoing' || (view === 'closed' && may(caller, 'seeAllWork'))) return scope
  // What waits in other queues may have been theirs once; it is not for them to take.
  if (view === 'open')
    return visibleTo === null ? scope : { ...scope, visibleTo: { ...visibleTo, representative: null } }
  if (representative === null) return null
  return view === 'my'
    ? { ...scope, heldBy: representative, visibleTo: null }
    : { ...scope, lastRepresentative: representative, visibleTo: null }
}

/** From when on a view shows things; null: from the beginning. */
export function sinceOf(view: View, now: number): number | null {
  return view === 'closed' ? now - INBOX_CLOSED_DAYS * DAY_MS : null
}

const viewStates: Readonly<Record<View, WorkItemsScope['states']>> = {
  my: ['Open', 'Active', 'Waiting', 'Wrap-up'],
  open: ['Open'],
  closed: ['Closed'],
  ongoing: ['Open', 'Active', 'Waiting', 'Wrap-up'],
  all: null,
}

function statesOf(view: View, state: WorkItem['state'] | undefined): WorkItemsScope['states'] {
  const states = viewStates[view]
  if (state === undefined) return states
  return states === null || states.includes(state) ? [state] : []
}
