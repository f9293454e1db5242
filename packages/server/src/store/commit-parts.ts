import type { RepresentativeState, RoutingEvent, RowKey } from '@unified-routing/routing'
import type { BatchWrites, KeptAnswer, NewMessage } from './commit-batch.ts'
import {
  addedRows,
  type CommitPart,
  column,
  type FilledPart,
  fill,
  type StoredTable,
  storedRows,
} from './commit-part.ts'
import { auditPart, changePart, versionChanges, versionPart } from './commit-parts-of-versions.ts'
import { type JournalRow, journalRows } from './journal-rows.ts'
import { type OwnedWorkItem, workItemDocument } from './owned-work-item.ts'
import type { RuleUse } from './rule-usage.ts'
import type { VersionedRow } from './versioned-row.ts'

/** What a batch writes, table by table; tables without rows are left out. */
export function partsOf(writes: BatchWrites, answersExpireAt: number): readonly FilledPart[] {
  const { memory, messages, configurations, routingEnabled, trails } = writes
  const name = configurations.at(-1)?.organizationName ?? null
  const named = messages.flatMap(({ id, attachments }) => attachments.map((file) => ({ id: file.id, message: id })))
  const created = createdItems(writes.events)
  const answers = writes.answers.map((answer) => ({ ...answer, expiresAt: answersExpireAt }))
  return [
    ...fill(eventPart, journalRows(writes.events, trails)),
    ...fill(
      newWorkItemPart,
      writes.workItems.filter(({ id }) => created.has(id)),
    ),
    ...fill(
      workItemPart,
      writes.workItems.filter(({ id }) => !created.has(id)),
    ),
    ...fill(representativePart, writes.representatives),
    ...fill(
      rememberedPart,
      memory.filter((it) => !isForgotten(it)),
    ),
    ...fill(forgottenPart, memory.filter(isForgotten)),
    ...fill(rowPart, writes.rows),
    ...fill(deletedRowPart, writes.deletedRows),
    ...fill(messagePart, messages),
    ...fill(attachmentPart, named),
    ...fill(answerPart, answers),
    ...fill(versionPart, configurations),
    ...fill(changePart, versionChanges(configurations)),
    ...fill(auditPart, writes.audit),
    ...fill(ruleUsePart, writes.ruleUses),
    ...fill(organizationPart, name === null && routingEnabled === null ? [] : [{ name, routingEnabled }]),
  ]
}

/** The work items that are new in this batch. */
function createdItems(events: readonly RoutingEvent[]): ReadonlySet<string | null> {
  return new Set(events.filter(({ type }) => type === 'workItem.created').map(({ workItem }) => workItem))
}

type Remembered = BatchWrites['memory'][number]

function isForgotten({ value }: Remembered): boolean {
  return value === null || value === undefined
}

const eventPart: CommitPart<JournalRow> = {
  name: 'event',
  columns: [
    column('sequence', 'bigint', (it) => it.sequence),
    column('at', 'bigint', (it) => it.at),
    column('steps', 'text', (it) => it.steps),
  ],
  clauses: (rows) => `
  event as (
    insert into routing_event (organization_id, sequence, at, steps)
    select lease.organization_id, r.sequence, r.at, r.steps
      from lease, ${rows}
  )`,
}

const workItemTable: StoredTable<OwnedWorkItem> = {
  name: 'work_item',
  table: 'work_item',
  key: [column('id', 'text', (it) => it.id)],
  fixed: [
    column('kind', 'text', (it) => it.kind),
    column('channel', 'text', (it) => it.channel),
    column('workstream', 'text', (it) => it.workstream),
    column('record_table', 'text', (it) => it.record?.table ?? null),
    column('record_id', 'text', (it) => it.record?.id ?? null),
    column('created_at', 'bigint', (it) => it.createdAt),
  ],
  columns: [
    column('state', 'text', (it) => it.state),
    column('queue', 'text', (it) => it.queue),
    column('representative', 'text', (it) => it.session?.representative ?? null),
    column('last_representative', 'text', (it) => it.lastRepresentative),
    column('customer', 'text', (it) => it.customer),
    column('changed_at', 'bigint', (it) => it.changedAt),
    column('queued_at', 'bigint', (it) => it.queuedAt),
    column('closed_at', 'bigint', (it) => it.closedAt),
    column('open_queued_at', 'bigint', (it) => (it.state === 'Open' ? it.queuedAt : null)),
    column('document', 'text', workItemDocument),
    column('business_unit', 'text', (it) => it.businessUnit),
    column('others', 'jsonb', othersOf),
  ],
}

const newWorkItemPart = addedRows(workItemTable)
const workItemPart = storedRows(workItemTable)

/** Who else is asked or takes part in open work; null: nobody. */
function othersOf({ state, stages }: OwnedWorkItem): string | null {
  const { participants, transfer } = stages
  if (state === 'Closed' || (participants === undefined && transfer === undefined)) return null
  return JSON.stringify({ participants, transfer })
}

const representativePart: CommitPart<RepresentativeState> = storedRows({
  name: 'representative',
  table: 'representative_state',
  key: [column('name', 'text', (it) => it.name)],
  columns: [
    column('signed_in', 'boolean', (it) => it.signedIn),
    column('presence', 'text', (it) => it.presence),
    column('document', 'text', representativeDocument),
  ],
})

