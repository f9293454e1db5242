import { sql } from 'kysely'
import type { Store } from './store.ts'

/** What is kept of a customer's chat beside the conversation. */
export interface StoredChat {
  /** Name of the widget that it began in. */
  readonly widget: string
}

interface ChatKey {
  readonly organizationId: string
  readonly conversation: string
}

/** Remembers the widget of a conversation; the first one stays. */
export async function addCustomerChat(
  { db }: Pick<Store, 'db'>,
  { organizationId, conversation }: ChatKey,
  widget: string,
): Promise<void> {
  await sql`
    insert into customer_chat (organization_id, work_item_id, widget)
    values (${organizationId}, ${conversation}, ${widget})
    on conflict do nothing`.execute(db)
}

export async function readCustomerChat(
  { db }: Pick<Store, 'db'>,
  { organizationId, conversation }: ChatKey,
): Promise<StoredChat | null> {
  const { rows } = await sql<StoredChat>`
    select widget
      from customer_chat
     where organization_id = ${organizationId}
       and work_item_id = ${conversation}`.execute(db)
  return rows[0] ?? null
}
