import { sql } from 'kysely'
import type { Store } from './store.ts'

export interface ClosedWorkQuery {
  readonly organizationId: string
  /** Closed before this instant; nothing changes afterwards. */
  readonly before: number
  readonly limit: number
}

/** Removes work that has been closed for long, the longest first, with all that belongs to it alone: messages, files,
 * receipts, who read how far, the chat it came by, how far a bot was told. Its journal goes with the partitions; records
 * and contacts stay.
 *
 * Answers how many items; at most `limit`. */
export async function removeClosedWork(
  { db }: Pick<Store, 'db'>,
  { organizationId, before, limit }: ClosedWorkQuery,
): Promise<number> {
  const belonging = sql.join(
    [
      'conversation_message',
      'conversation_attachment',
      'conversation_receipt',
      'customer_stream',
      'customer_chat',
      'bot_dialog',
    ].map(
      (table) => sql`${sql.ref(`of_${table}`)} as (
        delete from ${sql.ref(table)}
         where organization_id = ${organizationId}
           and work_item_id in (select id from old)
      )`,
    ),
  )
  const { numAffectedRows } = await sql`
    with old as materialized (
      select id
        from work_item
       where organization_id = ${organizationId}
         and closed_at is not null
         and closed_at < ${before}
       order by closed_at, id
       limit ${limit}
    ), ${belonging}
    delete from work_item
     where organization_id = ${organizationId}
       and id in (select id from old)`.execute(db)
  return Number(numAffectedRows ?? 0)
}
