import type { RepresentativeState, RowKey, WorkItem } from '@unified-routing/routing'
import { sql } from 'kysely'
import { type SelectedWorkItem, wholeWorkItem } from './owned-work-item.ts'
import type { Store } from './store.ts'

const CHUNK = 5_000

interface UnclosedWorkItem extends Omit<SelectedWorkItem, 'document'> {
  readonly document: WorkItem
}

/** The open work items in chunks, for recovery: memory holds two chunks of raw rows at a time, one being read while the
 * other is made use of. */
export async function* readUnclosedWorkItems(
  store: Store,
  organizationId: string,
): AsyncGenerator<readonly UnclosedWorkItem[]> {
  let reading = readChunk(store, organizationId, { createdAt: -1, id: '' })
  for (;;) {
    const rows = await reading
    const last = rows.at(-1)?.document
    if (last === undefined) return
    const isMore = rows.length === CHUNK
    if (isMore) {
      reading = readChunk(store, organizationId, last)
      // Whoever waits for the chunk hears of the error.
      reading.catch(() => null)
    }
    yield rows
    if (!isMore) return
  }
}

async function readChunk(
  { db }: Store,
  organizationId: string,
  after: { readonly createdAt: number; readonly id: string },
): Promise<readonly UnclosedWorkItem[]> {
  const { rows } = await sql<SelectedWorkItem>`
    select document, business_unit
      from work_item
     where organization_id = ${organizationId}
       and closed_at is null
       and (created_at, id) > (${after.createdAt}::bigint, ${after.id})
     order by created_at, id
     limit ${CHUNK}`.execute(db)
  return rows.map((row) => ({ ...row, document: wholeWorkItem(row.document) }))
}

export async function readRepresentativeStates({ db }: Store, organizationId: string): Promise<RepresentativeState[]> {
  const { rows } = await sql<{ document: string }>`
    select document
      from representative_state
     where organization_id = ${organizationId}
     order by name`.execute(db)
  return rows.map(({ document }): RepresentativeState => JSON.parse(document))
}

export async function readRouterMemory(
  { db }: Store,
  organizationId: string,
): Promise<{ key: string; value: unknown }[]> {
  const { rows } = await sql<{ key: string; value: string }>`
    select key, value
      from router_memory
     where organization_id = ${organizationId}
     order by key`.execute(db)
  return rows.map(({ key, value }) => ({ key, value: JSON.parse(value) }))
}

/** The data rows that work items name directly. */
export function rowsNamedBy(items: readonly WorkItem[]): RowKey[] {
  return items.flatMap(({ record, customer }) => [
    ...(record === null ? [] : [record]),
    ...(customer === null ? [] : [{ table: 'contact', id: customer }]),
  ])
}
