import type { RepresentativeState, RoutingEvent, RowKey } from '@unified-routing/routing'
import type { AuditRow } from './audit-log.ts'
import { COMMIT_BATCH } from './commit-batch-statement.ts'
import type { NewConfiguration } from './configuration-versions.ts'
import type { Lease } from './lease.ts'
import type { OwnedWorkItem } from './owned-work-item.ts'
import type { StoredMessage } from './reads.ts'
import type { RuleUse } from './rule-usage.ts'
import type { Store } from './store.ts'
import type { VersionedRow } from './versioned-row.ts'

/** Its instant is that of the commit. */
export type NewMessage = Omit<StoredMessage, 'at'>

export interface KeptAnswer {
  readonly key: string
  readonly requestHash: string
  /** Plain JSON. */
  readonly answer: object
}

/** All that one batch leaves behind: every key at most once in each list. */
export interface BatchWrites {
  readonly events: readonly RoutingEvent[]
  readonly workItems: readonly OwnedWorkItem[]
  readonly representatives: readonly RepresentativeState[]
  readonly memory: readonly { readonly key: string; readonly value: unknown }[]
  readonly rows: readonly VersionedRow[]
  readonly deletedRows: readonly RowKey[]
  readonly messages: readonly NewMessage[]
  readonly answers: readonly KeptAnswer[]
  readonly configurations: readonly NewConfiguration[]
  readonly audit: readonly AuditRow[]
  /** One for each rule and day. */
  readonly ruleUses: readonly RuleUse[]
  /** Null: as it was. */
  readonly routingEnabled: boolean | null
}

export interface BatchCommit {
  readonly lease: Lease
  readonly now: number
  readonly leaseExpiresAt: number
  readonly answersExpireAt: number
  readonly writes: BatchWrites
}

/** Commits a batch in one statement, which is one transaction and one round trip.
 *
 * Shape:  false when the lease is no longer ours; then nothing was written.
 * Errors: anything else leaves the outcome unknown unless PostgreSQL itself reported it. */
export async function commitBatch({ pool }: Store, commit: BatchCommit): Promise<boolean> {
  const { rows } = await pool.query<{ committed: boolean }>({
    name: 'commit-batch',
    text: COMMIT_BATCH,
    values: parameters(commit),
  })
  return rows[0]?.committed === true
}

function parameters({ lease, now, leaseExpiresAt, answersExpireAt, writes }: BatchCommit): unknown[] {
  const forgotten = writes.memory.filter(({ value }) => value === null || value === undefined)
  const remembered = writes.memory.filter(({ value }) => value !== null && value !== undefined)
  return [
    lease.organizationId,
    lease.epoch,
    now,
    leaseExpiresAt,
    ...events(writes.events),
    ...workItems(writes.workItems),
    ...columns(writes.representatives, [(it) => it.name, (it) => it.signedIn, (it) => it.presence, JSON.stringify]),
    ...columns(remembered, [(it) => it.key, (it) => JSON.stringify(it.value)]),
    forgotten.map(({ key }) => key),
    ...rows(writes.rows),
    ...columns(writes.deletedRows, [(it) => it.table, (it) => it.id]),
    ...columns(writes.messages, [
      (it) => it.id,
      (it) => it.workItem,
      (it) => it.from,
      (it) => it.author,
      (it) => it.text,
    ]),
    ...columns(writes.answers, [(it) => it.key, (it) => it.requestHash, (it) => JSON.stringify(it.answer)]),
    answersExpireAt,
    ...configurations(writes.configurations),
    ...configurationChanges(writes.configurations),
    ...audit(writes.audit),
    writes.configurations.at(-1)?.organizationName ?? null,
    writes.routingEnabled,
    ...columns(writes.messages, [(it) => it.number, (it) => it.kind, (it) => JSON.stringify(it.attachments)]),
    ...attachments(writes.messages),
    ...columns(writes.ruleUses, [
      (it) => it.day,
      (it) => it.kind,
      (it) => it.owner,
      (it) => it.ruleset,
      (it) => it.rule,
      (it) => it.uses,
    ]),
    ...columns(writes.messages, [(it) => jsonOrNull(it.channelData)]),
  ]
}

