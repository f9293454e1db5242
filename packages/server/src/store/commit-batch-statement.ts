/** The one statement that commits a batch.
 *
 * Everything hangs on `lease`: when its epoch is no longer the present one, that part finds no row and all the others
 * write nothing. Updating the lease row also orders a takeover after every commit that was under way. */
export const COMMIT_BATCH = `
  with lease as (
    update router_lease
       set alive_at = $3::bigint,
           expires_at = $4::bigint
     where organization_id = $1::text
       and epoch = $2::bigint
    returning organization_id
  ),
  new_event as (
    insert into routing_event (organization_id, sequence, at, type, actor_kind, actor_name, work_item_id, queue,
                               representative, data)
    select lease.organization_id, e.sequence, e.at, e.type, e.actor_kind, e.actor_name, e.work_item_id, e.queue,
           e.representative, e.data::jsonb
      from lease,
           unnest($5::bigint[], $6::bigint[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[])
             as e (sequence, at, type, actor_kind, actor_name, work_item_id, queue, representative, data)
  ),
  changed_work_item as (
    insert into work_item (organization_id, id, kind, channel, workstream, state, queue, representative,
                           last_representative, record_table, record_id, customer, created_at, changed_at, queued_at,
                           closed_at, document, business_unit)
    select lease.organization_id, w.id, w.kind, w.channel, w.workstream, w.state, w.queue, w.representative,
           w.last_representative, w.record_table, w.record_id, w.customer, w.created_at, w.changed_at, w.queued_at,
           w.closed_at, w.document::jsonb, w.business_unit
      from lease,
           unnest($14::text[], $15::text[], $16::text[], $17::text[], $18::text[], $19::text[], $20::text[], $21::text[], $22::text[], $23::text[], $24::text[], $25::bigint[], $26::bigint[], $27::bigint[], $28::bigint[], $29::text[], $30::text[])
             as w (id, kind, channel, workstream, state, queue, representative, last_representative, record_table,
                   record_id, customer, created_at, changed_at, queued_at, closed_at, document, business_unit)
    on conflict (organization_id, id) do update
       set state = excluded.state,
           queue = excluded.queue,
           representative = excluded.representative,
           last_representative = excluded.last_representative,
           customer = excluded.customer,
           changed_at = excluded.changed_at,
           queued_at = excluded.queued_at,
           closed_at = excluded.closed_at,
           document = excluded.document,
           business_unit = excluded.business_unit
  ),
  changed_representative as (
    insert into representative_state (organization_id, name, signed_in, presence, document)
    select lease.organization_id, r.name, r.signed_in, r.presence, r.document::jsonb
      from lease,
           unnest($31::text[], $32::boolean[], $33::text[], $34::text[]) as r (name, signed_in, presence, document)
    on conflict (organization_id, name) do update
       set signed_in = excluded.signed_in,
           presence = excluded.presence,
           document = excluded.document
  ),
  remembered as (
    insert into router_memory (organization_id, key, value)
    select lease.organization_id, m.key, m.value::jsonb
      from lease,
           unnest($35::text[], $36::text[]) as m (key, value)
    on conflict (organization_id, key) do update
       set value = excluded.value
  ),
  forgotten as (
    delete from router_memory
     using lease
     where router_memory.organization_id = lease.organization_id
       and router_memory.key = any ($37::text[])
  ),
  changed_row as (
    insert into table_row (organization_id, table_name, id, values, active, version, created_at, changed_at,
                           business_unit)
    select lease.organization_id, r.table_name, r.id, r.values::jsonb, r.active, r.version, r.created_at, r.changed_at,
           r.business_unit
      from lease,
           unnest($38::text[], $39::text[], $40::text[], $41::boolean[], $42::integer[], $43::bigint[], $44::bigint[], $45::text[])
             as r (table_name, id, values, active, version, created_at, changed_at, business_unit)
    on conflict (organization_id, table_name, id) do update
       set values = excluded.values,
           active = excluded.active,
           version = excluded.version,
           changed_at = excluded.changed_at,
           business_unit = excluded.business_unit
  ),
  deleted_row as (
    delete from table_row
     using lease,
           unnest($46::text[], $47::text[]) as d (table_name, id)
     where table_row.organization_id = lease.organization_id
       and table_row.table_name = d.table_name
       and table_row.id = d.id
  ),
  new_message as (
    insert into conversation_message (organization_id, id, work_item_id, number, sender, sender_name, kind, text,
                                      attachments, channel_data, sent_at)
    select lease.organization_id, m.id, m.work_item_id, m.number, m.sender, m.sender_name, m.kind, m.text,
           m.attachments::jsonb, m.channel_data::jsonb, $3::bigint
      from lease,
           unnest($48::text[], $49::text[], $50::text[], $51::text[], $52::text[], $86::integer[], $87::text[], $88::text[], $97::text[])
             as m (id, work_item_id, sender, sender_name, text, number, kind, attachments, channel_data)
  ),
  named_attachment as (
    update conversation_attachment
       set message_id = a.message_id
      from lease,
           unnest($89::text[], $90::text[]) as a (id, message_id)
     where conversation_attachment.organization_id = lease.organization_id
       and conversation_attachment.id = a.id
  ),
  kept_answer as (
    insert into idempotency_key (organization_id, key, request_hash, answer, expires_at)
    select lease.organization_id, a.key, a.request_hash, a.answer::json, $56::bigint
      from lease,
           unnest($53::text[], $54::text[], $55::text[]) as a (key, request_hash, answer)
    on conflict (organization_id, key) do update
       set request_hash = excluded.request_hash,
           answer = excluded.answer,
           expires_at = excluded.expires_at
  ),
  new_configuration as (
    insert into configuration_version (organization_id, version, document, created_at, created_by, kind, note,
                                       restored_version, added_count, changed_count, removed_count, sequence)
    select lease.organization_id, c.version, c.document::json, $3::bigint, c.created_by, c.kind, c.note,
           c.restored_version, c.added_count, c.changed_count, c.removed_count, c.sequence
      from lease,
           unnest($57::integer[], $58::text[], $59::text[], $60::text[], $61::text[], $62::integer[], $63::integer[], $64::integer[], $65::integer[], $66::bigint[])
             as c (version, document, created_by, kind, note, restored_version, added_count, changed_count, removed_count, sequence)
  ),
  new_configuration_change as (
    insert into configuration_change (organization_id, version, position, list, name, former_name, before, after)
    select lease.organization_id, c.version, c.position, c.list, c.name, c.former_name, c.before::json, c.after::json
      from lease,
           unnest($67::integer[], $68::integer[], $69::text[], $70::text[], $71::text[], $72::text[], $73::text[])
             as c (version, position, list, name, former_name, before, after)
  ),
  new_audit_entry as (
    insert into audit_entry (organization_id, at, action, actor_kind, actor_name, ip, subject_list, subject_name,
                             summary, configuration_version, before, after)
    select lease.organization_id, $3::bigint, a.action, a.actor_kind, a.actor_name, a.ip, a.subject_list,
           a.subject_name, a.summary, a.configuration_version, a.before::jsonb, a.after::jsonb
      from lease,
           unnest($74::text[], $75::text[], $76::text[], $77::text[], $78::text[], $79::text[], $80::text[], $81::integer[], $82::text[], $83::text[])
             as a (action, actor_kind, actor_name, ip, subject_list, subject_name, summary, configuration_version,
                   before, after)
  ),
  counted_rule as (
    insert into rule_usage as u (organization_id, day, kind, owner, ruleset, rule, uses)
    select lease.organization_id, r.day::date, r.kind, r.owner, r.ruleset, r.rule, r.uses
      from lease,
           unnest($91::text[], $92::text[], $93::text[], $94::text[], $95::text[], $96::bigint[])
             as r (day, kind, owner, ruleset, rule, uses)
    on conflict (organization_id, day, kind, owner, ruleset, rule) do update
       set uses = u.uses + excluded.uses
  ),
  changed_organization as (
    update organization
       set name = coalesce($84::text, name),
           routing_enabled = coalesce($85::boolean, routing_enabled)
      from lease
     where organization.id = lease.organization_id
       and ($84::text is not null or $85::boolean is not null)
  )
  select exists (select from lease) as committed`
