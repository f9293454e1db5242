import { sql } from 'kysely'
import { eventsOfRow } from './journal-rows.ts'
import type { Store } from './store.ts'

/** An open work item as its row has it, and as the journal tells it. */
export interface OpenWorkItemFacts {
  readonly id: string
  readonly createdAt: number
  readonly stored: ItemFacts & {
    /** Who has it, an offer included. */
    readonly representative: string | null
  }
  /** Names may have changed since it was written, so it says only whether somebody has the item. */
  readonly journal: ItemFacts & { readonly isHeld: boolean }
}

interface ItemFacts {
  /** Sequence of the last event about it. */
  readonly sequence: number
  readonly state: string
}

export interface PageOfOpenWork {
  readonly organizationId: string
  /** The last item of the page before; null: from the beginning. */
  readonly after: { readonly createdAt: number; readonly id: string } | null
  readonly limit: number
}

/** A page of open work in the order of creation; each item costs three steps down an index of the journal.
 *
 * Nothing happened to an item before it was created, so months before that are not asked.
 *
 * In the journal an item is held from the event that gave it to somebody to the one that ended their session and
 * through Wrap-up, and in the state of its last change; before any change it is Open. */
export async function readOpenWorkFacts({ db }: Store, page: PageOfOpenWork): Promise<readonly OpenWorkItemFacts[]> {
  const { organizationId, after, limit } = page
  const { rows } = await sql<FactsRow>`
    select item.id, item.created_at, item.state, item.representative,
           (item.document::json ->> 'version')::bigint as version,
           coalesce(last.sequence, 0) as last_sequence,
           coalesce(change.state, 'Open') as last_state,
           coalesce(change.state = 'Wrap-up'
                    or session.type in ('workItem.offered', 'workItem.assigned', 'workItem.accepted'), false) as is_held
      from (select *
              from work_item
             where organization_id = ${organizationId}
               and closed_at is null
               and (created_at, id) > (${after?.createdAt ?? -1}::bigint, ${after?.id ?? ''})
             order by created_at, id
             limit ${limit}) item
      left join lateral (
           select sequence
             from routing_event
            where organization_id = item.organization_id
              and work_item_id = item.id
              and at >= item.created_at
            order by sequence desc
            limit 1) last on true
      left join lateral (
           select event ->> 'to' as state
             from routing_event
            cross join lateral ${eventsOfRow}
            where organization_id = item.organization_id
              and work_item_id = item.id
              and at >= item.created_at
              and event ->> 'type' = 'workItem.stateChanged'
            order by sequence desc, place desc
            limit 1) change on true
      left join lateral (
           select event ->> 'type' as type
             from routing_event
            cross join lateral ${eventsOfRow}
            where organization_id = item.organization_id
              and work_item_id = item.id
              and at >= item.created_at
              and event ->> 'type' in ('workItem.offered', 'workItem.assigned', 'workItem.accepted',
                                       'workItem.declined', 'workItem.offerWithdrawn', 'workItem.sessionClosed')
            order by sequence desc, place desc
            limit 1) session on true
     order by item.created_at, item.id`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    stored: { sequence: row.version, state: row.state, representative: row.representative },
    journal: { sequence: row.last_sequence, state: row.last_state, isHeld: row.is_held },
  }))
}

interface FactsRow {
  readonly id: string
  readonly created_at: number
  readonly state: string
  readonly representative: string | null
  readonly version: number
  readonly last_sequence: number
  readonly last_state: string
  readonly is_held: boolean
}

export interface StoredLoad {
  /** What people hold, by representative, in order of id. */
  readonly held: ReadonlyMap<string, readonly string[]>
  readonly presences: ReadonlyMap<string, string>
  /** How many items wait, by queue. */
  readonly waiting: ReadonlyMap<string, number>
}

/** Who has what and what waits where, counted from the rows of open work. */
export async function readStoredLoad({ db }: Store, organizationId: string): Promise<StoredLoad> {
  const { rows } = await sql<{ readonly load: LoadRow }>`
    select json_build_object(
      'held', (select coalesce(json_agg(json_build_array(representative, items)), '[]')
                 from (select representative, json_agg(id order by id) as items
                         from work_item
                        where organization_id = ${organizationId}
                          and closed_at is null
                          and representative is not null
                        group by representative) held),
      'presences', (select coalesce(json_agg(json_build_array(name, presence)), '[]')
                      from representative_state
                     where organization_id = ${organizationId}),
      'waiting', (select coalesce(json_agg(json_build_array(queue, count)), '[]')
                    from (select queue, count(*) as count
                            from work_item
                           where organization_id = ${organizationId}
                             and state = 'Open'
                             and queue is not null
                             and representative is null
                           group by queue) waiting)
    ) as load`.execute(db)
  const { held = [], presences = [], waiting = [] } = rows[0]?.load ?? {}
  return { held: new Map(held), presences: new Map(presences), waiting: new Map(waiting) }
}

interface LoadRow {
  readonly held?: readonly (readonly [string, readonly string[]])[]
  readonly presences?: readonly (readonly [string, string])[]
  readonly waiting?: readonly (readonly [string, number])[]
}
