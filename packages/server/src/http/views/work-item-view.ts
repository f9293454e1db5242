import type { ParticipantView, WorkItemView } from '@unified-routing/contract'
import {
  assignedTo,
  CUSTOMER_TABLE,
  dispositionsOf,
  engagedBot,
  linkedRecord,
  offerExpiresAt,
  offeredTo,
  type Participant,
  participantsOf,
  type Router,
  type Row,
  type RowKey,
  type WorkItem,
} from '@unified-routing/routing'
import type { Caller } from '../../auth/caller.ts'
import type { Engine } from '../../engine/engine.ts'
import type { Reads } from '../../store/reads.ts'
import { isoInstant, isoInstantOrNull } from './instants.ts'
import { asShownTo } from './unseen-monitors.ts'

interface Sources {
  readonly reads: Reads
  readonly engine: Engine
}

/** Columns that name a row, best first. */
const titleColumns = ['title', 'subject', 'fullName', 'name'] as const

/** Work items as the caller sees them, with the titles and names that only data rows know. */
export async function viewWorkItems(
  items: readonly WorkItem[],
  caller: Caller,
  sources: Sources,
): Promise<WorkItemView[]> {
  const views = await viewWholeWorkItems(items, sources)
  return items.flatMap((item, index) => {
    const view = views[index]
    return view === undefined ? [] : [asShownTo(caller, view, item)]
  })
}

/** Work items with all that is known of them, of which not everybody may see everything. */
export async function viewWholeWorkItems(
  items: readonly WorkItem[],
  { reads, engine }: Sources,
): Promise<WorkItemView[]> {
  const rows = await rowsAt(items.flatMap(rowKeysOf), reads)
  const router = engine.router()
  return items.map((item) => viewWorkItem(item, rows, router))
}

export async function viewOneWorkItem(
  item: WorkItem,
  caller: Caller,
  { reads, engine }: Sources,
): Promise<WorkItemView> {
  const rows = await rowsAt(rowKeysOf(item), reads)
  return asShownTo(caller, viewWorkItem(item, rows, engine.router()), item)
}

/** An item's title and customer are part of it: who sees the item sees them, whatever unit their rows belong to. */
async function rowsAt(keys: readonly RowKey[], reads: Reads): Promise<ReadonlyMap<string, Row>> {
  if (keys.length === 0) return noRows
  return new Map((await reads.rowsByKey(keys, null)).map((row) => [keyText(row), row]))
}

const noRows: ReadonlyMap<string, Row> = new Map()

function viewWorkItem(item: WorkItem, rows: ReadonlyMap<string, Row>, router: Router | null): WorkItemView {
  const { session } = item
  const customer = item.customer === null ? undefined : rows.get(keyText({ table: CUSTOMER_TABLE, id: item.customer }))
  const record = item.record === null ? undefined : rows.get(keyText(item.record))
  const customerName = nameOf(customer)
  return {
    id: item.id,
    kind: item.kind,
    channel: item.channel,
    workstream: item.workstream,
    record: item.record,
    customer: item.customer,
    title: nameOf(record) ?? customerName ?? item.record?.id ?? visitorName(item.id),
    customerName,
    context: item.context,
    attributes: item.attributes,
    skills: item.skills,
    capacityProfiles: item.capacityProfiles,
    units: item.units,
    priorityScore: item.priorityScore,
    state: item.state,
    queue: item.queue,
    position: item.state === 'Open' && session === null ? (router?.position(item.id) ?? null) : null,
    session: session === null ? null : viewSession(session),
    participants: participantsOf(item).map(viewParticipant),
    linkedRecord: linkedRecord(item),
    dispositions: [...dispositionsOf(item)],
    offeredTo: offeredTo(item),
    offerExpiresAt: isoInstantOrNull(offerExpiresAt(item)),
    assignedTo: assignedTo(item),
    bot: engagedBot(item),
    lastRepresentative: item.lastRepresentative,
    declines: item.declines,
    parked: item.parked,
    ...viewInstants(item),
    closureReason: item.closureReason,
    transferCount: item.transferCount,
    configurationVersion: item.configurationVersion,
    version: item.version,
  }
}

function viewParticipant({ addedAt, joinedAt, expiresAt, ...participant }: Participant): ParticipantView {
  return {
    ...participant,
    addedAt: isoInstant(addedAt),
    joinedAt: isoInstantOrNull(joinedAt),
    expiresAt: isoInstantOrNull(expiresAt),
  }
}

function viewSession({ id, representative, ...instants }: NonNullable<WorkItem['session']>) {
  return {
    id,
    representative,
    offeredAt: isoInstant(instants.offeredAt),
    offerExpiresAt: isoInstantOrNull(instants.offerExpiresAt),
    acceptedAt: isoInstantOrNull(instants.acceptedAt),
  }
}

function viewInstants(item: WorkItem) {
  return {
    queuedAt: isoInstantOrNull(item.queuedAt),
    waitStartedAt: isoInstant(item.waitStartedAt),
    createdAt: isoInstant(item.createdAt),
    changedAt: isoInstant(item.changedAt),
    lastInteractionAt: isoInstant(item.lastInteractionAt),
    wrapUpStartedAt: isoInstantOrNull(item.wrapUpStartedAt),
    capacityReleasedAt: isoInstantOrNull(item.capacityReleasedAt),
    waitingSince: isoInstantOrNull(item.waitingSince),
    customerDisconnectedAt: isoInstantOrNull(item.customerDisconnectedAt),
    closedAt: isoInstantOrNull(item.closedAt),
  }
}

/** Nobody knows who it is, but two of them are not the same. */
function visitorName(workItem: string): string {
  const letters = workItem.replace(/[^a-z0-9]/gi, '')
  return `Visitor ${letters.slice(-VISITOR_LETTERS).toUpperCase()}`
}

const VISITOR_LETTERS = 4

function rowKeysOf({ record, customer }: WorkItem): RowKey[] {
  return [...(record === null ? [] : [record]), ...(customer === null ? [] : [{ table: CUSTOMER_TABLE, id: customer }])]
}

function keyText({ table, id }: RowKey): string {
  return `${table}\n${id}`
}

function nameOf(row: Row | undefined): string | null {
  if (row === undefined) return null
  for (const column of titleColumns) {
    const value = row.values[column]
    if (typeof value === 'string' && value !== '') return value
  }
  const names = [row.values.firstName, row.values.lastName].filter((part) => typeof part === 'string')
  return names.length === 0 ? null : names.join(' ')
}
