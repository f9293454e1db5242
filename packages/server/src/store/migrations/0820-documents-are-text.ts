import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Documents are written for each step of work and looked into by few: as text, PostgreSQL does not read each through to see
 * that it is JSON. The table is written anew, so its indexes go first and come again. */
export const migration: Migration = {
  async up(db) {
    await sql`
      drop index work_item_of_customer, work_item_unclosed, work_item_unclosed_of_queue, work_item_held,
                 work_item_unclosed_last_held, work_item_unclosed_of_business_unit, work_item_waiting,
                 work_item_waiting_of_queue, work_item_closed, work_item_closed_of_queue, work_item_closed_by,
                 work_item_closed_of_business_unit, work_item_closed_latest, work_item_closed_latest_of_queue,
                 work_item_closed_latest_by, work_item_closed_latest_of_business_unit;
      alter table work_item alter column document type text using document::text;
      alter table representative_state alter column document type text using document::text;
      alter table router_memory alter column value type text using value::text;
      alter table idempotency_key alter column answer type text using answer::text;
    `.execute(db)
    await sql.raw(lists.map((list) => `create index work_item_${list};`).join('\n')).execute(db)
  },
}

/** Lists of work. Rows that are alike in the key come by their id; there are as many as happened in one instant, and those
 * are sorted when they are read. */
const lists: readonly string[] = [
  `of_customer on work_item (organization_id, customer, created_at) where customer is not null`,
  `unclosed on work_item (organization_id, created_at) where closed_at is null`,
  `unclosed_of_queue on work_item (organization_id, queue, created_at) where closed_at is null`,
  `held on work_item (organization_id, representative, created_at)
    where closed_at is null and representative is not null`,
  `unclosed_last_held on work_item (organization_id, last_representative, created_at)
    where closed_at is null and last_representative is not null`,
  `unclosed_of_business_unit on work_item (organization_id, business_unit, created_at)
    where closed_at is null and business_unit <> 'root'`,
  `waiting on work_item (organization_id, open_queued_at) where open_queued_at is not null`,
  `waiting_of_queue on work_item (organization_id, queue, open_queued_at) where open_queued_at is not null`,
  `closed on work_item (organization_id, created_at) where closed_at is not null`,
  `closed_of_queue on work_item (organization_id, queue, created_at) where closed_at is not null`,
  `closed_by on work_item (organization_id, last_representative, created_at) where closed_at is not null`,
  `closed_of_business_unit on work_item (organization_id, business_unit, created_at)
    where closed_at is not null and business_unit <> 'root'`,
  `closed_latest on work_item (organization_id, closed_at) where closed_at is not null`,
  `closed_latest_of_queue on work_item (organization_id, queue, closed_at) where closed_at is not null`,
  `closed_latest_by on work_item (organization_id, last_representative, closed_at) where closed_at is not null`,
  `closed_latest_of_business_unit on work_item (organization_id, business_unit, closed_at)
    where closed_at is not null and business_unit <> 'root'`,
]
