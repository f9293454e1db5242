import type { RowKey } from '@unified-routing/routing'
import { type RawBuilder, sql } from 'kysely'
import { areWalkedApart, heldRows, ofUnits, ofWalkedUnit, type RowReach, walkedUnits } from './reach.ts'
import type { PageEnd, RowField, RowFilter, RowsQuery, StoredRow } from './reads.ts'
import type { Store } from './store.ts'
import { type SelectedRow, type VersionedRow, versionedRow } from './versioned-row.ts'

interface SelectedStoredRow extends SelectedRow {
  readonly work_item_id: string | null
}

export interface RowQuery extends RowKey {
  /** Absent or null: every row. */
  readonly reach?: RowReach | null
}

/** One row with its open work item. */
export async function readRow({ db }: Store, organizationId: string, query: RowQuery): Promise<StoredRow | null> {
  const { rows } = await sql<SelectedStoredRow>`
    select ${storedRowColumns}
      from table_row as r
      ${openWorkItem}
     where r.organization_id = ${organizationId}
       and r.table_name = ${query.table}
       and r.id = ${query.id}
       and ${isReached(organizationId, query.reach ?? null)}`.execute(db)
  return rows[0] === undefined ? null : storedRow(rows[0])
}

/** The rows of many keys at once; those that do not exist are left out. */
export function readRows(
  store: Pick<Store, 'db'>,
  organizationId: string,
  keys: readonly RowKey[],
): Promise<VersionedRow[]> {
  return readReachedRows(store, organizationId, { keys, reach: null })
}

/** As `readRows`; those that are not reached are left out, too. */
export async function readReachedRows(
  { db }: Pick<Store, 'db'>,
  organizationId: string,
  { keys, reach }: { readonly keys: readonly RowKey[]; readonly reach: RowReach | null },
): Promise<VersionedRow[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<SelectedRow>`
    select ${rowColumns}
      ${ofKeys(organizationId, keys)}
     where ${isReached(organizationId, reach)}`.execute(db)
  return rows.map(versionedRow)
}

/** As `readReachedRows`, each with its open work item. */
export async function readStoredRows(
  { db }: Pick<Store, 'db'>,
  organizationId: string,
  { keys, reach }: { readonly keys: readonly RowKey[]; readonly reach: RowReach | null },
): Promise<StoredRow[]> {
  if (keys.length === 0) return []
  const { rows } = await sql<SelectedStoredRow>`
    select ${storedRowColumns}
      ${ofKeys(organizationId, keys)}
      ${openWorkItem}
     where ${isReached(organizationId, reach)}`.execute(db)
  return rows.map(storedRow)
}

function ofKeys(organizationId: string, keys: readonly RowKey[]): RawBuilder<unknown> {
  return sql`from unnest(${keys.map((key) => key.table)}::text[], ${keys.map((key) => key.id)}::text[]) as k (table_name, id)
      join table_row as r
        on r.organization_id = ${organizationId}
       and r.table_name = k.table_name
       and r.id = k.id`
}

/** A page of a table's rows. Rows whose field is empty come last, whatever the direction.
 *
 * The two stretches, filled and empty, are walked apart, so that each follows its index from where the last page ended. */
export async function listRows({ db }: Store, organizationId: string, query: RowsQuery): Promise<StoredRow[]> {
  const order = sql`order by r.is_empty, r.sort_key ${direction(query)}, r.id ${direction(query)}`
  const { rows } = await sql<SelectedStoredRow>`
    select ${storedRowColumns}
      from (
        select ${walkedColumns}
          from (${sql.join(stretches(organizationId, query), sql` union all `)}) as r
         ${order}
         limit ${query.limit}
      ) as r
      ${openWorkItem}
     ${order}`.execute(db)
  return rows.map(storedRow)
}

/** Of one row, whether it is reached. */
function isReached(organizationId: string, reach: RowReach | null): RawBuilder<unknown> {
  if (reach === null) return sql`true`
  return sql`(r.business_unit = any (${reach.units}::text[])
            or (r.table_name, r.id) in (${heldRows(organizationId, reach.holder)}))`
}

const walkedColumns = sql`r.organization_id, r.table_name, r.id, r.values, r.active, r.version, r.created_at,
               r.changed_at, r.business_unit, r.is_empty, r.sort_key`

const rowColumns = sql`r.table_name, r.id, r.values, r.active, r.version, r.created_at, r.changed_at, r.business_unit`

const storedRowColumns = sql`${rowColumns}, w.id as work_item_id`

const openWorkItem = sql`left join lateral (
        select work_item.id
          from work_item
         where work_item.organization_id = r.organization_id
           and work_item.record_table = r.table_name
           and work_item.record_id = r.id
           and work_item.closed_at is null
         limit 1
      ) as w on true`

function storedRow(row: SelectedStoredRow): StoredRow {
  return { ...versionedRow(row), workItem: row.work_item_id }
}

function direction({ sort }: RowsQuery): RawBuilder<unknown> {
  return sort.descending ? sql`desc` : sql`asc`
}

