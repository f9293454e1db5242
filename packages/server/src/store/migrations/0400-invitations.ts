import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Invitations to set a password. The secret of a link is kept as a hash only. */
export const migration: Migration = {
  async up(db) {
    await sql`
      create table invitation (
        organization_id text not null references organization (id),
        id text not null,
        token_hash text not null unique,
        email text not null,
        name text not null,
        representative text,
        roles jsonb not null,
        created_at bigint not null,
        created_by text not null,
        expires_at bigint not null,
        accepted_at bigint,
        revoked_at bigint,
        primary key (organization_id, id)
      );
      create unique index invitation_open on invitation (organization_id, email)
        where accepted_at is null and revoked_at is null;
      create index invitation_by_creation on invitation (organization_id, created_at);
    `.execute(db)
  },
}
