import { sql } from 'kysely'
import type { Store } from './store.ts'

/** Whoever acted: an account, a program with its key, the product itself, or somebody who did not sign in. */
export type AuditActorKind = 'account' | 'apiKey' | 'system' | 'nobody'

/** One line of the audit log, before it has its number. */
export interface AuditRow {
  readonly action: string
  readonly by: { readonly kind: AuditActorKind; readonly name: string }
  /** Null: from the server itself. */
  readonly ip: string | null
  /** Absent or null: the server did it by itself, or it was before requests were kept. */
  readonly requestId?: string | null
  /** What it is about: "queues", "accounts", "apiKeys", "consent"; `name` null: all of it. */
  readonly list: string
  readonly name: string | null
  /** A sentence: "Lena Meyer signed in", "Consent was revoked". */
  readonly summary: string
  /** Plain JSON, shown to readers of the log: no secrets. Undefined: there is nothing to compare. */
  readonly before?: unknown
  readonly after?: unknown
  readonly configurationVersion?: number
}

export interface StoredAuditEntry extends AuditRow {
  readonly id: number
  readonly at: number
}

export interface AuditQuery {
  readonly from: number | null
  readonly to: number | null
  readonly by: string | null
  readonly action: string | null
  readonly list: string | null
  readonly name: string | null
  /** The page before ended here. */
  readonly before: { readonly at: number; readonly id: number } | null
  readonly limit: number
}

export async function addAuditEntry(
  { db }: Pick<Store, 'db'>,
  { organizationId, at, entry }: { organizationId: string; at: number; entry: AuditRow },
): Promise<void> {
  const { action, by, ip, requestId = null, list, name, summary, before, after, configurationVersion = null } = entry
  await sql`
    insert into audit_entry (organization_id, at, action, actor_kind, actor_name, ip, request_id, subject_list,
                             subject_name, summary, configuration_version, before, after)
    values (${organizationId}, ${at}, ${action}, ${by.kind}, ${by.name}, ${ip}, ${requestId}, ${list}, ${name},
            ${summary}, ${configurationVersion}, ${jsonOrNull(before)}::jsonb, ${jsonOrNull(after)}::jsonb)`.execute(db)
}

/** Newest first. */
export async function listAuditEntries(
  { db }: Store,
  organizationId: string,
  { from, to, by, action, list, name, before, limit }: AuditQuery,
): Promise<readonly StoredAuditEntry[]> {
  const conditions = [
    sql`organization_id = ${organizationId}`,
    ...(from === null ? [] : [sql`at >= ${from}`]),
    ...(to === null ? [] : [sql`at <= ${to}`]),
    ...(by === null ? [] : [sql`actor_name = ${by}`]),
    ...(action === null ? [] : [sql`action = ${action}`]),
    ...aboutSubject(organizationId, list, name),
    ...(before === null ? [] : [sql`(at, id) < (${before.at}, ${before.id})`]),
  ]
  const { rows } = await sql<EntryRow>`
    select id, at, action, actor_kind, actor_name, ip, request_id, subject_list, subject_name, summary,
           configuration_version, before, after
      from audit_entry
     where ${sql.join(conditions, sql` and `)}
     order by at desc, id desc
     limit ${limit}`.execute(db)
  return rows.map(entryOf)
}

/** About a thing by the entry's own word, or because a row of it changed in the version that the entry tells of. */
function aboutSubject(organizationId: string, list: string | null, name: string | null) {
  if (list === null && name === null) return []
  return [
    sql`(
      subject_list = coalesce(${list}::text, subject_list)
      and (${name}::text is null or subject_name = ${name}::text)
      or configuration_version in (
        select version
          from configuration_change c
         where c.organization_id = ${organizationId}
           and c.list = coalesce(${list}::text, c.list)
           and (${name}::text is null or c.name = ${name}::text or c.former_name = ${name}::text)
      )
    )`,
  ]
}

export async function readAuditEntry(
  { db }: Store,
  organizationId: string,
  id: number,
): Promise<StoredAuditEntry | null> {
  const { rows } = await sql<EntryRow>`
    select id, at, action, actor_kind, actor_name, ip, request_id, subject_list, subject_name, summary,
           configuration_version, before, after
      from audit_entry
     where organization_id = ${organizationId}
       and id = ${id}`.execute(db)
  const [row] = rows
  return row === undefined ? null : entryOf(row)
}

interface EntryRow {
  readonly id: number
  readonly at: number
  readonly action: string
  readonly actor_kind: AuditActorKind
  readonly actor_name: string
  readonly ip: string | null
  readonly request_id: string | null
  readonly subject_list: string
  readonly subject_name: string | null
  readonly summary: string
  readonly configuration_version: number | null
  readonly before: unknown
  readonly after: unknown
}

function entryOf(row: EntryRow): StoredAuditEntry {
  return {
    id: row.id,
    at: row.at,
    action: row.action,
    by: { kind: row.actor_kind, name: row.actor_name },
    ip: row.ip,
    requestId: row.request_id,
    list: row.subject_list,
    name: row.subject_name,
    summary: row.summary,
    before: row.before ?? undefined,
    after: row.after ?? undefined,
    ...(row.configuration_version === null ? {} : { configurationVersion: row.configuration_version }),
  }
}

function jsonOrNull(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value)
}
