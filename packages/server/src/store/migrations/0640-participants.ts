import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Finds the open work in which somebody is asked or takes part beside whoever has it. Few items are in it at a time. */
export const migration: Migration = {
  async up(db) {
    await sql`
      create index work_item_with_others on work_item using gin ((document -> 'stages') jsonb_path_ops)
        where state <> 'Closed'
          and (document -> 'stages' ? 'participants' or document -> 'stages' ? 'transfer')`.execute(db)
  },
}
