import { sql } from 'kysely'
import type { Store } from './store.ts'

export interface StoredBusinessUnit {
  readonly name: string
  /** Null: the root. */
  readonly parent: string | null
}

export interface BusinessUnitFacts {
  /** By name, the root first. */
  readonly units: readonly StoredBusinessUnit[]
  /** How many accounts without a representative carry each name, whether or not a unit has it. */
  readonly accounts: ReadonlyMap<string, number>
}

export interface OwnedByBusinessUnit {
  readonly rows: number
  /** Not closed. */
  readonly workItems: number
}

/** How much belongs to a unit that is not the root, counted up to a bound. */
export async function countOwnedByBusinessUnit(
  { db }: Database,
  organizationId: string,
  { name, countMax }: { readonly name: string; readonly countMax: number },
): Promise<OwnedByBusinessUnit> {
  const { rows } = await sql<OwnedByBusinessUnit>`
    select (
             select count(*)::integer
               from (
                 select 1
                   from table_row
                  where organization_id = ${organizationId}
                    and business_unit = ${name}
                    and business_unit <> 'root'
                  limit ${countMax}
               ) as owned_row
           ) as rows,
           (
             select count(*)::integer
               from (
                 select 1
                   from work_item
                  where organization_id = ${organizationId}
                    and closed_at is null
                    and business_unit = ${name}
                    and business_unit <> 'root'
                  limit ${countMax}
               ) as owned_item
           ) as "workItems"`.execute(db)
  return rows[0] ?? { rows: 0, workItems: 0 }
}

export type BusinessUnitChange =
  | { readonly kind: 'add'; readonly name: string; readonly parent: string }
  | { readonly kind: 'move'; readonly name: string; readonly parent: string }
  | { readonly kind: 'remove'; readonly name: string }

type Database = Pick<Store, 'db'>

/** By name, the root first. */
export async function readBusinessUnitTree(
  { db }: Database,
  organizationId: string,
): Promise<readonly StoredBusinessUnit[]> {
  const { rows } = await sql<StoredBusinessUnit>`
    select name, parent
      from business_unit
     where organization_id = ${organizationId}
     order by parent is not null, name`.execute(db)
  return rows
}

export async function readBusinessUnits({ db }: Database, organizationId: string): Promise<BusinessUnitFacts> {
  const units = await readBusinessUnitTree({ db }, organizationId)
  const accounts = await sql<{ name: string; count: number }>`
    select business_unit as name, count(*)::integer as count
      from auth_user
     where organization_id = ${organizationId}
       and representative is null
     group by business_unit`.execute(db)
  return { units, accounts: new Map(accounts.rows.map(({ name, count }) => [name, count])) }
}

/** Makes the one change that `decide` asks for after seeing the tree. Of several at once, one waits for the other; so
 * do accounts that are being put into one of the units. What `decide` throws leaves everything as it was. */
export async function changeBusinessUnits(
  { db }: Database,
  organizationId: string,
  decide: (facts: BusinessUnitFacts) => BusinessUnitChange,
): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    await sql`
      select name
        from business_unit
       where organization_id = ${organizationId}
       order by parent is not null, name
         for update`.execute(transaction)
    const change = decide(await readBusinessUnits({ db: transaction }, organizationId))
    await statementOf(change, organizationId).execute(transaction)
  })
}

function statementOf(change: BusinessUnitChange, organizationId: string) {
  switch (change.kind) {
    case 'add':
      return sql`
        insert into business_unit (organization_id, name, parent)
        values (${organizationId}, ${change.name}, ${change.parent})`
    case 'move':
      return sql`
        update business_unit
           set parent = ${change.parent}
         where organization_id = ${organizationId}
           and name = ${change.name}`
    case 'remove':
      return sql`
        delete from business_unit
         where organization_id = ${organizationId}
           and name = ${change.name}`
  }
}
