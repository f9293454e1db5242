import { sql } from 'kysely'
import type { Store } from './store.ts'

export interface Organization {
  readonly id: string
  readonly name: string
  readonly routingEnabled: boolean
}

/** An installation of your own has every licence until an administrator removes one. */
const licenceNames = ['customerServiceEnterprise', 'digitalMessaging', 'voice']

/** The organization of this installation; made at the first start. */
export async function ensureOrganization(
  { db }: Store,
  organization: Organization,
  now: number,
): Promise<Organization> {
  await sql`
    insert into organization (id, name, routing_enabled, created_at)
    values (${organization.id}, ${organization.name}, ${organization.routingEnabled}, ${now})
    on conflict (id) do nothing`.execute(db)
  await sql`
    insert into licence (organization_id, name, granted)
    select ${organization.id}, named.name, true
      from unnest(${licenceNames}::text[]) as named (name)
    on conflict (organization_id, name) do nothing`.execute(db)
  await sql`
    insert into business_unit (organization_id, name, parent)
    values (${organization.id}, 'root', null)
    on conflict (organization_id, name) do nothing`.execute(db)
  return (await readOrganization({ db }, organization.id)) ?? organization
}

export async function readOrganization({ db }: Pick<Store, 'db'>, id: string): Promise<Organization | null> {
  const { rows } = await sql<{ id: string; name: string; routing_enabled: boolean }>`
    select id, name, routing_enabled
      from organization
     where id = ${id}`.execute(db)
  const row = rows[0]
  return row === undefined ? null : { id: row.id, name: row.name, routingEnabled: row.routing_enabled }
}

/** Whether new work is routed, and whether open work still is; as last committed. */
export async function readRouting(
  { db }: Pick<Store, 'db'>,
  id: string,
): Promise<{ readonly enabled: boolean; readonly drains: boolean }> {
  const { rows } = await sql<{ enabled: boolean; drains: boolean }>`
    select organization.routing_enabled as enabled,
           exists (
             select from router_memory
              where router_memory.organization_id = organization.id
                and router_memory.key = 'routing:draining'
           ) as drains
      from organization
     where organization.id = ${id}`.execute(db)
  return rows[0] ?? { enabled: false, drains: false }
}
