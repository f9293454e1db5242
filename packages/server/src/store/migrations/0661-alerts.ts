import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Alerts that were raised, and what is to be told to webhooks about them. */
export const migration: Migration = {
  async up(db) {
    await sql`
      create table raised_alert (
        organization_id text not null references organization (id),
        id text not null,
        alert text not null,
        queue text,
        title text not null,
        severity text not null,
        figure text not null,
        value double precision not null,
        threshold double precision not null,
        raised_at bigint not null,
        resolved_at bigint,
        acknowledged_at bigint,
        acknowledged_by text,
        primary key (organization_id, id)
      );
      create unique index raised_alert_open on raised_alert (organization_id, alert, coalesce(queue, ''))
        where resolved_at is null;
      create index raised_alert_latest on raised_alert (organization_id, raised_at desc, id);

      create table webhook_delivery (
        organization_id text not null references organization (id),
        id text not null,
        alert text not null,
        url text not null,
        body text not null,
        attempts integer not null,
        due_at bigint not null,
        delivered_at bigint,
        failed_at bigint,
        last_error text,
        primary key (organization_id, id)
      );
      create index webhook_delivery_due on webhook_delivery (organization_id, due_at)
        where delivered_at is null and failed_at is null;
    `.execute(db)
  },
}
