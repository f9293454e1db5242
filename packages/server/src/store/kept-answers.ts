import { sql } from 'kysely'
import type { Store } from './store.ts'

export interface FoundAnswer<Answer> {
  readonly requestHash: string
  readonly answer: Answer
}

/** The answers kept under these idempotency keys that have not expired. */
export async function readKeptAnswers<Answer extends object>(
  { db }: Store,
  { organizationId, keys, now }: { organizationId: string; keys: readonly string[]; now: number },
): Promise<ReadonlyMap<string, FoundAnswer<Answer>>> {
  if (keys.length === 0) return new Map()
  const { rows } = await sql<{ key: string; request_hash: string; answer: string }>`
    select key, request_hash, answer
      from idempotency_key
     where organization_id = ${organizationId}
       and key = any (${keys}::text[])
       and expires_at > ${now}`.execute(db)
  return new Map(
    rows.map(({ key, request_hash, answer }) => [key, { requestHash: request_hash, answer: JSON.parse(answer) }]),
  )
}

/** Removes answers whose time is over, at most `limit`, and says how many. */
export async function removeExpiredAnswers(
  { db }: Store,
  { organizationId, now, limit }: { organizationId: string; now: number; limit: number },
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from idempotency_key
     where organization_id = ${organizationId}
       and key in (
         select key
           from idempotency_key
          where organization_id = ${organizationId}
            and expires_at <= ${now}
          order by expires_at
          limit ${limit}
       )`.execute(db)
  return Number(numAffectedRows ?? 0)
}
