import { rootBusinessUnit } from '@unified-routing/contract'
import { createRouter, type RowKey, type WorkItem } from '@unified-routing/routing'
import { readVersion } from '../history/read-version.ts'
import { lastEvent } from '../store/journal.ts'
import { JournalTrails } from '../store/journal-trails.ts'
import type { Lease } from '../store/lease.ts'
import { readOrganization } from '../store/organization.ts'
import { readReachableRows } from '../store/reachable-rows.ts'
import {
  readRepresentativeStates,
  readRouterMemory,
  readUnclosedWorkItems,
  rowsNamedBy,
} from '../store/router-state.ts'
import type { Store } from '../store/store.ts'
import { rowKeyText, type VersionedRow } from '../store/versioned-row.ts'
import type { Clock } from './clock.ts'
import { configurationInForce } from './configuration-in-force.ts'
import type { Admission } from './engine-options.ts'
import type { ConfigurationInForce, Term } from './term.ts'

export interface Recovery {
  readonly store: Store
  readonly clock: Clock
  readonly lease: Lease
  /** By performance.now(): when the lease was asked for. */
  readonly confirmedAt: number
  readonly admission: Admission
}

const nothingStored = { document: { version: 1 }, version: 0, snapshotVersion: 0 } as const

/** Rebuilds the router from the store: the beginning of a term. The lease is held, so nobody else writes meanwhile. */
export async function recover({ store, clock, lease, confirmedAt, admission }: Recovery): Promise<Term> {
  const { organizationId } = lease
  const [organization, stored, last, representatives, memory] = await Promise.all([
    readOrganization(store, organizationId),
    readVersion(store, { organizationId, version: null }),
    lastEvent(store, organizationId),
    readRepresentativeStates(store, organizationId),
    readRouterMemory(store, organizationId),
  ])
  // The clock before may have gone ahead of ours; timers go on from there, or they would wait until ours is as far.
  clock.notBefore(last.at)
  const now = clock.now()
  const configuration = configurationInForce(stored ?? nothingStored, now)
  const { workItems, rows, recordUnits } = await readOpenWork(store, organizationId, configuration)
  const routingEnabled = organization?.routingEnabled ?? false
  const router = createRouter({
    configuration: configuration.document,
    configurationVersion: configuration.version,
    calendars: configuration.calendars,
    state: { sequence: last.sequence, routingEnabled, workItems, representatives, memory },
    rows,
  })
  return {
    lease,
    commits: 0,
    router,
    admission,
    recordUnits,
    trails: new JournalTrails(workItems),
    configuration,
    routingEnabled,
    startedAt: now,
    now,
    awakeAt: now,
    confirmedAt,
  }
}

/** The open work items with every data row they can reach, chunk by chunk, and the rows of the configuration. */
async function readOpenWork(
  store: Store,
  organizationId: string,
  { document, lookups }: ConfigurationInForce,
): Promise<{ workItems: WorkItem[]; rows: VersionedRow[]; recordUnits: Map<string, string> }> {
  const workItems: WorkItem[] = []
  const rows = new Map<string, VersionedRow>()
  const recordUnits = new Map<string, string>()
  const readFrom = async (keys: readonly RowKey[]) => {
    const from = keys.filter((key) => !rows.has(rowKeyText(key)))
    for (const row of await readReachableRows(store, { organizationId, from, lookups })) rows.set(rowKeyText(row), row)
  }
  await readFrom(document.rows ?? [])
  for await (const chunk of readUnclosedWorkItems(store, organizationId)) {
    for (const { document: item, business_unit: unit } of chunk) {
      workItems.push(item)
      if (item.kind === 'record' && unit !== rootBusinessUnit) recordUnits.set(item.id, unit)
    }
    await readFrom(rowsNamedBy(chunk.map((item) => item.document)))
  }
  return { workItems, rows: [...rows.values()], recordUnits }
}
