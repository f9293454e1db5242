import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Versions of the configuration as what changed between them, row by row, with the whole document every so often.
 *
 * A document of a thousand people is half a megabyte, an edit of it a few hundred bytes: storing every version whole
 * would make a busy afternoon of an administrator the largest part of the database. A version is read from the last
 * whole document before it and the changes since (decision 0012). Versions of before keep their whole documents and
 * have no counts. */
export const migration: Migration = {
  async up(db) {
    await versions.execute(db)
    await changes.execute(db)
  },
}

/** `json` keeps the order of keys that an author chose; nothing is looked up inside. */
const versions = sql`
  alter table configuration_version
    alter column document drop not null,
    alter column document type json using document::json,
    add column kind text not null default 'replace' check (kind in ('change', 'replace', 'restore')),
    add column note text,
    add column restored_version integer,
    add column added_count integer,
    add column changed_count integer,
    add column removed_count integer;
`

const changes = sql`
  create table configuration_change (
    organization_id text not null,
    version integer not null,
    position integer not null,
    list text not null,
    -- null: the rows of the list stand in another order.
    name text,
    former_name text,
    before json,
    after json,
    primary key (organization_id, version, position),
    foreign key (organization_id, version) references configuration_version (organization_id, version)
  );
  create index configuration_change_of_row on configuration_change (organization_id, list, name, version);
`
