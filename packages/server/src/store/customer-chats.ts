import { sql } from 'kysely'
import type { Store } from './store.ts'

/** What is kept of a customer's chat beside the conversation. */
export interface StoredChat {
  /** Name of the widget that it began in. */
  readonly widget: string
  /** What the customer answered when it was over; null: nothing. */
  readonly answers: readonly SurveyAnswer[] | null
  readonly answeredAt: number | null
}

/** A question in the words in which it was asked, and what was answered. */
export interface SurveyAnswer {
  readonly question: string
  readonly answer: string
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
    select widget, answers, answered_at as "answeredAt"
      from customer_chat
     where organization_id = ${organizationId}
       and work_item_id = ${conversation}`.execute(db)
  return rows[0] ?? null
}

/** Keeps the answers of a customer. False: there are some already, or the conversation began in no widget. */
export async function saveSurveyAnswers(
  { db }: Pick<Store, 'db'>,
  { organizationId, conversation }: ChatKey,
  { answers, at }: { readonly answers: readonly SurveyAnswer[]; readonly at: number },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update customer_chat
       set answers = ${JSON.stringify(answers)}::jsonb, answered_at = ${at}
     where organization_id = ${organizationId}
       and work_item_id = ${conversation}
       and answers is null`.execute(db)
  return numAffectedRows === 1n
}