/** Turns objects into one array a column, as `unnest` takes them. */
function columns<T>(objects: readonly T[], read: readonly ((object: T) => unknown)[]): unknown[][] {
  return read.map((column) => objects.map((object) => column(object)))
}

function events(events: readonly RoutingEvent[]): unknown[][] {
  return columns(events, [
    (it) => it.sequence,
    (it) => it.at,
    (it) => it.type,
    (it) => it.actor.kind,
    (it) => it.actor.name,
    (it) => it.workItem,
    (it) => it.queue,
    (it) => it.representative,
    ({ sequence, at, actor, workItem, queue, representative, ...body }) => JSON.stringify(body),
  ])
}

function workItems(items: readonly OwnedWorkItem[]): unknown[][] {
  return columns(items, [
    (it) => it.id,
    (it) => it.kind,
    (it) => it.channel,
    (it) => it.workstream,
    (it) => it.state,
    (it) => it.queue,
    (it) => it.session?.representative ?? null,
    (it) => it.lastRepresentative,
    (it) => it.record?.table ?? null,
    (it) => it.record?.id ?? null,
    (it) => it.customer,
    (it) => it.createdAt,
    (it) => it.changedAt,
    (it) => it.queuedAt,
    (it) => it.closedAt,
    ({ businessUnit, ...item }) => JSON.stringify(item),
    (it) => it.businessUnit,
  ])
}

function rows(rows: readonly VersionedRow[]): unknown[][] {
  return columns(rows, [
    (it) => it.table,
    (it) => it.id,
    (it) => JSON.stringify(it.values),
    (it) => it.active,
    (it) => it.version,
    (it) => it.createdAt,
    (it) => it.changedAt,
    (it) => it.businessUnit,
  ])
}

function configurations(versions: readonly NewConfiguration[]): unknown[][] {
  return columns(versions, [
    (it) => it.version,
    (it) => jsonOrNull(it.document),
    (it) => it.by,
    (it) => it.kind,
    (it) => it.note,
    (it) => it.restoredVersion,
    ({ changes }) => changes.filter(({ name, before }) => name !== null && before === null).length,
    ({ changes }) => changes.filter(({ before, after }) => before !== null && after !== null).length,
    ({ changes }) => changes.filter(({ name, after }) => name !== null && after === null).length,
    (it) => it.sequence,
  ])
}

function configurationChanges(versions: readonly NewConfiguration[]): unknown[][] {
  const changes = versions.flatMap(({ version, changes: made }) =>
    made.map((change, position) => ({ ...change, version, position })),
  )
  return columns(changes, [
    (it) => it.version,
    (it) => it.position,
    (it) => it.list,
    (it) => it.name,
    (it) => it.formerName,
    (it) => jsonOrNull(it.before),
    (it) => jsonOrNull(it.after),
  ])
}

function audit(entries: readonly AuditRow[]): unknown[][] {
  return columns(entries, [
    (it) => it.action,
    (it) => it.by.kind,
    (it) => it.by.name,
    (it) => it.ip,
    (it) => it.list,
    (it) => it.name,
    (it) => it.summary,
    (it) => it.configurationVersion ?? null,
    (it) => jsonOrNull(it.before),
    (it) => jsonOrNull(it.after),
  ])
}

/** The files that messages name, with the message that does. */
function attachments(messages: readonly NewMessage[]): unknown[][] {
  const named = messages.flatMap(({ id, attachments: files }) => files.map((file) => ({ id: file.id, message: id })))
  return columns(named, [(it) => it.id, (it) => it.message])
}

function jsonOrNull(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value)
}
