import type { RoutingEvent } from '@unified-routing/routing'
import { type RawBuilder, sql } from 'kysely'
import { eventsIn, type SelectedJournalRow } from './journal-rows.ts'
import type { Store } from './store.ts'

/** Later than any event; instants of JavaScript end there. */
const FAR_AHEAD = 8_640_000_000_000_000

export interface JournalQuery {
  readonly organizationId: string
  /** Events after this sequence; 0: from the beginning. */
  readonly after: number
  readonly limit: number
}

/** The journal of the organization, in order. */
export async function readEvents(store: Store, query: JournalQuery): Promise<RoutingEvent[]> {
  const events = await selectEvents(store, query, sql`true`)
  return events.slice(0, query.limit)
}

/** The journal of one work item, in order. Its life says which partitions can hold it, so the others are not asked,
 * however many months there are. An item that is not there has no events. */
export async function readWorkItemEvents(
  store: Store,
  query: JournalQuery & { readonly workItem: string },
): Promise<RoutingEvent[]> {
  const { organizationId, workItem } = query
  const bound = (column: 'created_at' | 'closed_at') => sql`(
    select ${sql.ref(column)}
      from work_item
     where organization_id = ${organizationId}
       and id = ${workItem}
  )`
  const life = sql`at >= ${bound('created_at')} and at <= coalesce(${bound('closed_at')}, ${FAR_AHEAD}::bigint)`
  const events = await selectEvents(store, query, sql`work_item_id = ${workItem} and ${life}`)
  return events.filter((event) => event.workItem === workItem).slice(0, query.limit)
}

/** Sequence of the last event, and the instant of it; zero in an empty journal. */
export async function lastEvent({ db }: Store, organizationId: string): Promise<{ sequence: number; at: number }> {
  const { rows } = await sql<{ sequence: number; at: number }>`
    select sequence, at
      from routing_event
     where organization_id = ${organizationId}
     order by sequence desc
     limit 1`.execute(db)
  return rows[0] ?? { sequence: 0, at: 0 }
}

/** Every row that is found holds an event that is wanted, so as many rows as events are enough. */
async function selectEvents(
  { db }: Store,
  { organizationId, after, limit }: JournalQuery,
  condition: RawBuilder<unknown>,
): Promise<RoutingEvent[]> {
  const { rows } = await sql<SelectedJournalRow>`
    select sequence, at, actor_kind, actor_name, work_item_id, queue, representative, data
      from routing_event
     where organization_id = ${organizationId}
       and sequence > ${after}
       and ${condition}
     order by sequence
     limit ${limit}`.execute(db)
  return rows.flatMap(eventsIn).filter(({ sequence }) => sequence > after)
}
