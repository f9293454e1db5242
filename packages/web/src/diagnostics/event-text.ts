import type { JournalEvent, JournalEventType } from '@unified-routing/contract'
import { labelOf } from '../ui/words.ts'
import { reasonCountsText } from './reason-text.ts'

export interface EventText {
  readonly title: string
  readonly detail?: string | null
  readonly tone: 'good' | 'bad' | 'routing' | 'plain'
}

type EventOf<Type extends JournalEventType> = Extract<JournalEvent, { type: Type }>
type Writers = { readonly [Type in JournalEventType]: (event: EventOf<Type>) => EventText }

const modeTexts: Record<EventOf<'workItem.assigned'>['mode'], string> = {
  method: 'by the method of the queue',
  affinity: 'to who had it before',
  preferred: 'to a preferred representative',
  expert: 'by the expert playbook',
  pick: 'picked',
  hand: 'by hand',
  transfer: 'by transfer',
}

const queuedTexts: Record<EventOf<'workItem.queued'>['reason'], string> = {
  routed: 'by its rules',
  transfer: 'by transfer',
  overflow: 'by overflow',
  returned: 'it came back',
  released: 'it was released',
  hand: 'by hand',
}

function queuedText({ reason, rule }: EventOf<'workItem.queued'>): string {
  return rule === undefined ? queuedTexts[reason] : `${queuedTexts[reason]}, prioritized by ${rule}`
}

const activityTexts: Record<EventOf<'workItem.customerActivity'>['activity'], string> = {
  message: 'The customer wrote',
  left: 'The customer left',
  disconnected: 'The customer lost the connection',
  returned: 'The customer is back',
}

const messageTexts: Record<EventOf<'workItem.messageAdded'>['from'] | 'note', string> = {
  customer: 'The customer wrote',
  representative: 'The representative wrote',
  bot: 'The bot wrote',
  system: 'Automated message',
  note: 'Internal note',
}

const routing = (title: string, detail: string | null = null): EventText => ({ title, detail, tone: 'routing' })
const plain = (title: string, detail: string | null = null): EventText => ({ title, detail, tone: 'plain' })
const good = (title: string, detail: string | null = null): EventText => ({ title, detail, tone: 'good' })
const bad = (title: string, detail: string | null = null): EventText => ({ title, detail, tone: 'bad' })

const writers: Writers = {
  'workItem.created': (event) => plain('Created', `Workstream ${event.workstream}`),
  'workItem.intake': (event) =>
    routing('Intake', event.workstream ? `To workstream ${event.workstream}` : 'No rule matched'),
  'workItem.classified': (event) => routing('Classification', classifiedText(event)),
  'workItem.routedToQueue': (event) => routing('Route to queue', event.message ?? `To queue ${event.queue}`),
  'workItem.queued': (event) => plain(`Queued in ${event.queue}`, queuedText(event)),
  'workItem.overflowed': (event) =>
    bad(
      `Overflow: ${labelOf(event.action)}`,
      `${labelOf(event.trigger)}${event.targetQueue ? `, to ${event.targetQueue}` : ''}`,
    ),
  'workItem.notAssigned': (event) => bad('Nobody could take it', reasonCountsText(event.reasons)),
  'workItem.offered': (event) =>
    good(`Offered to ${event.representative}`, `${modeTexts[event.mode]}: ${event.because}`),
  'workItem.assigned': (event) =>
    good(`Assigned to ${event.representative}`, `${modeTexts[event.mode]}: ${event.because}`),
  'workItem.accepted': (event) => good(`Accepted by ${event.representative}`),
  'workItem.declined': (event) =>
    bad(event.reason === 'AgentReject' ? `Rejected by ${event.representative}` : `Missed by ${event.representative}`),
  'workItem.offerWithdrawn': (event) => bad('Offer withdrawn', labelOf(event.reason)),
  'workItem.sessionClosed': (event) => plain(`Session of ${event.representative} ended`, labelOf(event.reason)),
  'workItem.stateChanged': (event) => plain(`${event.from} → ${event.to}`, event.reason ? labelOf(event.reason) : null),
  'workItem.capacityReleased': (event) => plain('Capacity given back', event.representative),
  'workItem.requirementsChanged': () => plain('Requirements changed'),
  'workItem.parked': (event) =>
    bad('Parked', `${event.decliners} people declined it; it can still be picked or assigned by hand`),
  'workItem.botEngaged': (event) => plain(`Bot ${event.bot} talks first`),
  'workItem.escalated': (event) => routing(`Escalated by bot ${event.bot}`, event.because),
  'workItem.botLeft': (event) => plain(`Bot ${event.bot} left`, labelOf(event.reason)),
  'workItem.linked': (event) =>
    plain(event.record ? `Linked to ${event.record.table} ${event.record.id}` : 'Link taken off'),
  'workItem.dispositionsSet': (event) => plain('Disposition', event.dispositions.join(', ') || 'None'),
  'workItem.consultAsked': (event) => plain(`${event.representative} asked for advice`),
  'workItem.participantJoined': (event) =>
    plain(event.mode === 'consult' ? `${event.representative} advises` : `${event.representative} monitors`),
  'workItem.participantShown': (event) => good(`${event.representative} takes part, and the customer is told`),
  'workItem.participantLeft': (event) => plain(...participantLeftText(event)),
  'workItem.customerActivity': (event) => plain(activityTexts[event.activity]),
  'workItem.messageAdded': (event) => plain(messageTexts[event.kind === 'note' ? 'note' : event.from]),
  'representative.signedIn': (event) => plain(`${event.representative} signed in`),
  'representative.signedOut': (event) => plain(`${event.representative} signed out`),
  'representative.disconnected': (event) => plain(`${event.representative} lost the connection`),
  'representative.reconnected': (event) => plain(`${event.representative} is back`),
  'representative.presenceChanged': (event) => plain(`${event.representative}: ${event.from} → ${event.to}`),
  'representative.dayReset': (event) => plain(`The day of ${event.representative} ended`),
  'organization.configured': (event) => plain(`Configuration ${event.version}`),
  'organization.routingChanged': (event) =>
    plain(event.enabled ? 'Routing switched on' : switchedOffTexts[event.openWork ?? 'hold']),
  'organization.resumed': () => plain('Routing resumed after a restart'),
}

const switchedOffTexts = {
  drain: 'Routing switched off; open work goes on to its end',
  return: 'Routing switched off; offers went back to their queues',
  hold: 'Routing switched off',
} as const

/** One line of the journal as a person would tell it. */
export function eventText<Type extends JournalEventType>(event: EventOf<Type> & { readonly type: Type }): EventText {
  return writers[event.type](event)
}

function participantLeftText({
  mode,
  reason,
  representative,
}: EventOf<'workItem.participantLeft'>): [title: string, detail: string | null] {
  if (reason === 'AgentReject') return [`${representative} declined the consult`, null]
  if (reason === 'AgentTimeout') return [`${representative} did not answer the consult`, null]
  const title = mode === 'consult' ? `${representative} advises no longer` : `${representative} monitors no longer`
  return [title, reason === 'left' ? null : labelOf(reason)]
}

function classifiedText(event: EventOf<'workItem.classified'>): string {
  const skills = Object.keys(event.skills)
  const parts = [
    ...(skills.length > 0 ? [`needs ${skills.join(', ')}`] : []),
    ...(event.priorityScore !== 0 ? [`priority ${event.priorityScore}`] : []),
    ...(event.capacityProfiles.length > 0 ? [`profiles ${event.capacityProfiles.join(', ')}`] : []),
  ]
  return parts.join(' · ') || 'No requirements set'
}
