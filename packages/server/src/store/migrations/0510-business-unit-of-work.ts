import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Rows and work items belong to a business unit. What is there already belongs to the root.
 *
 * The indexes leave the root out: an organization without other units pays nothing for them. */
export const migration: Migration = {
  async up(db) {
    await sql`
      alter table table_row
        add column business_unit text not null default 'root';
      create index table_row_of_business_unit
          on table_row (organization_id, table_name, business_unit, created_at, id)
       where business_unit <> 'root';
      create index table_row_of_business_unit_by_change
          on table_row (organization_id, table_name, business_unit, changed_at, id)
       where business_unit <> 'root';

      alter table work_item
        add column business_unit text not null default 'root';
      create index work_item_unclosed_of_business_unit
          on work_item (organization_id, business_unit, created_at, id)
       where state <> 'Closed'
         and business_unit <> 'root';
      create index work_item_closed_of_business_unit
          on work_item (organization_id, business_unit, created_at, id)
       where state = 'Closed'
         and business_unit <> 'root';
      create index work_item_closed_latest_of_business_unit
          on work_item (organization_id, business_unit, changed_at, id)
       where state = 'Closed'
         and business_unit <> 'root';
    `.execute(db)
  },
}
