import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Files are found by the work they belong to, so that they go with it. */
export const migration: Migration = {
  async up(db) {
    await sql`
      create index conversation_attachment_of_work_item
          on conversation_attachment (organization_id, work_item_id)`.execute(db)
  },
}
