import type { WorkItemState } from '@unified-routing/routing'
import { type RawBuilder, sql } from 'kysely'
import { type OwnedWorkItem, ownedWorkItem, type SelectedWorkItem } from './owned-work-item.ts'
import { areWalkedApart, ofUnits, ofWalkedUnit, takesPart, type WorkReach, walkedUnits } from './reach.ts'
import type { WorkItemsQuery, WorkItemsScope } from './reads.ts'
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
  const branches = conditionsOf(query)
    .filter(({ life }) => query.sort.by !== 'queuedAt' || life === 'unclosed')
    .map(({ life, condition, around }) =>
      around(
        branch(organizationId, query, { condition, key: sortKey(query, life) }),
        sql`walked.id, walked.document, walked.business_unit, walked.sort_key`,
      ),
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

/** How many items there are, each counted once, up to a bound that keeps the work the same however many there are. */
export async function countWorkItems(
  { db }: Store,
  organizationId: string,
  query: WorkItemsScope & { readonly changedSince: number | null; readonly countMax: number },
): Promise<number> {
  const { changedSince, countMax } = query
  const branches = conditionsOf(query).map(({ life, condition, around }) =>
    around(
      sql`(
      select id
        from work_item
       where organization_id = ${organizationId}
         and ${condition}
         and ${changedSince === null ? sql`true` : sql`${lastChange[life]} >= ${changedSince}`}
       limit ${countMax}
    )`,
      sql`walked.id`,
    ),
  )
  if (branches.length === 0) return 0
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count
      from (
        select id
          from (${sql.join(branches, sql` union `)}) as found
         limit ${countMax}
      ) as counted`.execute(db)
  return rows[0]?.count ?? 0
}

/** Nothing changes after closing, and only that instant has an index. */
const lastChange = {
  unclosed: sql`changed_at`,
  closed: sql`closed_at`,
} as const satisfies Record<Life, RawBuilder<unknown>>

function sortKey({ sort, states }: WorkItemsQuery, life: Life): RawBuilder<unknown> {
  switch (sort.by) {
    case 'createdAt':
      return sql`created_at`
    case 'changedAt':
      return lastChange[life]
    case 'queuedAt':
      return isOpenOnly(states) ? sql`open_queued_at` : sql`queued_at`
  }
}

function isOpenOnly(states: WorkItemsScope['states']): boolean {
  return states?.every((state) => state === 'Open' || state === 'Closed') === true
}

function direction({ sort }: WorkItemsQuery): RawBuilder<unknown> {
  return sort.descending ? sql`desc` : sql`asc`
}

interface Branch {
  readonly condition: RawBuilder<unknown>
  readonly key: RawBuilder<unknown>
}

function branch(organizationId: string, query: WorkItemsQuery, { condition, key }: Branch): RawBuilder<unknown> {
  return sql`(
    select id, document, business_unit, ${key} as sort_key
      from work_item
     where organization_id = ${organizationId}
       and ${condition}
       and ${afterPage(query, key)}
       and ${query.since === null ? sql`true` : sql`${key} >= ${query.since}`}
     order by ${key} ${direction(query)}, id ${direction(query)}
     limit ${query.limit}
  )`
}

/** The conditions that together find everything, each of which has an index. */
function conditionsOf(scope: WorkItemsScope) {
  return lifeConditions(scope).flatMap(({ life, condition }) =>
    ways(scope, life).map((way) => ({ life, around: way.around, condition: sql`${condition} and ${way.scope}` })),
  )
}

type Life = 'unclosed' | 'closed'

interface LifeCondition {
  readonly life: Life
  readonly condition: RawBuilder<unknown>
}

/** Either side of closing, as far as the states asked for lie there. */
function lifeConditions({ states, heldBy }: WorkItemsScope): readonly LifeCondition[] {
  const unclosed = (states ?? unclosedStates).filter((state) => state !== 'Closed')
  const wantsClosed = (states === null || states.includes('Closed')) && heldBy === null
  const conditions: LifeCondition[] = []
  if (unclosed.length > 0) {
    conditions.push({ life: 'unclosed', condition: sql`closed_at is null and state = any (${unclosed}::text[])` })
  }
  if (wantsClosed) conditions.push({ life: 'closed', condition: sql`closed_at is not null` })
  return conditions
}

const unclosedStates: readonly WorkItemState[] = ['Open', 'Active', 'Waiting', 'Wrap-up']

/** A way in which items are found: what holds for them, and what goes around the walk over them. */
interface Way {
  readonly scope: RawBuilder<unknown>
  readonly around: (walk: RawBuilder<unknown>, columns: RawBuilder<unknown>) => RawBuilder<unknown>
}

function asItIs(scope: RawBuilder<unknown>): Way {
  return { scope, around: (walk) => walk }
}

function ways(scope: WorkItemsScope, life: Life): Way[] {
  const { queue, holder = null, channel = null, heldBy, lastRepresentative, customer, visibleTo } = scope
  const asked = sql.join(
    [
      sql`true`,
      ...(queue === null ? [] : [sql`queue = ${queue}`]),
      ...(holder === null ? [] : [sql`representative = ${holder}`]),
      ...(channel === null ? [] : [sql`channel = ${channel}`]),
      ...(lastRepresentative === null ? [] : [sql`last_representative = ${lastRepresentative}`]),
      ...(customer === null ? [] : [sql`customer = ${customer}`]),
    ],
    sql` and `,
  )
  const found = [...waysOfHolding(heldBy, life).map(asItIs), ...waysOfSeeing(visibleTo, life)]
  const all = found.length === 0 && visibleTo === null ? [asItIs(sql`true`)] : found
  return all.map((way) => ({ ...way, scope: sql`${asked} and ${way.scope}` }))
}

/** Theirs by their session, or in which they are asked or take part beside it; nobody has any part in what is closed. */
function waysOfHolding(name: string | null, life: Life): RawBuilder<unknown>[] {
  return name === null || life === 'closed' ? [] : [sql`representative = ${name}`, takesPart(name)]
}

function waysOfSeeing(visibleTo: WorkReach | null, life: Life): Way[] {
  if (visibleTo === null) return []
  const { queues, queueUnits, units, representative } = visibleTo
  return [
    ...queues.map((name) => asItIs(sql`queue = ${name} and ${ofUnits(queueUnits)}`)),
    ...waysOfHolding(representative, life).map(asItIs),
    ...(representative === null ? [] : [asItIs(sql`last_representative = ${representative}`)]),
    ...waysOfUnits(units),
  ]
}

function waysOfUnits(units: readonly string[]): Way[] {
  if (units.length === 0) return []
  if (!areWalkedApart(units)) return [asItIs(ofUnits(units))]
  const around: Way['around'] = (walk, columns) =>
    sql`(select ${columns} from ${walkedUnits(units)} cross join lateral ${walk} as walked)`
  return [{ scope: ofWalkedUnit, around }]
}

function afterPage({ sort, after }: WorkItemsQuery, key: RawBuilder<unknown>): RawBuilder<unknown> {
  const isFilled = sort.by === 'queuedAt' ? sql`${key} is not null` : sql`true`
  if (after === null) return isFilled
  const comparison = sort.descending ? sql`<` : sql`>`
  return sql`${isFilled} and (${key}, id) ${comparison} (${after.value}::bigint, ${after.id})`
}
