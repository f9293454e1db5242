import type { WorkItemView } from '@unified-routing/contract'
import { monitorsUnseen, type RoutingEvent, versionShown, type WorkItem } from '@unified-routing/routing'
import { type Caller, may } from '../../auth/caller.ts'

/** Who monitors without having joined is known to those who supervise or administer, and to nobody else. */
function knowsMonitors(caller: Caller): boolean {
  return may(caller, 'supervise') || may(caller, 'editConfiguration')
}

/** The item as the caller may see it. Those who monitor always see that they do. */
export function asShownTo(caller: Caller, view: WorkItemView, item: WorkItem): WorkItemView {
  const version = versionShown(item)
  const isAllSeen = version === item.version && !view.participants.some(monitorsUnseen)
  if (isAllSeen || knowsMonitors(caller)) return view
  const participants = view.participants.filter(
    (each) => !monitorsUnseen(each) || each.representative === caller.representative,
  )
  return { ...view, participants, version }
}

/** Whether the caller may read a line of the journal. */
export function mayReadEvent(caller: Caller, event: RoutingEvent): boolean {
  return !tellsOfUnseen(event) || event.representative === caller.representative || knowsMonitors(caller)
}

function tellsOfUnseen(event: RoutingEvent): boolean {
  switch (event.type) {
    case 'workItem.participantJoined':
      return event.mode === 'monitor'
    case 'workItem.participantLeft':
      // Journals from before the access was noted may tell of somebody who had never joined.
      return monitorsUnseen({ mode: event.mode, access: event.access ?? 'private' })
    default:
      return false
  }
}