/** What changes often comes first, as in the document of a work item. */
function representativeDocument(state: RepresentativeState): string {
  const { version, presenceChangedAt, lastReleaseAt, presence, basePresence, ...rest } = state
  return JSON.stringify({ version, presenceChangedAt, lastReleaseAt, presence, basePresence, ...rest })
}

const rememberedPart: CommitPart<Remembered> = storedRows({
  name: 'remembered',
  table: 'router_memory',
  key: [column('key', 'text', (it) => it.key)],
  columns: [column('value', 'text', (it) => JSON.stringify(it.value))],
})

const forgottenPart: CommitPart<Remembered> = {
  name: 'forgotten',
  columns: [column('key', 'text', (it) => it.key)],
  clauses: (rows) => `
  forgotten as (
    delete from router_memory as t
     using lease, ${rows}
     where t.organization_id = lease.organization_id
       and t.key = r.key
  )`,
}

const rowPart: CommitPart<VersionedRow> = storedRows({
  name: 'data_row',
  table: 'table_row',
  key: [column('table_name', 'text', (it) => it.table), column('id', 'text', (it) => it.id)],
  fixed: [column('created_at', 'bigint', (it) => it.createdAt)],
  columns: [
    column('values', 'jsonb', (it) => JSON.stringify(it.values)),
    column('active', 'boolean', (it) => it.active),
    column('version', 'integer', (it) => it.version),
    column('changed_at', 'bigint', (it) => it.changedAt),
    column('business_unit', 'text', (it) => it.businessUnit),
  ],
})

const deletedRowPart: CommitPart<RowKey> = {
  name: 'deleted_row',
  columns: [column('table_name', 'text', (it) => it.table), column('id', 'text', (it) => it.id)],
  clauses: (rows) => `
  deleted_row as (
    delete from table_row as t
     using lease, ${rows}
     where t.organization_id = lease.organization_id
       and t.table_name = r.table_name
       and t.id = r.id
  )`,
}

const messagePart: CommitPart<NewMessage> = {
  name: 'message',
  columns: [
    column('id', 'text', (it) => it.id),
    column('work_item_id', 'text', (it) => it.workItem),
    column('number', 'integer', (it) => it.number),
    column('sender', 'text', (it) => it.from),
    column('sender_name', 'text', (it) => it.author),
    column('kind', 'text', (it) => it.kind),
    column('text', 'text', (it) => it.text),
    column('attachments', 'jsonb', (it) => JSON.stringify(it.attachments)),
    column('channel_data', 'jsonb', (it) => (it.channelData === null ? null : JSON.stringify(it.channelData))),
  ],
  clauses: (rows) => `
  message as (
    insert into conversation_message (organization_id, id, work_item_id, number, sender, sender_name, kind, text,
                                      attachments, channel_data, sent_at)
    select lease.organization_id, r.id, r.work_item_id, r.number, r.sender, r.sender_name, r.kind, r.text,
           r.attachments, r.channel_data, $3::bigint
      from lease, ${rows}
  )`,
}

/** The files that messages name, with the message that does. */
const attachmentPart: CommitPart<{ readonly id: string; readonly message: string }> = {
  name: 'attachment',
  columns: [column('id', 'text', (it) => it.id), column('message_id', 'text', (it) => it.message)],
  clauses: (rows) => `
  attachment as (
    update conversation_attachment as t
       set message_id = r.message_id
      from lease, ${rows}
     where t.organization_id = lease.organization_id
       and t.id = r.id
  )`,
}

const answerPart: CommitPart<KeptAnswer & { readonly expiresAt: number }> = storedRows({
  name: 'answer',
  table: 'idempotency_key',
  key: [column('key', 'text', (it) => it.key)],
  columns: [
    column('request_hash', 'text', (it) => it.requestHash),
    column('answer', 'text', (it) => JSON.stringify(it.answer)),
    column('expires_at', 'bigint', (it) => it.expiresAt),
  ],
})

const ruleUsePart: CommitPart<RuleUse> = {
  name: 'rule_use',
  columns: [
    column('day', 'text', (it) => it.day),
    column('kind', 'text', (it) => it.kind),
    column('owner', 'text', (it) => it.owner),
    column('ruleset', 'text', (it) => it.ruleset),
    column('rule', 'text', (it) => it.rule),
    column('uses', 'bigint', (it) => it.uses),
  ],
  clauses: (rows) => `
  rule_use as (
    insert into rule_usage as t (organization_id, day, kind, owner, ruleset, rule, uses)
    select lease.organization_id, r.day::date, r.kind, r.owner, r.ruleset, r.rule, r.uses
      from lease, ${rows}
    on conflict (organization_id, day, kind, owner, ruleset, rule) do update
       set uses = t.uses + excluded.uses
  )`,
}

/** Null leaves as it is. */
const organizationPart: CommitPart<{ readonly name: string | null; readonly routingEnabled: boolean | null }> = {
  name: 'organization',
  columns: [column('name', 'text', (it) => it.name), column('routing_enabled', 'boolean', (it) => it.routingEnabled)],
  clauses: (rows) => `
  changed_organization as (
    update organization as t
       set name = coalesce(r.name, t.name),
           routing_enabled = coalesce(r.routing_enabled, t.routing_enabled)
      from lease, ${rows}
     where t.id = lease.organization_id
  )`,
}
