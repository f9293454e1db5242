import type { RowChange } from '@unified-routing/routing'
import type { AuditRow } from './audit-log.ts'
import { type CommitPart, column } from './commit-part.ts'
import type { NewConfiguration } from './configuration-versions.ts'

export const versionPart: CommitPart<NewConfiguration> = {
  name: 'version',
  columns: [
    column('version', 'integer', (it) => it.version),
    column('document', 'json', (it) => jsonOrNull(it.document)),
    column('created_by', 'text', (it) => it.by),
    column('kind', 'text', (it) => it.kind),
    column('note', 'text', (it) => it.note),
    column('restored_version', 'integer', (it) => it.restoredVersion),
    column(
      'added_count',
      'integer',
      countOf(({ name, before }) => name !== null && before === null),
    ),
    column(
      'changed_count',
      'integer',
      countOf(({ before, after }) => before !== null && after !== null),
    ),
    column(
      'removed_count',
      'integer',
      countOf(({ name, after }) => name !== null && after === null),
    ),
    column('sequence', 'bigint', (it) => it.sequence),
  ],
  clauses: (rows) => `
  version as (
    insert into configuration_version (organization_id, version, document, created_at, created_by, kind, note,
                                       restored_version, added_count, changed_count, removed_count, sequence)
    select lease.organization_id, r.version, r.document, $3::bigint, r.created_by, r.kind, r.note,
           r.restored_version, r.added_count, r.changed_count, r.removed_count, r.sequence
      from lease, ${rows}
  )`,
}

function countOf(counts: (change: RowChange) => boolean): (version: NewConfiguration) => number {
  return ({ changes }) => changes.filter(counts).length
}

type VersionChange = RowChange & { readonly version: number; readonly position: number }

export function versionChanges(versions: readonly NewConfiguration[]): readonly VersionChange[] {
  return versions.flatMap(({ version, changes }) =>
    changes.map((change, position) => ({ ...change, version, position })),
  )
}

export const changePart: CommitPart<VersionChange> = {
  name: 'change',
  columns: [
    column('version', 'integer', (it) => it.version),
    column('position', 'integer', (it) => it.position),
    column('list', 'text', (it) => it.list),
    column('name', 'text', (it) => it.name),
    column('former_name', 'text', (it) => it.formerName),
    column('before', 'json', (it) => jsonOrNull(it.before)),
    column('after', 'json', (it) => jsonOrNull(it.after)),
  ],
  clauses: (rows) => `
  change as (
    insert into configuration_change (organization_id, version, position, list, name, former_name, before, after)
    select lease.organization_id, r.version, r.position, r.list, r.name, r.former_name, r.before, r.after
      from lease, ${rows}
  )`,
}

export const auditPart: CommitPart<AuditRow> = {
  name: 'audit',
  columns: [
    column('action', 'text', (it) => it.action),
    column('actor_kind', 'text', (it) => it.by.kind),
    column('actor_name', 'text', (it) => it.by.name),
    column('ip', 'text', (it) => it.ip),
    column('request_id', 'text', (it) => it.requestId ?? null),
    column('subject_list', 'text', (it) => it.list),
    column('subject_name', 'text', (it) => it.name),
    column('summary', 'text', (it) => it.summary),
    column('configuration_version', 'integer', (it) => it.configurationVersion ?? null),
    column('before', 'jsonb', (it) => jsonOrNull(it.before)),
    column('after', 'jsonb', (it) => jsonOrNull(it.after)),
  ],
  clauses: (rows) => `
  audit as (
    insert into audit_entry (organization_id, at, action, actor_kind, actor_name, ip, request_id, subject_list,
                             subject_name, summary, configuration_version, before, after)
    select lease.organization_id, $3::bigint, r.action, r.actor_kind, r.actor_name, r.ip, r.request_id, r.subject_list,
           r.subject_name, r.summary, r.configuration_version, r.before, r.after
      from lease, ${rows}
  )`,
}

function jsonOrNull(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value)
}
