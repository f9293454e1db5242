import type { RoutingEvent } from '@unified-routing/routing'

type Describe = {
  readonly [Type in RoutingEvent['type']]: (event: Extract<RoutingEvent, { readonly type: Type }>) => string | null
}

/** One line for each kind of event; null where another event already says it. */
const texts: Describe = {
  'workItem.created': (event) => `${event.workItem} comes in through ${event.workstream}`,
  'workItem.intake': (event) => `${event.workItem}: intake ${event.workstream ?? 'found no rule that matches'}`,
  'workItem.classified': (event) => {
    const set = [...named(event.skills), ...named(event.attributes), ...event.capacityProfiles]
    return set.length === 0 ? null : `${event.workItem}: classified ${set.join(', ')}`
  },
  'workItem.routedToQueue': (event) =>
    `${event.workItem} -> ${event.queue ?? 'no queue'}${event.message === null ? '' : `: ${event.message}`}`,
  'workItem.queued': (event) =>
    event.reason === 'routed' ? null : `${event.workItem} waits in ${event.queue} (${event.reason})`,
  'workItem.overflowed': (event) =>
    `${event.workItem} overflows (${event.trigger}): ${event.action} ${event.targetQueue ?? ''}`,
  'workItem.notAssigned': (event) => `${event.workItem} waits: ${named(event.reasons).join(', ') || 'nobody is there'}`,
  'workItem.offered': (event) => `${event.workItem} offered to ${event.representative}: ${event.because}`,
  'workItem.assigned': (event) => `${event.workItem} assigned to ${event.representative}: ${event.because}`,
  'workItem.accepted': (event) => `${event.workItem} accepted by ${event.representative}`,
  'workItem.declined': (event) =>
    `${event.workItem} ${event.reason === 'AgentReject' ? 'rejected' : 'missed'} by ${event.representative} (${event.declines})`,
  'workItem.offerWithdrawn': (event) =>
    `${event.workItem}: offer to ${event.representative} withdrawn (${event.reason})`,
  'workItem.sessionClosed': (event) => `${event.workItem}: session of ${event.representative} closed (${event.reason})`,
  'workItem.stateChanged': (event) =>
    `${event.workItem}: ${event.from} -> ${event.to}${event.reason === null ? '' : ` (${event.reason})`}`,
  'workItem.capacityReleased': (event) => `${event.workItem}: capacity back to ${event.representative}`,
  'workItem.requirementsChanged': (event) =>
    `${event.workItem} now needs ${[...named(event.skills), ...named(event.attributes)].join(', ') || 'nothing'}`,
  'workItem.parked': (event) => `${event.workItem} parked after ${event.decliners} decliners`,
  'workItem.botEngaged': (event) => `${event.workItem}: ${event.bot} has it`,
  'workItem.escalated': (event) =>
    `${event.workItem} escalated by ${event.bot}${event.because === null ? '' : `: ${event.because}`}`,
  'workItem.botLeft': (event) => `${event.workItem}: ${event.bot} left (${event.reason})`,
  'workItem.linked': (event) =>
    event.record === null
      ? `${event.workItem} is about no record any more`
      : `${event.workItem} is about ${event.record.table} ${event.record.id}`,
  'workItem.dispositionsSet': (event) =>
    `${event.workItem} turned out as ${event.dispositions.join(', ') || 'nothing'}`,
  'workItem.consultAsked': (event) => `${event.workItem}: ${event.representative} asked for advice`,
  'workItem.participantJoined': (event) => `${event.workItem}: ${event.representative} takes part (${event.mode})`,
  'workItem.participantShown': (event) => `${event.workItem}: the customer sees ${event.representative}`,
  'workItem.participantLeft': (event) => `${event.workItem}: ${event.representative} left (${event.reason})`,
  'workItem.customerActivity': (event) => `${event.workItem}: customer ${event.activity}`,
  'workItem.messageAdded': (event) =>
    `${event.workItem}: ${event.kind === 'note' ? 'note' : 'message'} ${event.number} from ${event.from}`,
  'representative.signedIn': (event) => `${event.representative} signed in`,
  'representative.signedOut': (event) => `${event.representative} signed out`,
  'representative.disconnected': (event) => `${event.representative} lost the connection`,
  'representative.reconnected': (event) => `${event.representative} is back`,
  'representative.presenceChanged': (event) => `${event.representative}: ${event.from} -> ${event.to}`,
  'representative.dayReset': (event) => `${event.representative}: a new day for ${event.profiles.join(', ')}`,
  'organization.configured': (event) => `configuration ${event.version}`,
  'organization.routingChanged': (event) => `routing ${event.enabled ? 'on' : 'off'}`,
  'organization.resumed': () => 'resumed',
}

/** The event as a line that a person can follow; null when it adds nothing to the lines around it. */
export function describeEvent(event: RoutingEvent): string | null {
  return describe(event)
}

function describe<Type extends RoutingEvent['type']>(
  event: Extract<RoutingEvent, { readonly type: Type }> & { readonly type: Type },
): string | null {
  return texts[event.type](event)
}

function named(values: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(values).map(([name, value]) => (value === null ? name : `${name} ${String(value)}`))
}
