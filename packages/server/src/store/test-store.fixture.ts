import type { RoutingEvent } from '@unified-routing/routing'
import { createTestDatabase } from '../../../../tests/setup/postgres.ts'
import { type BatchWrites, prepareCommit } from './commit-batch.ts'
import { CommitLine } from './commit-line.ts'
import { JournalTrails } from './journal-trails.ts'
import { type Lease, takeLease } from './lease.ts'
import { ensureOrganization } from './organization.ts'
import type { OwnedWorkItem } from './owned-work-item.ts'
import { openStore, type Store } from './store.ts'
import type { VersionedRow } from './versioned-row.ts'

export const ORGANIZATION = 'default'

export async function openTestStore(connectionsMax = 3): Promise<Store> {
  const store = openStore({ connectionString: await createTestDatabase(), connectionsMax, name: 'test' })
  await ensureOrganization(store, { id: ORGANIZATION, name: 'Test', routingEnabled: true }, 0)
  return store
}

export async function takeTestLease(store: Store, holder = 'test'): Promise<Lease> {
  const lease = await takeLease(store, {
    organizationId: ORGANIZATION,
    holder,
    now: 0,
    expiresAt: 5_000,
    fromEpoch: null,
  })
  if (lease === null) throw new Error('the lease is taken')
  return lease
}

export const nothing: Omit<BatchWrites, 'trails'> = {
  events: [],
  workItems: [],
  representatives: [],
  memory: [],
  rows: [],
  deletedRows: [],
  messages: [],
  answers: [],
  configurations: [],
  audit: [],
  ruleUses: [],
  routingEnabled: null,
}

const trails = new WeakMap<Store, JournalTrails>()
const stored = new WeakMap<Lease, number>()

/** In a term of its own for each store. */
export async function write(store: Store, lease: Lease, writes: Partial<BatchWrites>): Promise<boolean> {
  const number = (stored.get(lease) ?? 0) + 1
  const commit = { lease, number, now: 1_000, leaseExpiresAt: 6_000, answersExpireAt: 10_000 }
  const own = trails.get(store) ?? new JournalTrails()
  trails.set(store, own)
  const prepared = prepareCommit({ ...commit, writes: { ...nothing, trails: own, ...writes } })
  const isStored = await new CommitLine(store).commit(prepared)
  if (isStored) stored.set(lease, number)
  return isStored
}

export function testWorkItem(id: string, parts: Partial<OwnedWorkItem> = {}): OwnedWorkItem {
  return {
    id,
    kind: 'record',
    channel: 'record',
    workstream: 'Cases',
    record: { table: 'case', id: `case of ${id}` },
    customer: null,
    context: {},
    attributes: {},
    skills: {},
    capacityProfiles: [],
    units: 20,
    priorityScore: 0,
    state: 'Open',
    queue: 'Billing',
    queuedAt: 10,
    waitStartedAt: 10,
    orderSequence: 1,
    session: null,
    lastRepresentative: null,
    declines: {},
    parked: false,
    createdAt: 10,
    changedAt: 10,
    lastInteractionAt: 10,
    wrapUpStartedAt: null,
    capacityReleasedAt: null,
    waitingSince: null,
    customerDisconnectedAt: null,
    closedAt: parts.state === 'Closed' ? (parts.changedAt ?? 10) : null,
    closureReason: null,
    transferCount: 0,
    messageCount: 0,
    configurationVersion: 1,
    version: 1,
    stages: {},
    businessUnit: 'root',
    ...parts,
  }
}

export function testRow(id: string, values: VersionedRow['values'], parts: Partial<VersionedRow> = {}): VersionedRow {
  const times = { createdAt: 10, changedAt: 10 }
  return { table: 'case', id, values, active: true, version: 1, ...times, businessUnit: 'root', ...parts }
}

export function testEvent(sequence: number, workItem: string | null = null): RoutingEvent {
  return {
    type: 'workItem.capacityReleased',
    sequence,
    at: sequence,
    actor: { kind: 'system', name: null },
    workItem,
    queue: null,
    representative: null,
  }
}
