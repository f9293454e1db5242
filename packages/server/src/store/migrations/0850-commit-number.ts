import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** A commit follows the one before it by number, so that it may be sent before that one has been answered. */
export const migration: Migration = {
  async up(db) {
    await sql`alter table router_lease add column commits bigint not null default 0`.execute(db)
  },
}
