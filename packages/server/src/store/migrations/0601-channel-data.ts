import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What a channel adds to a message: the id its client knows it by, answers that a bot proposes. */
export const migration: Migration = {
  async up(db) {
    await sql`alter table conversation_message add column channel_data jsonb`.execute(db)
  },
}
