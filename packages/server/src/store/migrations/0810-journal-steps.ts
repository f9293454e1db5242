import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** A row of the journal holds the steps of many work items as text. Rows that are there stay as they are, and are still
 * found by their work item (store/stored-journal.ts reads all of them); nothing is copied.
 *
 * Rows of up to a page are not compressed: that took a fifth of the time of writing them. */
export const migration: Migration = {
  async up(db) {
    await sql`
      alter table routing_event
        add column steps text,
        alter column data drop not null,
        alter column actor_kind drop not null;
      do $$
      declare
        partition regclass;
      begin
        for partition in select inhrelid::regclass from pg_inherits where inhparent = 'routing_event'::regclass loop
          execute format('alter table %s alter column data drop not null, alter column actor_kind drop not null, '
                         'set (toast_tuple_target = 8160)', partition);
        end loop;
      end
      $$`.execute(db)
  },
}
