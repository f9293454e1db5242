import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Who changed what, beside the journal: the journal tells of work, this of those who set the product up.
 *
 * Entries are only ever added. `before` and `after` are what a reader is shown, so no secret may be in them; changes of
 * the configuration name their version instead, whose rows are kept with it. */
export const migration: Migration = {
  async up(db) {
    await auditLog.execute(db)
  },
}

const auditLog = sql`
  create table audit_entry (
    organization_id text not null references organization (id),
    id bigint generated always as identity,
    at bigint not null,
    action text not null,
    actor_kind text not null check (actor_kind in ('account', 'apiKey', 'system', 'nobody')),
    actor_name text not null,
    ip text,
    subject_list text not null,
    subject_name text,
    summary text not null,
    configuration_version integer,
    before jsonb,
    after jsonb,
    primary key (organization_id, id)
  );
  create index audit_entry_by_time on audit_entry (organization_id, at, id);
  create index audit_entry_by_actor on audit_entry (organization_id, actor_name, at, id);
  create index audit_entry_by_subject on audit_entry (organization_id, subject_list, subject_name, at, id);
`
