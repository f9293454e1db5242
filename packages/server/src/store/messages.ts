import { type RawBuilder, sql } from 'kysely'
import type { StoredMessage } from './reads.ts'
import type { Store } from './store.ts'

export interface MessageQuery {
  readonly workItem: string
  /** Id of the last message of the page before. */
  readonly after: string | null
  readonly limit: number
}

interface SelectedMessage {
  readonly id: string
  readonly work_item_id: string
  readonly sender: StoredMessage['from']
  readonly sender_name: string | null
  readonly text: string
  readonly sent_at: number
}

/** A page of a conversation, oldest first. */
export function listMessages(store: Store, organizationId: string, query: MessageQuery): Promise<StoredMessage[]> {
  const afterPage =
    query.after === null
      ? sql`true`
      : sql`position > (
         select position
           from conversation_message
          where organization_id = ${organizationId}
            and id = ${query.after}
       )`
  return selectMessages(
    store,
    sql`
     where organization_id = ${organizationId}
       and work_item_id = ${query.workItem}
       and ${afterPage}
     order by position
     limit ${query.limit}`,
  )
}

export async function readMessage(store: Store, organizationId: string, id: string): Promise<StoredMessage | null> {
  const [message] = await selectMessages(
    store,
    sql`
     where organization_id = ${organizationId}
       and id = ${id}`,
  )
  return message ?? null
}

async function selectMessages({ db }: Store, rest: RawBuilder<unknown>): Promise<StoredMessage[]> {
  const { rows } = await sql<SelectedMessage>`
    select id, work_item_id, sender, sender_name, text, sent_at
      from conversation_message ${rest}`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    workItem: row.work_item_id,
    from: row.sender,
    author: row.sender_name,
    text: row.text,
    at: row.sent_at,
  }))
}
