import { sql } from 'kysely'
import type { Store } from './store.ts'

/** Conversations that one look finds silent at most. */
const SILENT_MAX = 1_000

/** Remembers that the customers of these conversations are connected. */
export async function keepCustomerStreams(
  { db }: Pick<Store, 'db'>,
  organizationId: string,
  { conversations, at }: { readonly conversations: readonly string[]; readonly at: number },
): Promise<void> {
  if (conversations.length === 0) return
  await sql`
    insert into customer_stream (organization_id, work_item_id, seen_at)
    select ${organizationId}, c.id, ${at}
      from unnest(${conversations}::text[]) as c (id)
    on conflict (organization_id, work_item_id) do update
       set seen_at = excluded.seen_at`.execute(db)
}

export async function forgetCustomerStream(
  { db }: Pick<Store, 'db'>,
  organizationId: string,
  conversation: string,
): Promise<void> {
  await sql`
    delete from customer_stream
     where organization_id = ${organizationId}
       and work_item_id = ${conversation}`.execute(db)
}

/** Conversations whose customer no server has seen since. */
export async function listSilentCustomers(
  { db }: Pick<Store, 'db'>,
  organizationId: string,
  before: number,
): Promise<string[]> {
  const { rows } = await sql<{ work_item_id: string }>`
    select work_item_id
      from customer_stream
     where organization_id = ${organizationId}
       and seen_at < ${before}
     order by seen_at
     limit ${SILENT_MAX}`.execute(db)
  return rows.map(({ work_item_id }) => work_item_id)
}
