import { sql } from 'kysely'
import type { Store } from './store.ts'

/** What has roles of its own outside the configuration. */
export interface StoredRoleHolder {
  readonly kind: 'account' | 'invitation' | 'apiKey'
  /** An e-mail address, or the name of a key. */
  readonly name: string
  readonly roles: readonly string[]
}

interface Key {
  readonly organizationId: string
}

const HOLDERS_MAX = 1_000

/** Accounts, open invitations and API keys that hold one of these roles. */
export async function listRoleHolders(
  { db }: Pick<Store, 'db'>,
  { organizationId, roles, now }: Key & { readonly roles: readonly string[]; readonly now: number },
): Promise<readonly StoredRoleHolder[]> {
  const { rows } = await sql<StoredRoleHolder>`
    select kind, name, roles
      from (
        select 'account' as kind, email as name, roles
          from auth_user
         where organization_id = ${organizationId}
        union all
        select 'invitation', email, roles
          from invitation
         where organization_id = ${organizationId}
           and accepted_at is null
           and revoked_at is null
           and expires_at > ${now}
        union all
        select 'apiKey', coalesce(k.name, k.id), k.metadata::jsonb -> 'roles'
          from auth_api_key k
          join auth_user u on u.id = k.reference_id
         where u.organization_id = ${organizationId}
      ) as holder
     where roles ?| ${[...roles]}::text[]
     order by kind, name
     limit ${HOLDERS_MAX}`.execute(db)
  return rows
}

/** Names roles anew wherever they are held, all at once: two may swap their names. */
export async function renameHeldRoles(
  { db }: Pick<Store, 'db'>,
  { organizationId, names }: Key & { readonly names: ReadonlyMap<string, string> },
): Promise<void> {
  const old = [...names.keys()]
  const renamed = (roles: ReturnType<typeof sql>) => sql`(
    select jsonb_agg(coalesce(${JSON.stringify(Object.fromEntries(names))}::jsonb ->> held.name, held.name) order by held.at)
      from jsonb_array_elements_text(${roles}) with ordinality as held (name, at)
  )`
  await db.transaction().execute(async (transaction) => {
    await sql`
      update auth_user
         set roles = ${renamed(sql`roles`)}
       where organization_id = ${organizationId}
         and roles ?| ${old}::text[]`.execute(transaction)
    await sql`
      update invitation
         set roles = ${renamed(sql`roles`)}
       where organization_id = ${organizationId}
         and roles ?| ${old}::text[]`.execute(transaction)
    await sql`
      update auth_api_key k
         set metadata = jsonb_set(k.metadata::jsonb, '{roles}', ${renamed(sql`k.metadata::jsonb -> 'roles'`)})::text
        from auth_user u
       where u.id = k.reference_id
         and u.organization_id = ${organizationId}
         and k.metadata::jsonb -> 'roles' ?| ${old}::text[]`.execute(transaction)
  })
}
