import { sql } from 'kysely'
import type { Store } from './store.ts'

const PROVIDER = 'single-sign-on'
const ACCOUNTS_MAX = 100_000

/** An account as the identity provider's people are matched with it. */
export interface LinkedAccount {
  readonly id: string
  readonly email: string
  readonly representative: string | null
  readonly accessMode: string
  readonly tenantAdministrator: boolean
  readonly hasPassword: boolean
  /** Whether somebody of the provider has it already. */
  readonly isLinked: boolean
}

const columns = sql`
  u.id, u.email, u.representative,
  u.access_mode as "accessMode",
  u.tenant_administrator as "tenantAdministrator",
  exists (select 1 from auth_credential p where p.user_id = u.id and p.password is not null) as "hasPassword",
  exists (
    select 1 from auth_credential l where l.user_id = u.id and l.provider_id = ${PROVIDER}
  ) as "isLinked"`

export async function findLinked(
  { db }: Pick<Store, 'db'>,
  { organizationId, subject }: { readonly organizationId: string; readonly subject: string },
): Promise<LinkedAccount | null> {
  const { rows } = await sql<LinkedAccount>`
    select ${columns}
      from auth_user u
      join auth_credential c on c.user_id = u.id
     where u.organization_id = ${organizationId}
       and c.provider_id = ${PROVIDER}
       and c.account_id = ${subject}`.execute(db)
  return rows[0] ?? null
}

export async function listLinkable(
  { db }: Pick<Store, 'db'>,
  organizationId: string,
): Promise<readonly LinkedAccount[]> {
  const { rows } = await sql<LinkedAccount>`
    select ${columns}
      from auth_user u
     where u.organization_id = ${organizationId}
     order by u.id
     limit ${ACCOUNTS_MAX}`.execute(db)
  return rows
}

export async function linkAccount(
  { db }: Pick<Store, 'db'>,
  link: { readonly id: string; readonly accountId: string; readonly subject: string; readonly now: Date },
): Promise<void> {
  await sql`
    insert into auth_credential (id, user_id, account_id, provider_id, created_at, updated_at)
    values (${link.id}, ${link.accountId}, ${link.subject}, ${PROVIDER}, ${link.now}, ${link.now})`.execute(db)
}
