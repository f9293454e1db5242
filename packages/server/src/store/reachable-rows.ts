import type { RowKey } from '@unified-routing/routing'
import { sql } from 'kysely'
import type { Store } from './store.ts'
import { type SelectedRow, type VersionedRow, versionedRow } from './versioned-row.ts'

/** A column that holds the id of a row of another table. */
export interface LookupColumn {
  readonly table: string
  readonly column: string
  readonly target: string
}

export interface ReachQuery {
  readonly organizationId: string
  readonly from: readonly RowKey[]
  readonly lookups: readonly LookupColumn[]
}

/** The rows of the given keys and all that their lookups lead to, in one query. Cycles end at the row met before. */
export async function readReachableRows({ db }: Pick<Store, 'db'>, query: ReachQuery): Promise<VersionedRow[]> {
  const { organizationId, from, lookups } = query
  if (from.length === 0) return []
  const { rows } = await sql<SelectedRow>`
    with recursive lookup as (
      select l.table_name, l.column_name, l.target
        from unnest(${lookups.map((it) => it.table)}::text[], ${lookups.map((it) => it.column)}::text[],
                    ${lookups.map((it) => it.target)}::text[]) as l (table_name, column_name, target)
    ),
    reached (table_name, id) as (
      select k.table_name, k.id
        from unnest(${from.map((it) => it.table)}::text[], ${from.map((it) => it.id)}::text[]) as k (table_name, id)
       union
      select lookup.target, present.values ->> lookup.column_name
        from reached
        join table_row as present
          on present.organization_id = ${organizationId}
         and present.table_name = reached.table_name
         and present.id = reached.id
        join lookup
          on lookup.table_name = reached.table_name
       where present.values ->> lookup.column_name is not null
    )
    select r.table_name, r.id, r.values, r.active, r.version, r.created_at, r.changed_at
      from reached
      join table_row as r
        on r.organization_id = ${organizationId}
       and r.table_name = reached.table_name
       and r.id = reached.id`.execute(db)
  return rows.map(versionedRow)
}
