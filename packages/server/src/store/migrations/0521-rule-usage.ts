import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** How often each rule applied, by day. The rows of today change with nearly every commit, so pages keep room for it. */
export const migration: Migration = {
  async up(db) {
    await sql`
      create table rule_usage (
        organization_id text not null references organization (id),
        day date not null,
        kind text not null,
        owner text not null,
        ruleset text not null,
        rule text not null,
        uses bigint not null,
        primary key (organization_id, day, kind, owner, ruleset, rule)
      ) with (fillfactor = 50);
    `.execute(db)
  },
}
