import { sql } from 'kysely'
import { FAR_AHEAD } from './journal-steps.ts'
import { readLastOf } from './last-in-journal.ts'
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
  /** Where the router has an item: it and the row are asked for in the journal, so that each can be ahead. */
  readonly liveVersion: (workItem: string) => number | null
}

/** A page of open work in the order of creation. The journal is asked where the rows and the router say that it has the
 * last event of each item.
 *
 * In the journal an item is held from the event that gave it to somebody to the one that ended their session and
 * through Wrap-up, and in the state of its last change; before any change it is Open. */
export async function readOpenWorkFacts({ db }: Store, page: PageOfOpenWork): Promise<readonly OpenWorkItemFacts[]> {
  const { organizationId, after, limit, liveVersion } = page
  const { rows } = await sql<FactsRow>`
    select id, created_at, state, representative, (document::json ->> 'version')::bigint as version
      from work_item
     where organization_id = ${organizationId}
       and closed_at is null
       and (created_at, id) > (${after?.createdAt ?? -1}::bigint, ${after?.id ?? ''})
     order by created_at, id
     limit ${limit}`.execute(db)
  // Nothing happened to an item before it was created.
  const span = { from: rows[0]?.created_at ?? 0, until: FAR_AHEAD }
  const lastFrom = (versionOf: (row: FactsRow) => number) => {
    const places = rows.map((row) => ({ workItem: row.id, sequence: versionOf(row) }))
    return readLastOf(db, organizationId, { places, span })
  }
  const versionOf = ({ id, version }: FactsRow) => Math.max(version, liveVersion(id) ?? 0)
  const [fromLast, fromStored] = await Promise.all([lastFrom(versionOf), lastFrom(({ version }) => version)])
  return rows.map((row) => {
    const { id, created_at: createdAt, version, state, representative } = row
    const told = fromLast.get(id)
    const last = told?.sequence == null ? fromStored.get(id) : told
    const isHeld = last?.state === 'Wrap-up' || givesHold.has(last?.session ?? '')
    return {
      id,
      createdAt,
      stored: { sequence: version, state, representative },
      journal: { sequence: last?.sequence ?? 0, state: last?.state ?? 'Open', isHeld },
    }
  })
}

const givesHold: ReadonlySet<string> = new Set(['workItem.offered', 'workItem.assigned', 'workItem.accepted'])

interface FactsRow {
  readonly id: string
  readonly created_at: number
  readonly state: string
  readonly representative: string | null
  readonly version: number
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
