import { type RawBuilder, sql } from 'kysely'

/** The rows that somebody reaches: those of some business units, and those that work in their hands is about. */
export interface RowReach {
  readonly units: readonly string[]
  /** Whose open work, offers included, opens its record and its customer; null: nobody's. */
  readonly holder: string | null
}

/** The work that somebody reaches: what they hold, are offered or had last, and that of some queues and units. */
export interface WorkReach {
  readonly representative: string | null
  readonly queues: readonly string[]
  /** The units whose work is seen in those queues; null: any. */
  readonly queueUnits: readonly string[] | null
  /** The units whose work is seen in every queue. */
  readonly units: readonly string[]
}

/** Beyond this many, looking into each unit costs more than walking past the work of the others. */
const UNITS_WALKED_MAX = 32

/** Whether the units are few enough, and indexed: the indexes leave the root out, which most belongs to. */
export function areWalkedApart(units: readonly string[]): boolean {
  return units.length <= UNITS_WALKED_MAX && !units.includes('root')
}

/** The condition that lets the planner see that an index of units answers. */
export const ofWalkedUnit = sql`business_unit = walked_unit.name and business_unit <> 'root'`

export function ofUnits(units: readonly string[] | null): RawBuilder<unknown> {
  return units === null ? sql`true` : sql`business_unit = any (${units}::text[])`
}

/** The units as a table to be joined with a walk for each. */
export function walkedUnits(units: readonly string[]): RawBuilder<unknown> {
  return sql`unnest(${units}::text[]) as walked_unit (name)`
}

/** Table and id of the rows that the open work is about which somebody holds, is offered or takes part in. */
export function heldRows(organizationId: string, holder: string | null): RawBuilder<unknown> {
  if (holder === null) return sql`select null::text as table_name, null::text as id where false`
  const open = (way: RawBuilder<unknown>) => sql`
        select record_table, record_id, customer
          from work_item
         where organization_id = ${organizationId}
           and closed_at is null
           and ${way}`
  return sql`
    select named.table_name, named.id
      from (${open(sql`representative = ${holder}`)} union all ${open(takesPart(holder))}) as held
     cross join lateral (
             values (held.record_table, held.record_id), ('contact', held.customer)
           ) as named (table_name, id)
     where named.id is not null`
}

/** By the index of open items with others beside whoever has them: offered a transfer, or consulted. */
export function takesPart(name: string): RawBuilder<unknown> {
  const transfer = JSON.stringify({ transfer: { representative: name } })
  const consult = JSON.stringify({ participants: [{ representative: name, mode: 'consult' }] })
  return sql`(
    closed_at is null
    and others is not null
    and (others @> ${transfer}::jsonb or others @> ${consult}::jsonb)
  )`
}
