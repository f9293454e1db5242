import { sql } from 'kysely'
import type { Store } from './store.ts'

export interface Organization {
  readonly id: string
  readonly name: string
  readonly routingEnabled: boolean
}

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
