import { sql } from 'kysely'
import type { Store } from './store.ts'

/** An account that can sign in. */
export interface Account {
  readonly id: string
  readonly name: string
  readonly email: string
  /** The representative of the configuration it belongs to. */
  readonly representative: string | null
  /** Roles it has beside those of its representative. */
  readonly roles: readonly string[]
  readonly hasPassword: boolean
}

export interface StoredApiKey {
  readonly id: string
  readonly name: string | null
  readonly start: string | null
  readonly metadata: string | null
  readonly createdAt: Date
  readonly expiresAt: Date | null
  readonly lastUsedAt: Date | null
}

const ACCOUNTS_MAX = 100_000
const API_KEYS_MAX = 10_000

export async function listAccounts({ db }: Pick<Store, 'db'>, organizationId: string): Promise<readonly Account[]> {
  const { rows } = await sql<Account>`
    select u.id,
           u.name,
           u.email,
           u.representative,
           u.roles,
           exists (
             select 1
               from auth_credential c
              where c.user_id = u.id
                and c.password is not null
           ) as "hasPassword"
      from auth_user u
     where u.organization_id = ${organizationId}
     order by u.id
     limit ${ACCOUNTS_MAX}`.execute(db)
  return rows
}

export interface NewRepresentativeAccount {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly representative: string
}

/** Makes accounts for many representatives at once, with one password for all; those that have one are passed over. */
export async function insertRepresentativeAccounts(
  { db }: Pick<Store, 'db'>,
  many: {
    readonly organizationId: string
    readonly businessUnit: string
    readonly accounts: readonly NewRepresentativeAccount[]
    /** Null: they cannot sign in by password yet. */
    readonly passwordHash: string | null
    readonly now: Date
  },
): Promise<void> {
  const { organizationId, businessUnit, accounts, passwordHash, now } = many
  await sql`
    with added as (
      insert into auth_user (id, organization_id, name, email, email_verified, representative, roles, business_unit,
                             access_mode, tenant_administrator, created_at, updated_at)
      select n.id, ${organizationId}, n.name, n.email, true, n.representative, '[]'::jsonb, ${businessUnit},
             'Read-Write', false, ${now}, ${now}
        from unnest(${accounts.map(({ id }) => id)}::text[], ${accounts.map(({ name }) => name)}::text[],
                    ${accounts.map(({ email }) => email)}::text[],
                    ${accounts.map(({ representative }) => representative)}::text[])
               as n (id, name, email, representative)
      on conflict do nothing
      returning id
    )
    insert into auth_credential (id, user_id, account_id, provider_id, password, created_at, updated_at)
    select added.id, added.id, added.id, 'credential', ${passwordHash}::text, ${now}, ${now}
      from added
     where ${passwordHash}::text is not null`.execute(db)
}

/** Follows a change of the e-mail address or full name in the configuration. Answers false when the address is taken. */
export async function updateAccount(
  { db }: Pick<Store, 'db'>,
  account: { id: string; name: string; email: string; representative: string | null; now: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update auth_user
       set name = ${account.name},
           email = ${account.email},
           representative = ${account.representative},
           updated_at = ${account.now}
     where id = ${account.id}
       and not exists (
         select 1
           from auth_user other
          where other.email = ${account.email}
            and other.id <> ${account.id}
       )`.execute(db)
  return numAffectedRows === 1n
}

export async function endSessionsOf({ db }: Pick<Store, 'db'>, accountId: string): Promise<void> {
  await sql`
    delete from auth_session
     where user_id = ${accountId}`.execute(db)
}

export async function deleteExpiredSessions({ db }: Pick<Store, 'db'>, now: Date): Promise<void> {
  await sql`
    delete from auth_session
     where expires_at < ${now}`.execute(db)
}

export async function listStoredApiKeys(
  { db }: Pick<Store, 'db'>,
  organizationId: string,
): Promise<readonly StoredApiKey[]> {
  const { rows } = await sql<StoredApiKey>`
    select k.id,
           k.name,
           k.start,
           k.metadata,
           k.created_at as "createdAt",
           k.expires_at as "expiresAt",
           k.last_request as "lastUsedAt"
      from auth_api_key k
      join auth_user u on u.id = k.reference_id
     where u.organization_id = ${organizationId}
     order by k.created_at desc, k.id
     limit ${API_KEYS_MAX}`.execute(db)
  return rows
}

/** Answers false when the organization has no such key. */
export async function deleteStoredApiKey(
  { db }: Pick<Store, 'db'>,
  key: { organizationId: string; id: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from auth_api_key k
     using auth_user u
     where k.id = ${key.id}
       and u.id = k.reference_id
       and u.organization_id = ${key.organizationId}`.execute(db)
  return numAffectedRows === 1n
}
