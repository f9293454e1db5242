import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Settings beside the configuration document. Secrets are kept sealed, each under its name. */
export const migration: Migration = {
  async up(db) {
    await sql`
      create table setting (
        organization_id text not null references organization (id),
        kind text not null,
        name text not null,
        value jsonb not null,
        secrets jsonb not null,
        version integer not null,
        changed_at bigint not null,
        changed_by text not null,
        primary key (organization_id, kind, name)
      );
    `.execute(db)
  },
}
