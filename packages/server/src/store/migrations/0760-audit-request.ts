import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Entries of the audit log lead to the lines of the log about the same request. */
export const migration: Migration = {
  async up(db) {
    await sql`
      alter table audit_entry
        add column request_id text`.execute(db)
  },
}
