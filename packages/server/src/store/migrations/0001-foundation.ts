import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What the router remembers: present state, journal, data rows, and who may write.
 *
 * Every key is led by the organization, so that organizations can be spread over databases. Instants are bigint,
 * milliseconds UTC: exact, and the same number everywhere. `routing_event` can be partitioned by `at` later, because
 * its key holds it and nothing refers to it. */
export const migration: Migration = {
  async up(db) {
    await organizations.execute(db)
    await rows.execute(db)
    await workItems.execute(db)
    await routerState.execute(db)
    await journal.execute(db)
    await messages.execute(db)
    await requests.execute(db)
  },
}

const organizations = sql`
  create table organization (
    id text primary key,
    name text not null,
    routing_enabled boolean not null,
    created_at bigint not null
  );

  create table configuration_version (
    organization_id text not null references organization (id),
    version integer not null check (version > 0),
    document jsonb not null,
    created_at bigint not null,
    created_by text,
    primary key (organization_id, version)
  );

  create table router_lease (
    organization_id text primary key references organization (id),
    epoch bigint not null,
    holder text,
    alive_at bigint not null,
    expires_at bigint not null
  );
`

const rows = sql`
  create table table_row (
    organization_id text not null,
    table_name text not null,
    id text not null,
    values jsonb not null,
    active boolean not null,
    version integer not null,
    created_at bigint not null,
    changed_at bigint not null,
    primary key (organization_id, table_name, id)
  );
  create index table_row_by_creation on table_row (organization_id, table_name, created_at, id);
  create index table_row_by_change on table_row (organization_id, table_name, changed_at, id);
  create index table_row_by_activity on table_row (organization_id, table_name, active, changed_at, id);
  create index table_row_by_value on table_row using gin (values jsonb_path_ops);
`

const workItems = sql`
  create table work_item (
    organization_id text not null,
    id text not null,
    kind text not null check (kind in ('record', 'conversation')),
    channel text not null,
    workstream text not null,
    state text not null check (state in ('Open', 'Active', 'Waiting', 'Wrap-up', 'Closed')),
    queue text,
    representative text,
    last_representative text,
    record_table text,
    record_id text,
    customer text,
    created_at bigint not null,
    changed_at bigint not null,
    queued_at bigint,
    closed_at bigint,
    document jsonb not null,
    primary key (organization_id, id)
  ) with (fillfactor = 80);
  create index work_item_of_record on work_item (organization_id, record_table, record_id) where state <> 'Closed';
  create index work_item_unclosed on work_item (organization_id, created_at, id) where state <> 'Closed';
  create index work_item_unclosed_of_queue on work_item (organization_id, queue, created_at, id)
    where state <> 'Closed';
  create index work_item_held on work_item (organization_id, representative, created_at, id) where state <> 'Closed';
  create index work_item_unclosed_last_held on work_item (organization_id, last_representative, created_at, id)
    where state <> 'Closed';
  create index work_item_closed on work_item (organization_id, created_at, id) where state = 'Closed';
  create index work_item_closed_of_queue on work_item (organization_id, queue, created_at, id) where state = 'Closed';
  create index work_item_closed_by on work_item (organization_id, last_representative, created_at, id)
    where state = 'Closed';
  create index work_item_closed_latest on work_item (organization_id, changed_at, id) where state = 'Closed';
  create index work_item_closed_latest_of_queue on work_item (organization_id, queue, changed_at, id)
    where state = 'Closed';
  create index work_item_closed_latest_by on work_item (organization_id, last_representative, changed_at, id)
    where state = 'Closed';
`

const routerState = sql`
  create table representative_state (
    organization_id text not null,
    name text not null,
    signed_in boolean not null,
    presence text not null,
    document jsonb not null,
    primary key (organization_id, name)
  ) with (fillfactor = 50);

  create table router_memory (
    organization_id text not null,
    key text not null,
    value jsonb not null,
    primary key (organization_id, key)
  ) with (fillfactor = 50);
`

const journal = sql`
  create table routing_event (
    organization_id text not null,
    sequence bigint not null,
    at bigint not null,
    type text not null,
    actor_kind text not null,
    actor_name text,
    work_item_id text,
    queue text,
    representative text,
    data jsonb not null,
    primary key (organization_id, sequence, at)
  );
  create index routing_event_of_work_item on routing_event (organization_id, work_item_id, sequence)
    where work_item_id is not null;
`

const messages = sql`
  create table conversation_message (
    organization_id text not null,
    id text not null,
    position bigint generated always as identity,
    work_item_id text not null,
    sender text not null check (sender in ('customer', 'representative')),
    sender_name text,
    text text not null,
    sent_at bigint not null,
    primary key (organization_id, id),
    foreign key (organization_id, work_item_id) references work_item (organization_id, id)
  );
  create index conversation_message_of_work_item on conversation_message (organization_id, work_item_id, position);
`

const requests = sql`
  create table idempotency_key (
    organization_id text not null,
    key text not null,
    request_hash text not null,
    -- json, not jsonb: who repeats a request is given the same text.
    answer json not null,
    expires_at bigint not null,
    primary key (organization_id, key)
  );
  create index idempotency_key_by_expiry on idempotency_key (organization_id, expires_at);
`
