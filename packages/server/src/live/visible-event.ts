import type { RoutingEvent } from '@unified-routing/routing'
import { type Caller, may } from '../auth/caller.ts'
import { followsConversation, isInQueues, isReached, reachesRepresentative, workReach } from '../http/reach.ts'
import type { Services } from '../http/services.ts'
import { mayReadEvent } from '../http/views/unseen-monitors.ts'
import type { OwnedWorkItem } from '../store/owned-work-item.ts'
import type { Place } from './previous-places.ts'

/** What a caller is shown of an event: all of it, that it happened (the item has just left their sight), or nothing. */
export type Sight = 'all' | 'eventOnly' | 'nothing'

export interface SeenEvent {
  readonly event: RoutingEvent
  /** As it is now; null: the event concerns no item. */
  readonly item: OwnedWorkItem | null
  /** Where the item was before; null: not known, or nowhere. */
  readonly previousPlace: Place | null
}

export function sightOf(seen: SeenEvent, caller: Caller, services: Pick<Services, 'catalogs' | 'scopes'>): Sight {
  const { event, item, previousPlace } = seen
  if (!mayReadEvent(caller, event)) return 'nothing'
  if (event.workItem === null) return isColleagues(event, caller, services) ? 'all' : 'nothing'
  if (!may(caller, 'seeOwnWork')) return 'nothing'
  const reach = workReach(caller, services)
  // What is said in a conversation concerns those who are in it, not everybody of its queue.
  if (event.type === 'workItem.messageAdded' && reach !== null)
    return item !== null && followsConversation(item, caller, services) ? 'all' : 'nothing'
  if (reach === null || (item !== null && isReached(item, reach))) return 'all'
  if (event.representative !== null && event.representative === reach.representative) return 'eventOnly'
  const { businessUnit = previousPlace?.businessUnit ?? '' } = item ?? {}
  const places = [{ queue: event.queue, businessUnit }, ...(previousPlace === null ? [] : [previousPlace])]
  const wasVisible = places.some((place) => isInQueues(place, reach)) || wasInUnits(seen, caller, services)
  return wasVisible ? 'eventOnly' : 'nothing'
}

/** Presence is no secret among those who see each other; whether routing is on, among nobody. */
function isColleagues(
  { representative }: RoutingEvent,
  caller: Caller,
  services: Pick<Services, 'catalogs' | 'scopes'>,
): boolean {
  return (
    representative === null || reachesRepresentative(representative, { caller, right: 'seeRepresentatives' }, services)
  )
}

/** Those who see a unit's work hear that it left the unit, or that somebody of the unit has let it go. */
function wasInUnits(
  { event, previousPlace }: SeenEvent,
  caller: Caller,
  services: Pick<Services, 'catalogs' | 'scopes'>,
): boolean {
  if (!may(caller, 'seeAllWork')) return false
  if (previousPlace !== null && services.scopes.of(caller).reaches('seeAllWork', previousPlace.businessUnit))
    return true
  const { representative } = event
  return representative !== null && reachesRepresentative(representative, { caller, right: 'seeAllWork' }, services)
}
