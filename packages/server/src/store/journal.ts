import type { Actor, EventBody, RoutingEvent } from '@unified-routing/routing'
import { type RawBuilder, sql } from 'kysely'
import type { Store } from './store.ts'

/** Later than any event; instants of JavaScript end there. */
const FAR_AHEAD = 8_640_000_000_000_000

interface SelectedEvent {
  readonly sequence: number
  readonly at: number
  readonly actor_kind: Actor['kind']
  readonly actor_name: string | null
  readonly work_item_id: string | null
  readonly queue: string | null
  readonly representative: string | null
  readonly data: EventBody
}

export interface JournalQuery {
  readonly organizationId: string
  /** Events after this sequence; 0: from the beginning. */
  readonly after: number
  readonly limit: number
}

/** The journal of the organization, in order. */
export function readEvents(store: Store, query: JournalQuery): Promise<RoutingEvent[]> {
  return selectEvents(store, query, sql`true`)
}

/** The journal of one work item, in order. Its life says which partitions can hold it, so the others are not asked,
 * however many months there are. An item that is not there has no events. */
export function readWorkItemEvents(
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
  return selectEvents(store, query, sql`work_item_id = ${workItem} and ${life}`)
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

async function selectEvents(
  { db }: Store,
  query: JournalQuery,
  condition: RawBuilder<unknown>,
): Promise<RoutingEvent[]> {
  const { rows } = await sql<SelectedEvent>`
    select sequence, at, actor_kind, actor_name, work_item_id, queue, representative, data
      from routing_event
     where organization_id = ${query.organizationId}
       and sequence > ${query.after}
       and ${condition}
     order by sequence
     limit ${query.limit}`.execute(db)
  return rows.map(event)
}

function event(row: SelectedEvent): RoutingEvent {
  return {
    ...row.data,
    sequence: row.sequence,
    at: row.at,
    actor: { kind: row.actor_kind, name: row.actor_name },
    workItem: row.work_item_id,
    queue: row.queue,
    representative: row.representative,
  }
}
