import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Through which widget a customer came into a conversation, and what they answered when it was over. */
export const migration: Migration = {
  async up(db) {
    await sql`
      create table customer_chat (
        organization_id text not null references organization (id),
        work_item_id text not null,
        widget text not null,
        answers jsonb,
        answered_at bigint,
        primary key (organization_id, work_item_id),
        check ((answers is null) = (answered_at is null))
      );
    `.execute(db)
  },
}
