import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Indexes of work stand on what changes when an item is made, moved or closed, not on its state and its last change. So
 * a step in between writes the row in its place and no index, for which its page keeps room. */
export const migration: Migration = {
  async up(db) {
    await sql`
      drop index work_item_of_record, work_item_unclosed, work_item_unclosed_of_queue, work_item_held,
                 work_item_unclosed_last_held, work_item_closed, work_item_closed_of_queue, work_item_closed_by,
                 work_item_closed_latest, work_item_closed_latest_of_queue, work_item_closed_latest_by,
                 work_item_unclosed_of_business_unit, work_item_closed_of_business_unit,
                 work_item_closed_latest_of_business_unit, work_item_waiting, work_item_waiting_of_queue,
                 work_item_with_others;
      update work_item set closed_at = changed_at where state = 'Closed' and closed_at is distinct from changed_at;
      alter table work_item add column open_queued_at bigint;
      update work_item set open_queued_at = queued_at where state = 'Open' and queued_at is not null;
      alter table work_item set (fillfactor = 60);

      create index work_item_of_record on work_item (organization_id, record_table, record_id)
        where closed_at is null and record_id is not null;
      create index work_item_unclosed on work_item (organization_id, created_at, id) where closed_at is null;
      create index work_item_unclosed_of_queue on work_item (organization_id, queue, created_at, id)
        where closed_at is null;
      create index work_item_held on work_item (organization_id, representative, created_at, id)
        where closed_at is null and representative is not null;
      create index work_item_unclosed_last_held on work_item (organization_id, last_representative, created_at, id)
        where closed_at is null and last_representative is not null;
      create index work_item_unclosed_of_business_unit on work_item (organization_id, business_unit, created_at, id)
        where closed_at is null and business_unit <> 'root';
      create index work_item_with_others on work_item using gin (others jsonb_path_ops)
        where closed_at is null and others is not null;
      create index work_item_waiting on work_item (organization_id, open_queued_at, id)
        where open_queued_at is not null;
      create index work_item_waiting_of_queue on work_item (organization_id, queue, open_queued_at, id)
        where open_queued_at is not null;

      create index work_item_closed on work_item (organization_id, created_at, id) where closed_at is not null;
      create index work_item_closed_of_queue on work_item (organization_id, queue, created_at, id)
        where closed_at is not null;
      create index work_item_closed_by on work_item (organization_id, last_representative, created_at, id)
        where closed_at is not null;
      create index work_item_closed_of_business_unit on work_item (organization_id, business_unit, created_at, id)
        where closed_at is not null and business_unit <> 'root';
      create index work_item_closed_latest on work_item (organization_id, closed_at, id) where closed_at is not null;
      create index work_item_closed_latest_of_queue on work_item (organization_id, queue, closed_at, id)
        where closed_at is not null;
      create index work_item_closed_latest_by on work_item (organization_id, last_representative, closed_at, id)
        where closed_at is not null;
      create index work_item_closed_latest_of_business_unit on work_item (organization_id, business_unit, closed_at, id)
        where closed_at is not null and business_unit <> 'root';
    `.execute(db)
  },
}
