import type { WorkItem } from '@unified-routing/routing'

/** A work item and the business unit it belongs to. Routing does not ask for units, so its own items do not name them. */
export interface OwnedWorkItem extends WorkItem {
  readonly businessUnit: string
}

/** A work item as it is stored: what is as in most items is left out. */
export type StoredWorkItem = Omit<WorkItem, keyof typeof usual> & Partial<Pick<WorkItem, keyof typeof usual>>

/** The two columns of a work item that say all of it; the document is a StoredWorkItem as text. */
export interface SelectedWorkItem {
  readonly document: string
  readonly business_unit: string
}

export function ownedWorkItem({ document, business_unit: businessUnit }: SelectedWorkItem): OwnedWorkItem {
  return { ...wholeWorkItem(document), businessUnit }
}

/** The work item with what was left out of its document. */
export function wholeWorkItem(document: string): WorkItem {
  const stored: StoredWorkItem = JSON.parse(document)
  return { ...usual, ...stored }
}

const nothing = Object.freeze({})

const usual = {
  record: null,
  customer: null,
  context: nothing,
  attributes: nothing,
  skills: nothing,
  capacityProfiles: Object.freeze([]),
  priorityScore: 0,
  queue: null,
  queuedAt: null,
  session: null,
  lastRepresentative: null,
  declines: nothing,
  parked: false,
  wrapUpStartedAt: null,
  capacityReleasedAt: null,
  waitingSince: null,
  customerDisconnectedAt: null,
  closedAt: null,
  closureReason: null,
  transferCount: 0,
  messageCount: 0,
  stages: nothing,
} as const satisfies Partial<WorkItem>

/** A work item as its document says it.
 *
 * What changes at every step comes first and what hardly changes last: of a row that is changed in its place PostgreSQL
 * logs the bytes between the first and the last that differ. */
export function workItemDocument(item: OwnedWorkItem): string {
  return JSON.stringify({
    version: item.version,
    changedAt: item.changedAt,
    closedAt: item.closedAt ?? undefined,
    state: item.state,
    closureReason: item.closureReason ?? undefined,
    capacityReleasedAt: item.capacityReleasedAt ?? undefined,
    wrapUpStartedAt: item.wrapUpStartedAt ?? undefined,
    lastRepresentative: item.lastRepresentative ?? undefined,
    session: item.session ?? undefined,
    lastInteractionAt: item.lastInteractionAt,
    messageCount: item.messageCount || undefined,
    customerDisconnectedAt: item.customerDisconnectedAt ?? undefined,
    waitingSince: item.waitingSince ?? undefined,
    declines: unlessEmpty(item.declines),
    parked: item.parked || undefined,
    transferCount: item.transferCount || undefined,
    stages: unlessEmpty(item.stages),
    queue: item.queue ?? undefined,
    queuedAt: item.queuedAt ?? undefined,
    orderSequence: item.orderSequence,
    id: item.id,
    kind: item.kind,
    channel: item.channel,
    workstream: item.workstream,
    record: item.record ?? undefined,
    customer: item.customer ?? undefined,
    context: unlessEmpty(item.context),
    attributes: unlessEmpty(item.attributes),
    skills: unlessEmpty(item.skills),
    capacityProfiles: item.capacityProfiles.length === 0 ? undefined : item.capacityProfiles,
    units: item.units,
    priorityScore: item.priorityScore || undefined,
    waitStartedAt: item.waitStartedAt,
    createdAt: item.createdAt,
    customerReturnWithinMs: item.customerReturnWithinMs,
    configurationVersion: item.configurationVersion,
  } satisfies Record<keyof WorkItem, unknown>)
}

function unlessEmpty(values: object): object | undefined {
  for (const _name in values) return values
  return undefined
}
