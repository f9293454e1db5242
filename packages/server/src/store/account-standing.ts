import { sql } from 'kysely'
import type { Store } from './store.ts'

/** An account with all that decides what it may do, and when it was last seen. */
export interface StoredStanding {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly representative: string | null
  readonly roles: readonly string[]
  readonly businessUnit: string
  readonly accessMode: string
  readonly tenantAdministrator: boolean
  readonly hasPassword: boolean
  readonly lastSeenAt: Date | null
}

export interface StandingChange {
  readonly organizationId: string
  readonly id: string
  /** Null: as it was. */
  readonly businessUnit: string | null
  readonly accessMode: string
  readonly tenantAdministrator: boolean
  readonly roles: readonly string[]
}

const ACCOUNTS_MAX = 100_000

export async function listStandings(
  { db }: Pick<Store, 'db'>,
  organizationId: string,
): Promise<readonly StoredStanding[]> {
  const { rows } = await sql<StoredStanding>`
    select u.id,
           u.name,
           u.email,
           u.representative,
           u.roles,
           u.business_unit as "businessUnit",
           u.access_mode as "accessMode",
           u.tenant_administrator as "tenantAdministrator",
           exists (
             select 1
               from auth_credential c
              where c.user_id = u.id
                and c.password is not null
           ) as "hasPassword",
           (
             select max(s.updated_at)
               from auth_session s
              where s.user_id = u.id
           ) as "lastSeenAt"
      from auth_user u
     where u.organization_id = ${organizationId}
     order by u.name, u.id
     limit ${ACCOUNTS_MAX}`.execute(db)
  return rows
}

/** Answers false, having changed nothing, when there is no such business unit or account. */
export async function updateStanding(
  { db }: Pick<Store, 'db'>,
  { organizationId, id, businessUnit, accessMode, tenantAdministrator, roles }: StandingChange,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update auth_user
       set business_unit = coalesce(${businessUnit}::text, business_unit),
           access_mode = ${accessMode},
           tenant_administrator = ${tenantAdministrator},
           roles = ${JSON.stringify(roles)}::jsonb
     where id = ${id}
       and organization_id = ${organizationId}
       and (
         ${businessUnit}::text is null
         or exists (
           select 1
             from business_unit
            where business_unit.organization_id = ${organizationId}
              and business_unit.name = ${businessUnit}::text
              for key share
         )
       )`.execute(db)
  return numAffectedRows === 1n
}
