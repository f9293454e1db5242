import type { Instant, Literal, WorkItemId } from '@unified-routing/routing'
import { sql } from 'kysely'
import type { Store } from './store.ts'

/** Dialogs that one look lists at most. */
const LISTED_MAX = 10_000

/** Where a bot and a customer are in their conversation. */
export interface BotDialog {
  readonly workItem: WorkItemId
  readonly bot: string
  /** The number of the last message that the bot has; -1: it has not heard of the conversation. */
  readonly told: number
  /** Failed tries to tell it the next one. */
  readonly attempts: number
  /** Since when the customer waits for an answer; null: not now. */
  readonly askedAt: Instant | null
  /** What the bot has found out and has not handed over yet. */
  readonly context: Readonly<Record<string, Literal>>
  /** What the bot's protocol needs. Plain JSON. */
  readonly peer: unknown
}

export async function readBotDialog(
  store: Pick<Store, 'db'>,
  organizationId: string,
  workItem: WorkItemId,
): Promise<BotDialog | null> {
  const [dialog] = await selectDialogs(store, organizationId, [workItem])
  return dialog ?? null
}

/** Every dialog that has not been ended. */
export function listBotDialogs(store: Pick<Store, 'db'>, organizationId: string): Promise<BotDialog[]> {
  return selectDialogs(store, organizationId, null)
}

export async function saveBotDialog(
  { db }: Pick<Store, 'db'>,
  organizationId: string,
  { workItem, bot, told, attempts, askedAt, context, peer }: BotDialog,
): Promise<void> {
  await sql`
    insert into bot_dialog (organization_id, work_item_id, bot, told, attempts, asked_at, context, peer)
    values (${organizationId}, ${workItem}, ${bot}, ${told}, ${attempts}, ${askedAt}, ${JSON.stringify(context)}::jsonb,
            ${peer === null ? null : JSON.stringify(peer)}::jsonb)
    on conflict (organization_id, work_item_id) do update
       set bot = excluded.bot,
           told = excluded.told,
           attempts = excluded.attempts,
           asked_at = excluded.asked_at,
           context = excluded.context,
           peer = excluded.peer`.execute(db)
}

export async function forgetBotDialog(
  { db }: Pick<Store, 'db'>,
  organizationId: string,
  workItem: WorkItemId,
): Promise<void> {
  await sql`
    delete from bot_dialog
     where organization_id = ${organizationId}
       and work_item_id = ${workItem}`.execute(db)
}

interface SelectedDialog {
  readonly work_item_id: string
  readonly bot: string
  readonly told: number
  readonly attempts: number
  readonly asked_at: number | null
  readonly context: BotDialog['context']
  readonly peer: unknown
}

async function selectDialogs(
  { db }: Pick<Store, 'db'>,
  organizationId: string,
  workItems: readonly WorkItemId[] | null,
): Promise<BotDialog[]> {
  const { rows } = await sql<SelectedDialog>`
    select work_item_id, bot, told, attempts, asked_at, context, peer
      from bot_dialog
     where organization_id = ${organizationId}
       and (${workItems}::text[] is null or work_item_id = any (${workItems}::text[]))
     order by work_item_id
     limit ${LISTED_MAX}`.execute(db)
  return rows.map(({ work_item_id: workItem, asked_at: askedAt, ...rest }) => ({ workItem, askedAt, ...rest }))
}
