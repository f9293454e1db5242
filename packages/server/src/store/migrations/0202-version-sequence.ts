import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Where in the journal a version came into force, so that each decision can name the version that made it. Versions of
 * before this migration do not say. */
export const migration: Migration = {
  async up(db) {
    await sql`
      alter table configuration_version
        add column sequence bigint;
      create index configuration_version_by_sequence on configuration_version (organization_id, sequence);
    `.execute(db)
  },
}
