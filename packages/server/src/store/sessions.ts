import { sql } from 'kysely'
import type { Store } from './store.ts'

export interface StoredSession {
  readonly id: string
  readonly userAgent: string | null
  readonly address: string | null
  readonly createdAt: Date
  readonly lastSeenAt: Date
}

const SESSIONS_MAX = 1_000

/** The sessions of an account that have not run out, the latest used first. */
export async function listSessions(
  { db }: Pick<Store, 'db'>,
  { accountId, now }: { readonly accountId: string; readonly now: Date },
): Promise<readonly StoredSession[]> {
  const { rows } = await sql<StoredSession>`
    select id,
           user_agent as "userAgent",
           ip_address as address,
           created_at as "createdAt",
           updated_at as "lastSeenAt"
      from auth_session
     where user_id = ${accountId}
       and expires_at > ${now}
     order by updated_at desc, id
     limit ${SESSIONS_MAX}`.execute(db)
  return rows
}

/** Answers false when the account has no such session. */
export async function endSession(
  { db }: Pick<Store, 'db'>,
  { accountId, id }: { readonly accountId: string; readonly id: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from auth_session
     where id = ${id}
       and user_id = ${accountId}`.execute(db)
  return numAffectedRows === 1n
}

export async function touchSession(
  { db }: Pick<Store, 'db'>,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<void> {
  await sql`
    update auth_session
       set updated_at = ${now}
     where id = ${id}`.execute(db)
}

/** Whether the password of an account was chosen by somebody else, who knows it. */
export async function setMustChangePassword(
  { db }: Pick<Store, 'db'>,
  { accountId, mustChange }: { readonly accountId: string; readonly mustChange: boolean },
): Promise<void> {
  await sql`
    update auth_user
       set must_change_password = ${mustChange}
     where id = ${accountId}`.execute(db)
}
