import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** A row of the journal holds the events of one step of a work item, and each of them says its own type. Rows that are
 * there keep the one event that they hold (store/journal-rows.ts reads both). */
export const migration: Migration = {
  async up(db) {
    await sql`
      alter table routing_event alter column type drop not null;
      do $$
      declare
        partition regclass;
      begin
        for partition in select inhrelid::regclass from pg_inherits where inhparent = 'routing_event'::regclass loop
          execute format('alter table %s alter column type drop not null', partition);
        end loop;
      end
      $$`.execute(db)
  },
}
