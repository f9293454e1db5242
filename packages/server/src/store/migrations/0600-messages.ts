import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Messages with a number in their conversation, kinds, attachments, and how far they got. */
export const migration: Migration = {
  async up(db) {
    await sql`
      alter table conversation_message
        add column number integer,
        add column kind text not null default 'message' check (kind in ('message', 'note')),
        add column attachments jsonb not null default '[]',
        drop constraint conversation_message_sender_check,
        add constraint conversation_message_sender_check
          check (sender in ('customer', 'representative', 'bot', 'system'));

      update conversation_message as m
         set number = n.number
        from (
          select organization_id, id, row_number() over (partition by organization_id, work_item_id order by position) as number
            from conversation_message
        ) as n
       where m.organization_id = n.organization_id
         and m.id = n.id;

      alter table conversation_message
        alter column number set not null,
        alter column kind drop default,
        alter column attachments drop default,
        drop column position;
      create unique index conversation_message_by_number on conversation_message (organization_id, work_item_id, number);

      -- The router counts on from here; closed conversations get no more messages.
      update work_item as w
         set document = document || jsonb_build_object('messageCount', (
               select count(*)
                 from conversation_message as m
                where m.organization_id = w.organization_id
                  and m.work_item_id = w.id
             ))
       where state <> 'Closed';
    `.execute(db)
    await sql`
      create table conversation_attachment (
        organization_id text not null,
        id text not null,
        work_item_id text not null,
        -- Null until a message names it.
        message_id text,
        uploaded_by text not null check (uploaded_by in ('customer', 'representative')),
        name text not null,
        content_type text not null,
        content bytea not null,
        created_at bigint not null,
        primary key (organization_id, id),
        foreign key (organization_id, work_item_id) references work_item (organization_id, id)
      );
      -- Files are mostly packed already; trying again costs time and gains nothing.
      alter table conversation_attachment alter column content set storage external;
      create index conversation_attachment_unnamed on conversation_attachment (organization_id, created_at)
        where message_id is null;

      -- Numbers of the last message that reached the customer, and of the last that they have read.
      create table conversation_receipt (
        organization_id text not null,
        work_item_id text not null,
        delivered integer not null,
        read integer not null,
        primary key (organization_id, work_item_id)
      ) with (fillfactor = 80);
    `.execute(db)
  },
}
