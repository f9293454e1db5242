import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Sums are kept by business unit, so that nobody counts what they do not reach. What was counted before is of the root,
 * where undivided organizations have all of their work. Renamings are found without a look at every change. */
export const migration: Migration = {
  async up(db) {
    await sql`
      alter table figure
        add column business_unit text not null default 'root',
        drop constraint figure_pkey,
        add primary key (organization_id, minutes, from_at, queue, representative, channel, business_unit);
      alter table figure alter column business_unit drop default;

      create index configuration_change_renaming on configuration_change (organization_id, list, version)
        where former_name is not null;
    `.execute(db)
  },
}
