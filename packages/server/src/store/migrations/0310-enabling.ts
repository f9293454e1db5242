import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Consent, licences, channels, and provisioning with its steps. */
export const migration: Migration = {
  async up(db) {
    await consent.execute(db)
    await licences.execute(db)
    await provisioning.execute(db)
    await administrators.execute(db)
  },
}

const consent = sql`
  create table tenant_consent (
    organization_id text not null references organization (id),
    id text not null,
    scopes jsonb not null,
    granted_by text not null,
    granted_at bigint not null,
    revoked_by text,
    revoked_at bigint,
    primary key (organization_id, id)
  );
  create unique index tenant_consent_in_force on tenant_consent (organization_id) where revoked_at is null;
`

const licences = sql`
  create table licence (
    organization_id text not null references organization (id),
    name text not null,
    granted boolean not null,
    changed_at bigint,
    changed_by text,
    primary key (organization_id, name)
  );
  insert into licence (organization_id, name, granted)
  select organization.id, named.name, true
    from organization,
         unnest(array['customerServiceEnterprise', 'digitalMessaging', 'voice']) as named (name);

  create table channel_setting (
    organization_id text not null references organization (id),
    channel text not null,
    enabled boolean not null,
    changed_at bigint not null,
    changed_by text not null,
    primary key (organization_id, channel)
  );
`

/** The administrators of before may go on configuring: enabling asks for a role that allows it by name. */
const administrators = sql`
  update auth_user
     set roles = roles || '["CSR Manager"]'::jsonb
   where representative is null
     and roles ? 'System Administrator'
     and not roles ? 'CSR Manager';
`

const provisioning = sql`
  create table provisioning_run (
    organization_id text not null references organization (id),
    id text not null,
    kind text not null check (kind in ('provisioning', 'deprovisioning')),
    status text not null,
    open_work text check (open_work in ('drain', 'return')),
    started_by text not null,
    started_at bigint not null,
    finished_at bigint,
    primary key (organization_id, id)
  );
  create unique index provisioning_run_under_way on provisioning_run (organization_id) where finished_at is null;
  create index provisioning_run_latest on provisioning_run (organization_id, started_at, id);

  create table provisioning_step (
    organization_id text not null,
    run_id text not null,
    position integer not null,
    name text not null,
    state text not null check (state in ('pending', 'running', 'done', 'failed')),
    attempts integer not null,
    started_at bigint,
    finished_at bigint,
    detail text,
    error text,
    primary key (organization_id, run_id, name),
    foreign key (organization_id, run_id) references provisioning_run (organization_id, id)
  );

  create table job_runner (
    organization_id text primary key references organization (id),
    holder text not null,
    alive_at bigint not null
  );
`
