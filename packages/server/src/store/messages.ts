import { type RawBuilder, sql } from 'kysely'
import type { MessagesQuery, Receipt, StoredMessage } from './reads.ts'
import type { Store } from './store.ts'

interface SelectedMessage {
  readonly id: string
  readonly work_item_id: string
  readonly number: number
  readonly sender: StoredMessage['from']
  readonly sender_name: string | null
  readonly kind: StoredMessage['kind']
  readonly text: string
  readonly attachments: StoredMessage['attachments']
  readonly channel_data: StoredMessage['channelData']
  readonly sent_at: number
}

/** A page of a conversation, oldest first. */
export function listMessages(store: Store, organizationId: string, query: MessagesQuery): Promise<StoredMessage[]> {
  return selectMessages(
    store,
    sql`
     where organization_id = ${organizationId}
       and work_item_id = ${query.workItem}
       and number > ${query.after}
     order by number
     limit ${query.limit}`,
  )
}

export async function readMessage(store: Store, organizationId: string, id: string): Promise<StoredMessage | null> {
  const [message] = await readMessages(store, organizationId, [id])
  return message ?? null
}

/** The last internal notes of each of some conversations, the oldest of them first. */
export function readLastNotes(
  store: Store,
  organizationId: string,
  { workItems, perItem }: { readonly workItems: readonly string[]; readonly perItem: number },
): Promise<StoredMessage[]> {
  return selectMessages(
    store,
    sql`
     where organization_id = ${organizationId}
       and (work_item_id, number) in (
             select wanted.id, note.number
               from unnest(${workItems}::text[]) as wanted (id)
              cross join lateral (
                      select number
                        from conversation_message
                       where organization_id = ${organizationId}
                         and work_item_id = wanted.id
                         and kind = 'note'
                       order by number desc
                       limit ${perItem}
                    ) as note
           )
     order by work_item_id, number`,
  )
}

/** The messages of many ids at once; those that do not exist are left out. */
export async function readMessages(
  store: Store,
  organizationId: string,
  ids: readonly string[],
): Promise<StoredMessage[]> {
  if (ids.length === 0) return []
  return selectMessages(
    store,
    sql`
     where organization_id = ${organizationId}
       and id = any (${ids}::text[])`,
  )
}

/** Which of these ids messages have already. */
export async function readTakenMessageIds(
  { db }: Store,
  organizationId: string,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select id
      from conversation_message
     where organization_id = ${organizationId}
       and id = any (${ids}::text[])`.execute(db)
  return rows.map(({ id }) => id)
}

/** How far the messages of a conversation got. */
export async function readReceipt({ db }: Store, organizationId: string, workItem: string): Promise<Receipt> {
  const { rows } = await sql<Receipt>`
    select delivered, read
      from conversation_receipt
     where organization_id = ${organizationId}
       and work_item_id = ${workItem}`.execute(db)
  return rows[0] ?? { delivered: 0, read: 0 }
}

/** Moves the receipts of many conversations on; never back. */
export async function saveReceipts(
  { db }: Pick<Store, 'db'>,
  organizationId: string,
  receipts: ReadonlyMap<string, Receipt>,
): Promise<void> {
  const entries = [...receipts]
  await sql`
    insert into conversation_receipt as known (organization_id, work_item_id, delivered, read)
    select ${organizationId}, r.work_item_id, r.delivered, r.read
      from unnest(${entries.map(([workItem]) => workItem)}::text[],
                  ${entries.map(([, { delivered }]) => delivered)}::integer[],
                  ${entries.map(([, { read }]) => read)}::integer[]) as r (work_item_id, delivered, read)
    on conflict (organization_id, work_item_id)
    do update set delivered = greatest(known.delivered, excluded.delivered),
                  read = greatest(known.read, excluded.read)`.execute(db)
}

async function selectMessages({ db }: Store, rest: RawBuilder<unknown>): Promise<StoredMessage[]> {
  const { rows } = await sql<SelectedMessage>`
    select id, work_item_id, number, sender, sender_name, kind, text, attachments, channel_data, sent_at
      from conversation_message ${rest}`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    workItem: row.work_item_id,
    number: row.number,
    from: row.sender,
    author: row.sender_name,
    kind: row.kind,
    text: row.text,
    attachments: row.attachments,
    channelData: row.channel_data,
    at: row.sent_at,
  }))
}
