import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** How far bots have been told what customers say. The messages themselves are in the conversation. */
export const migration: Migration = {
  async up(db) {
    await sql`
      create table bot_dialog (
        organization_id text not null references organization (id),
        work_item_id text not null,
        bot text not null,
        -- The number of the last message that the bot has; -1: it has not heard of the conversation.
        told integer not null,
        attempts integer not null,
        -- Since when the customer waits for an answer; null: not now.
        asked_at bigint,
        -- What the bot has found out and has not handed over yet.
        context jsonb not null,
        -- What the bot's protocol needs: the conversation on its side, its token, its watermark.
        peer jsonb,
        primary key (organization_id, work_item_id)
      ) with (fillfactor = 70);
    `.execute(db)
  },
}
