import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The journal is partitioned by time. What is there already becomes the default partition, untouched: nothing is
 * copied. Provisioning and the job runner make the months (store/journal-partitions.ts). */
export const migration: Migration = {
  async up(db) {
    await sql`
      alter table routing_event rename to routing_event_unplaced;
      alter table routing_event_unplaced rename constraint routing_event_pkey to routing_event_unplaced_pkey;
      alter index routing_event_of_work_item rename to routing_event_unplaced_of_work_item;

      create table routing_event (
        organization_id text not null,
        sequence bigint not null,
        at bigint not null,
        type text not null,
        actor_kind text not null,
        actor_name text,
        work_item_id text,
        queue text,
        representative text,
        data jsonb not null,
        primary key (organization_id, sequence, at)
      ) partition by range (at);
      create index routing_event_of_work_item on routing_event (organization_id, work_item_id, sequence)
        where work_item_id is not null;
      alter table routing_event attach partition routing_event_unplaced default;
    `.execute(db)
  },
}
