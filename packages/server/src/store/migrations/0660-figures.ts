import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Sums of what the journal tells, by stretches of time; up to where it is counted; and what the count remembers of
 * open items. Empty, they are counted from the beginning of the journal. */
export const migration: Migration = {
  async up(db) {
    await sql`
      create table figure (
        organization_id text not null references organization (id),
        minutes smallint not null,
        from_at bigint not null,
        queue text not null,
        representative text not null,
        channel text not null,
        created bigint not null,
        entered bigint not null,
        answered bigint not null,
        answered_conversations bigint not null,
        wait_ms bigint not null,
        longest_wait_ms bigint not null,
        abandoned bigint not null,
        abandoned_ms bigint not null,
        overflowed bigint not null,
        offers bigint not null,
        rejected bigint not null,
        missed bigint not null,
        handled bigint not null,
        handled_ms bigint not null,
        wrap_ups bigint not null,
        wrap_up_ms bigint not null,
        transferred bigint not null,
        closed bigint not null,
        lifetime_ms bigint not null,
        within10 bigint not null,
        within20 bigint not null,
        within30 bigint not null,
        within40 bigint not null,
        within60 bigint not null,
        within120 bigint not null,
        within300 bigint not null,
        within900 bigint not null,
        within3600 bigint not null,
        within14400 bigint not null,
        within86400 bigint not null,
        primary key (organization_id, minutes, from_at, queue, representative, channel)
      );
      create index figure_of_representative on figure (organization_id, representative, from_at)
        where representative <> '';

      create table figure_position (
        organization_id text primary key references organization (id),
        sequence bigint not null
      );

      create table figure_way (
        organization_id text not null references organization (id),
        work_item_id text not null,
        way jsonb not null,
        primary key (organization_id, work_item_id)
      );
    `.execute(db)
  },
}
