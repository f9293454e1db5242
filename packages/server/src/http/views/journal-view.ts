import type { JournalEvent } from '@unified-routing/contract'
import type { RoutingEvent } from '@unified-routing/routing'
import { isoInstant, isoInstantOrNull } from './instants.ts'

/** A line of the journal as callers see it: instants as text, the rest as it is. */
export function viewEvent(event: RoutingEvent): JournalEvent {
  const at = isoInstant(event.at)
  switch (event.type) {
    case 'workItem.offered':
      return { ...event, at, expiresAt: isoInstantOrNull(event.expiresAt) }
    case 'workItem.consultAsked':
      return { ...event, at, expiresAt: isoInstant(event.expiresAt) }
    case 'organization.resumed':
      return { ...event, at, stoppedAt: isoInstant(event.stoppedAt) }
    default:
      return { ...event, at }
  }
}
