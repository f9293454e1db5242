import type { Literal } from '../vocabulary.ts'
import type { Row, WorkItem } from '../work-item.ts'
import type { Facts, RepresentativeFacts } from './facts.ts'

/** Monday, 2026-03-02, 09:00 UTC. */
export const NOW = 1_772_442_000_000

export function workItem(fields: Partial<WorkItem> = {}): WorkItem {
  return {
    id: 'item-1',
    kind: 'conversation',
    channel: 'liveChat',
    workstream: 'Web',
    record: null,
    customer: null,
    context: {},
    attributes: {},
    skills: {},
    capacityProfiles: [],
    units: 10,
    priorityScore: 0,
    state: 'Open',
    queue: null,
    queuedAt: null,
    waitStartedAt: NOW,
    orderSequence: 1,
    session: null,
    lastRepresentative: null,
    declines: {},
    parked: false,
    createdAt: NOW,
    changedAt: NOW,
    lastInteractionAt: NOW,
    wrapUpStartedAt: null,
    capacityReleasedAt: null,
    waitingSince: null,
    customerDisconnectedAt: null,
    closedAt: null,
    closureReason: null,
    transferCount: 0,
    messageCount: 0,
    configurationVersion: 1,
    version: 1,
    stages: {},
    ...fields,
  }
}

export function representative(fields: Partial<RepresentativeFacts> = {}): RepresentativeFacts {
  return {
    name: 'ana',
    presence: 'Available',
    basePresence: 'Available',
    unitsFree: 100,
    isWorking: true,
    skills: new Map(),
    columns: {},
    ...fields,
  }
}

export function row(table: string, id: string, values: Record<string, Literal>): Row {
  return { table, id, values, active: true }
}

export function factsOf(fields: Partial<Omit<Facts, 'rows'>> & { readonly rows?: readonly Row[] } = {}): Facts {
  const { rows = [], ...others } = fields
  const byKey = new Map(rows.map((known) => [`${known.table} ${known.id}`, known]))
  return {
    now: NOW,
    rows: { row: (table, id) => byKey.get(`${table} ${id}`) },
    record: null,
    item: null,
    workstream: null,
    representative: null,
    ...others,
  }
}