function stretches(organizationId: string, query: RowsQuery): RawBuilder<unknown>[] {
  const key = fieldValue(query.sort.field)
  const comparison = query.sort.descending ? sql`<` : sql`>`
  const { after } = query
  const filled =
    after === null
      ? sql`${key} is not null`
      : sql`(${key}, id) ${comparison} (${bound(query.sort.field, after)}, ${after.id})`
  const empty =
    after !== null && after.value === null ? sql`${key} is null and id ${comparison} ${after.id}` : sql`${key} is null`
  const stretch = (isEmpty: boolean, condition: RawBuilder<unknown>) =>
    ways(organizationId, query).map(({ scope, around }) =>
      around(sql`(
    select organization_id, table_name, id, values, active, version, created_at, changed_at, business_unit,
           ${sql.lit(isEmpty)} as is_empty, ${key} as sort_key
      from table_row
     where organization_id = ${organizationId}
       and table_name = ${query.table}
       and ${scope}
       and ${condition}
       and ${sql.join([sql`true`, ...query.filters.map(filterCondition)], sql` and `)}
     order by ${isEmpty ? sql`` : sql`${key} ${direction(query)},`} id ${direction(query)}
     limit ${query.limit}
  )`),
    )
  return [
    ...(after !== null && after.value === null ? [] : stretch(false, filled)),
    ...(query.sort.field.kind === 'own' ? [] : stretch(true, empty)),
  ]
}

/** A way in which rows are reached: what holds for them, and what goes around the walk over them. */
interface Way {
  readonly scope: RawBuilder<unknown>
  readonly around: (walk: RawBuilder<unknown>) => RawBuilder<unknown>
}

const asItIs: Way['around'] = (walk) => walk

/** No row is reached by two ways. */
function ways(organizationId: string, { table, reach }: RowsQuery): Way[] {
  if (reach === null) return [{ scope: sql`true`, around: asItIs }]
  const { units, holder } = reach
  const unitWay: Way = areWalkedApart(units)
    ? {
        scope: ofWalkedUnit,
        around: (walk) => sql`(select ${walkedColumns} from ${walkedUnits(units)} cross join lateral ${walk} as r)`,
      }
    : { scope: ofUnits(units), around: asItIs }
  if (holder === null) return [unitWay]
  const held = sql`id = any (array(select held_row.id
                                   from (${heldRows(organizationId, holder)}) as held_row
                                  where held_row.table_name = ${table}))`
  return [unitWay, { scope: sql`${held} and not ${ofUnits(units)}`, around: asItIs }]
}

const ownColumns = {
  id: sql`id`,
  active: sql`active`,
  createdAt: sql`created_at`,
  changedAt: sql`changed_at`,
} as const satisfies Record<Extract<RowField, { kind: 'own' }>['column'], RawBuilder<unknown>>

/** Values compare as JSON: numbers as numbers, texts by code point. A JSON null counts as empty. */
function fieldValue(field: RowField): RawBuilder<unknown> {
  return field.kind === 'own'
    ? ownColumns[field.column]
    : sql`nullif(values -> ${sql.lit(field.column)}, 'null'::jsonb)`
}

function bound(field: RowField, { value }: PageEnd): RawBuilder<unknown> {
  return comparable(field, value)
}

function comparable(field: RowField, value: string | number | boolean | null): RawBuilder<unknown> {
  if (field.kind === 'value') return sql`${JSON.stringify(value)}::jsonb`
  switch (field.column) {
    case 'id':
      return sql`${value}::text`
    case 'active':
      return sql`${value}::boolean`
    default:
      return sql`${value}::bigint`
  }
}

const comparisons = {
  ne: sql`is distinct from`,
  gt: sql`>`,
  ge: sql`>=`,
  lt: sql`<`,
  le: sql`<=`,
} as const

function filterCondition({ field, operator, values }: RowFilter): RawBuilder<unknown> {
  const [value = null] = values
  switch (operator) {
    case 'hasData':
      return sql`${fieldValue(field)} is not null`
    case 'noData':
      return sql`${fieldValue(field)} is null`
    case 'in':
      return sql`(${sql.join([sql`false`, ...values.map((one) => equals(field, one))], sql` or `)})`
    case 'eq':
      return equals(field, value)
    case 'contains':
      return sql`position(lower(${String(value)}) in lower(${fieldText(field)})) > 0`
    case 'beginsWith':
      return sql`starts_with(lower(${fieldText(field)}), lower(${String(value)}))`
    default:
      return sql`${fieldValue(field)} ${comparisons[operator]} ${comparable(field, value)}`
  }
}

/** Containment is what the index on values answers. */
function equals(field: RowField, value: string | number | boolean | null): RawBuilder<unknown> {
  return field.kind === 'value'
    ? sql`values @> ${JSON.stringify({ [field.column]: value })}::jsonb`
    : sql`${fieldValue(field)} = ${comparable(field, value)}`
}

function fieldText(field: RowField): RawBuilder<unknown> {
  return field.kind === 'own' ? sql`${ownColumns[field.column]}::text` : sql`(values ->> ${field.column})`
}
