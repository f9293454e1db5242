import type { WorkItemState } from '@unified-routing/routing'
import { type RawBuilder, sql } from 'kysely'
import { type OwnedWorkItem, ownedWorkItem, type SelectedWorkItem } from './owned-work-item.ts'
import type { WorkItemsQuery } from './reads.ts'
import type { Store } from './store.ts'

export async function readWorkItem({ db }: Store, organizationId: string, id: string): Promise<OwnedWorkItem | null> {
  const { rows } = await sql<SelectedWorkItem>`
    select document, business_unit
      from work_item
     where organization_id = ${organizationId}
       and id = ${id}`.execute(db)
  return rows[0] === undefined ? null : ownedWorkItem(rows[0])
}

/** The work items of many ids at once; those that do not exist are left out. */
export async function readWorkItems(
  { db }: Store,
  organizationId: string,
  ids: readonly string[],
): Promise<OwnedWorkItem[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<SelectedWorkItem>`
    select document, business_unit
      from work_item
     where organization_id = ${organizationId}
       and id = any (${ids}::text[])`.execute(db)
  return rows.map(ownedWorkItem)
}

/** A page of work items: a merge of branches, each of which walks one index from where the last page ended.
 *
 * Closed items, the part that grows, are a branch of their own; so is each way in which an item is visible. */
export async function listWorkItems(
  { db }: Store,
  organizationId: string,
  query: WorkItemsQuery,
): Promise<OwnedWorkItem[]> {
  const branches = lifeConditions(query).flatMap((life) =>
    scopeConditions(query).map((scope) => branch(organizationId, query, sql`${life} and ${scope}`)),
  )
  if (branches.length === 0) return []
  const { rows } = await sql<SelectedWorkItem>`
    select w.document, w.business_unit
      from (
        select distinct on (merged.sort_key, merged.id) merged.id, merged.sort_key, merged.document,
                                                           merged.business_unit
          from (${sql.join(branches, sql` union all `)}) as merged
         order by merged.sort_key ${direction(query)}, merged.id ${direction(query)}
         limit ${query.limit}
      ) as w
     order by w.sort_key ${direction(query)}, w.id ${direction(query)}`.execute(db)
  return rows.map(ownedWorkItem)
}

const sortKeys = {
  createdAt: sql`created_at`,
  changedAt: sql`changed_at`,
  queuedAt: sql`queued_at`,
} as const satisfies Record<WorkItemsQuery['sort']['by'], RawBuilder<unknown>>

function direction({ sort }: WorkItemsQuery): RawBuilder<unknown> {
  return sort.descending ? sql`desc` : sql`asc`
}

function branch(organizationId: string, query: WorkItemsQuery, condition: RawBuilder<unknown>): RawBuilder<unknown> {
  const key = sortKeys[query.sort.by]
  return sql`(
    select id, document, business_unit, ${key} as sort_key
      from work_item
     where organization_id = ${organizationId}
       and ${condition}
       and ${afterPage(query)}
     order by ${key} ${direction(query)}, id ${direction(query)}
     limit ${query.limit}
  )`
}

/** Either side of closing, as far as the states asked for lie there. */
function lifeConditions({ states, heldBy, sort }: WorkItemsQuery): RawBuilder<unknown>[] {
  const unclosed = (states ?? unclosedStates).filter((state) => state !== 'Closed')
  const wantsClosed = (states === null || states.includes('Closed')) && heldBy === null && sort.by !== 'queuedAt'
  return [
    ...(unclosed.length > 0 ? [sql`state <> 'Closed' and state = any (${unclosed}::text[])`] : []),
    ...(wantsClosed ? [sql`state = 'Closed'`] : []),
  ]
}

const unclosedStates: readonly WorkItemState[] = ['Open', 'Active', 'Waiting', 'Wrap-up']

function scopeConditions({ queue, heldBy, lastRepresentative, visibleTo }: WorkItemsQuery): RawBuilder<unknown>[] {
  const asked = sql.join(
    [
      sql`true`,
      ...(queue === null ? [] : [sql`queue = ${queue}`]),
      ...(heldBy === null ? [] : [sql`representative = ${heldBy}`]),
      ...(lastRepresentative === null ? [] : [sql`last_representative = ${lastRepresentative}`]),
    ],
    sql` and `,
  )
  if (visibleTo === null) return [asked]
  const ways = [
    ...visibleTo.queues.map((name) => sql`queue = ${name}`),
    ...(visibleTo.representative === null
      ? []
      : [sql`representative = ${visibleTo.representative}`, sql`last_representative = ${visibleTo.representative}`]),
  ]
  return ways.map((way) => sql`${asked} and ${way}`)
}

function afterPage({ sort, after }: WorkItemsQuery): RawBuilder<unknown> {
  if (after === null) return sort.by === 'queuedAt' ? sql`queued_at is not null` : sql`true`
  const comparison = sort.descending ? sql`<` : sql`>`
  return sql`(${sortKeys[sort.by]}, id) ${comparison} (${after.value}::bigint, ${after.id})`
}
