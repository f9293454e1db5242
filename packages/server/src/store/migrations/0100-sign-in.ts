import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Accounts, sessions and API keys in the shape that better-auth wants, secrets of this installation, open streams.
 *
 * better-auth chooses the ids, so they lead the keys; the organization stands beside them. */
export const migration: Migration = {
  async up(db) {
    await accounts.execute(db)
    await keys.execute(db)
    await settings.execute(db)
    await livePresence.execute(db)
  },
}

const accounts = sql`
  create table auth_user (
    id text primary key,
    organization_id text not null references organization (id),
    name text not null,
    email text not null unique,
    email_verified boolean not null,
    image text,
    representative text,
    roles jsonb not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  );
  create unique index auth_user_of_representative on auth_user (organization_id, representative);

  create table auth_session (
    id text primary key,
    user_id text not null references auth_user (id) on delete cascade,
    token text not null unique,
    ip_address text,
    user_agent text,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  );
  create index auth_session_of_user on auth_session (user_id);

  create table auth_credential (
    id text primary key,
    user_id text not null references auth_user (id) on delete cascade,
    account_id text not null,
    provider_id text not null,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz,
    refresh_token_expires_at timestamptz,
    scope text,
    password text,
    created_at timestamptz not null,
    updated_at timestamptz not null
  );
  create index auth_credential_of_user on auth_credential (user_id);

  create table auth_verification (
    id text primary key,
    identifier text not null,
    value text not null,
    expires_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null
  );
  create index auth_verification_by_identifier on auth_verification (identifier);
`

const keys = sql`
  create table auth_api_key (
    id text primary key,
    config_id text not null,
    reference_id text not null,
    name text,
    start text,
    prefix text,
    key text not null unique,
    refill_interval bigint,
    refill_amount bigint,
    last_refill_at timestamptz,
    enabled boolean,
    rate_limit_enabled boolean,
    rate_limit_time_window bigint,
    rate_limit_max bigint,
    request_count bigint,
    remaining bigint,
    last_request timestamptz,
    expires_at timestamptz,
    permissions text,
    metadata text,
    created_at timestamptz not null,
    updated_at timestamptz not null
  );
  create index auth_api_key_of_reference on auth_api_key (reference_id);
`

const settings = sql`
  create table installation_setting (
    organization_id text not null references organization (id),
    name text not null,
    value text not null,
    primary key (organization_id, name)
  );
`

const livePresence = sql`
  create table live_presence (
    organization_id text not null references organization (id),
    representative text not null,
    primary key (organization_id, representative)
  );
`
