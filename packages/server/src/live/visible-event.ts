import type { RoutingEvent, WorkItem } from '@unified-routing/routing'
import { type Caller, may } from '../auth/caller.ts'
import type { Catalogs } from '../http/catalogs.ts'
import { followsConversation, maySeeWorkItem, visibleWork } from '../http/policies.ts'

/** What a caller is shown of an event: all of it, that it happened (the item has just left their sight), or nothing. */
export type Sight = 'all' | 'eventOnly' | 'nothing'

export interface SeenEvent {
  readonly event: RoutingEvent
  /** As it is now; null: the event concerns no item. */
  readonly item: WorkItem | null
  /** Where the item was before; null: not known, or nowhere. */
  readonly previousQueue: string | null
}

export function sightOf({ event, item, previousQueue }: SeenEvent, caller: Caller, catalogs: Catalogs): Sight {
  if (event.workItem !== null && !may(caller, 'seeOwnWork')) return 'nothing'
  const visible = visibleWork(caller, catalogs)
  // Presence, and whether routing is on, are no secrets among colleagues.
  if (visible === null || event.workItem === null) return 'all'
  // What is said in a conversation concerns those who are in it, not everybody of its queue.
  if (event.type === 'workItem.messageAdded')
    return item !== null && followsConversation(item, caller, catalogs) ? 'all' : 'nothing'
  if (item !== null && maySeeWorkItem(item, caller, catalogs)) return 'all'
  if (event.representative !== null && event.representative === visible.representative) return 'eventOnly'
  const wasVisible = [event.queue, previousQueue].some((queue) => queue !== null && visible.queues.includes(queue))
  return wasVisible ? 'eventOnly' : 'nothing'
}
