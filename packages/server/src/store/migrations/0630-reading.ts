import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** How far each representative has read each item, the work for a customer in the order it came, and what waits in the order it waits.
 *
 * The indexes are by instants that seldom change, so that a change of an item needs no new entry in them. */
export const migration: Migration = {
  async up(db) {
    await sql`
      create table work_item_reading (
        organization_id text not null,
        representative text not null,
        work_item_id text not null,
        read_until bigint not null,
        primary key (organization_id, representative, work_item_id),
        foreign key (organization_id, work_item_id) references work_item (organization_id, id) on delete cascade
      ) with (fillfactor = 70);
      create index work_item_reading_of_item on work_item_reading (organization_id, work_item_id);
      create index work_item_of_customer on work_item (organization_id, customer, created_at, id)
        where customer is not null;
      create index work_item_waiting on work_item (organization_id, queued_at, id) where state = 'Open';
      create index work_item_waiting_of_queue on work_item (organization_id, queue, queued_at, id)
        where state = 'Open';
    `.execute(db)
  },
}
