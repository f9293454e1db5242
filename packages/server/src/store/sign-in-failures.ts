import { sql } from 'kysely'
import type { Store } from './store.ts'

/** Whose failures are counted: those for an account's address, and those from a network address. */
export interface FailureKey {
  readonly organizationId: string
  readonly kind: 'account' | 'address'
  readonly name: string
}

export interface StoredFailures {
  readonly kind: FailureKey['kind']
  readonly name: string
  readonly failures: number
  readonly failedAt: number
  readonly lockedUntil: number
}

const LOCKED_SHOWN_MAX = 1_000

export async function readFailures(
  { db }: Pick<Store, 'db'>,
  { organizationId, kind, name }: FailureKey,
): Promise<StoredFailures | null> {
  const { rows } = await sql<StoredFailures>`
    select kind, name, failures, failed_at as "failedAt", locked_until as "lockedUntil"
      from sign_in_failure
     where organization_id = ${organizationId}
       and kind = ${kind}
       and name = ${name}`.execute(db)
  return rows[0] ?? null
}

/** Counts one more failure and answers how many there are in a row; those before `forgottenAt` are forgotten. */
export async function addFailure(
  { db }: Pick<Store, 'db'>,
  { organizationId, kind, name }: FailureKey,
  { now, forgottenAt }: { readonly now: number; readonly forgottenAt: number },
): Promise<number> {
  const { rows } = await sql<{ failures: number }>`
    insert into sign_in_failure (organization_id, kind, name, failures, failed_at, locked_until)
    values (${organizationId}, ${kind}, ${name}, 1, ${now}, 0)
    on conflict (organization_id, kind, name) do update
      set failures = case when sign_in_failure.failed_at < ${forgottenAt} then 1 else sign_in_failure.failures + 1 end,
          failed_at = ${now}
    returning failures`.execute(db)
  return rows[0]?.failures ?? 1
}

export async function lockUntil(
  { db }: Pick<Store, 'db'>,
  { organizationId, kind, name }: FailureKey,
  until: number,
): Promise<void> {
  await sql`
    update sign_in_failure
       set locked_until = greatest(locked_until, ${until})
     where organization_id = ${organizationId}
       and kind = ${kind}
       and name = ${name}`.execute(db)
}

/** Answers false when there was nothing to forget. */
export async function forgetFailures(
  { db }: Pick<Store, 'db'>,
  { organizationId, kind, name }: FailureKey,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from sign_in_failure
     where organization_id = ${organizationId}
       and kind = ${kind}
       and name = ${name}`.execute(db)
  return numAffectedRows === 1n
}

export async function listLocked(
  { db }: Pick<Store, 'db'>,
  { organizationId, now }: { readonly organizationId: string; readonly now: number },
): Promise<readonly StoredFailures[]> {
  const { rows } = await sql<StoredFailures>`
    select kind, name, failures, failed_at as "failedAt", locked_until as "lockedUntil"
      from sign_in_failure
     where organization_id = ${organizationId}
       and locked_until > ${now}
     order by locked_until desc, kind, name
     limit ${LOCKED_SHOWN_MAX}`.execute(db)
  return rows
}
