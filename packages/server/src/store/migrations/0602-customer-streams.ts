import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Which conversations have a customer who is connected, and when a server last said so. */
export const migration: Migration = {
  async up(db) {
    await sql`
      create table customer_stream (
        organization_id text not null,
        work_item_id text not null,
        seen_at bigint not null,
        primary key (organization_id, work_item_id)
      ) with (fillfactor = 70);
    `.execute(db)
  },
}
