import { sql } from 'kysely'
import type { UnreadWorkItem } from './reads.ts'
import type { Store } from './store.ts'

/** Most items of one person that are looked through for something unread. */
const ITEMS_MAX = 500

export interface Reading {
  readonly representative: string
  readonly workItem: string
  readonly until: number
}

/** Remembers how far somebody has read; never back. */
export async function saveReading(
  { db }: Pick<Store, 'db'>,
  organizationId: string,
  { representative, workItem, until }: Reading,
): Promise<void> {
  await sql`
    insert into work_item_reading as known (organization_id, representative, work_item_id, read_until)
    values (${organizationId}, ${representative}, ${workItem}, ${until})
    on conflict (organization_id, representative, work_item_id)
    do update set read_until = excluded.read_until
            where known.read_until < excluded.read_until`.execute(db)
}

/** Of what somebody works on: the customer's messages that they have not read, and records they have not opened yet.
 *
 * Only the latest `countMax` messages of a conversation are looked at, so a long one costs no more than a short one. */
export async function listUnread(
  { db }: Pick<Store, 'db'>,
  organizationId: string,
  { representative, countMax }: { readonly representative: string; readonly countMax: number },
): Promise<UnreadWorkItem[]> {
  const { rows } = await sql<UnreadWorkItem>`
    select held.id as "workItem", held.unread as "count"
      from (
        select item.id,
               case item.kind
                 when 'record' then (coalesce(reading.read_until, 0) < item.given_at)::integer
                 else (
                   select count(*)::integer
                     from (
                       select message.sender, message.sent_at
                         from conversation_message as message
                        where message.organization_id = ${organizationId}
                          and message.work_item_id = item.id
                        order by message.number desc
                        limit ${countMax}
                     ) as latest
                    where latest.sender = 'customer'
                      and latest.sent_at > coalesce(reading.read_until, 0)
                 )
               end as unread
          from (
            select id, kind, (document::json -> 'session' ->> 'offeredAt')::bigint as given_at
              from work_item
             where organization_id = ${organizationId}
               and representative = ${representative}
               and closed_at is null
               and document::json -> 'session' ->> 'acceptedAt' is not null
             order by created_at, id
             limit ${ITEMS_MAX}
          ) as item
          left join work_item_reading as reading
            on reading.organization_id = ${organizationId}
           and reading.representative = ${representative}
           and reading.work_item_id = item.id
      ) as held
     where held.unread > 0
     order by held.id`.execute(db)
  return rows
}
