import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Documents are kept as the text they came as: nothing searches in them, and taking them apart was a quarter of a
 * commit. What is searched, who else takes part in open work, has a column of its own.
 *
 * Indexes of open work leave out the items that they cannot find: each is one write less for every change. */
export const migration: Migration = {
  async up(db) {
    await sql`
      drop index work_item_with_others;
      alter table work_item add column others jsonb;
      update work_item
         set others = document -> 'stages'
       where state <> 'Closed'
         and (document -> 'stages' ? 'participants' or document -> 'stages' ? 'transfer');
      create index work_item_with_others on work_item using gin (others jsonb_path_ops)
        where state <> 'Closed'
          and others is not null;

      drop index work_item_of_record;
      create index work_item_of_record on work_item (organization_id, record_table, record_id)
        where state <> 'Closed'
          and record_id is not null;
      drop index work_item_held;
      create index work_item_held on work_item (organization_id, representative, created_at, id)
        where state <> 'Closed'
          and representative is not null;
      drop index work_item_unclosed_last_held;
      create index work_item_unclosed_last_held on work_item (organization_id, last_representative, created_at, id)
        where state <> 'Closed'
          and last_representative is not null;

      alter table work_item alter column document type json using document::json;
      alter table representative_state alter column document type json using document::json;
      alter table router_memory alter column value type json using value::json;
      alter table routing_event alter column data type json using data::json;
    `.execute(db)
  },
}
