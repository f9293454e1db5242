import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Failed tries to sign in, by account and by network address, and passwords that somebody else has chosen. */
export const migration: Migration = {
  async up(db) {
    await sql`
      create table sign_in_failure (
        organization_id text not null references organization (id),
        kind text not null check (kind in ('account', 'address')),
        name text not null,
        failures integer not null,
        failed_at bigint not null,
        locked_until bigint not null,
        primary key (organization_id, kind, name)
      );

      alter table auth_user
        add column must_change_password boolean not null default false;
    `.execute(db)
  },
}
