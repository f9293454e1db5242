import type { Configuration, Renaming, RowChange } from '@unified-routing/routing'
import { sql } from 'kysely'
import type { Store } from './store.ts'

export type VersionKind = 'change' | 'replace' | 'restore'

/** A version as a batch writes it. */
export interface NewConfiguration {
  readonly version: number
  /** The whole of it; null: it is read from the last whole document and the changes since. */
  readonly document: Configuration | null
  readonly organizationName: string | null
  readonly by: string | null
  readonly kind: VersionKind
  readonly note: string | null
  /** restore: the version whose content this is. */
  readonly restoredVersion: number | null
  /** Of its event in the journal. */
  readonly sequence: number | null
  /** From the version before to this one. */
  readonly changes: readonly RowChange[]
}

/** What is known of a version without its content. */
export interface VersionFacts {
  readonly version: number
  readonly createdAt: number
  readonly createdBy: string | null
  readonly kind: VersionKind
  readonly note: string | null
  readonly restoredVersion: number | null
  /** Null: a version of before changes were counted. */
  readonly counts: { readonly added: number; readonly changed: number; readonly removed: number } | null
}

/** The number of a version, or (`version` null) of the latest; null: there is no such version. */
export async function readVersionNumber(
  { db }: Store,
  { organizationId, version }: { organizationId: string; version: number | null },
): Promise<number | null> {
  const { rows } = await sql<{ version: number }>`
    select version
      from configuration_version
     where organization_id = ${organizationId}
       and version = coalesce(${version}::integer, version)
     order by version desc
     limit 1`.execute(db)
  return rows[0]?.version ?? null
}

/** The last whole document at or before a version. */
export interface Snapshot {
  readonly version: number
  readonly document: Configuration
}

export async function readSnapshot(
  { db }: Store,
  { organizationId, upTo }: { organizationId: string; upTo: number },
): Promise<Snapshot | null> {
  const { rows } = await sql<Snapshot>`
    select version, document
      from configuration_version
     where organization_id = ${organizationId}
       and document is not null
       and version <= ${upTo}
     order by version desc
     limit 1`.execute(db)
  return rows[0] ?? null
}

export interface VersionChange extends RowChange {
  readonly version: number
}

/** The changes that made the versions after one, up to another, in order. */
export async function readConfigurationChanges(
  { db }: Store,
  { organizationId, after, upTo }: { organizationId: string; after: number; upTo: number },
): Promise<readonly VersionChange[]> {
  const { rows } = await sql<{
    version: number
    list: RowChange['list']
    name: string | null
    former_name: string | null
    before: unknown
    after: unknown
  }>`
    select version, list, name, former_name, before, after
      from configuration_change
     where organization_id = ${organizationId}
       and version > ${after}
       and version <= ${upTo}
     order by version, position`.execute(db)
  return rows.map(({ former_name, ...change }) => ({ ...change, formerName: former_name }))
}

/** The rows that were given new names after one version, up to another, in order. */
export async function readRenamings(
  { db }: Store,
  { organizationId, after, upTo }: { organizationId: string; after: number; upTo: number },
): Promise<readonly Renaming[]> {
  const { rows } = await sql<Renaming>`
    select list, former_name as "from", name as "to"
      from configuration_change
     where organization_id = ${organizationId}
       and version > ${after}
       and version <= ${upTo}
       and former_name is not null
       and name is not null
     order by version, position`.execute(db)
  return rows
}

/** The version in force at each of some places of the journal; places before the first known one are left out. */
export async function readVersionsAt(
  { db }: Store,
  { organizationId, sequences }: { organizationId: string; sequences: readonly number[] },
): Promise<readonly { sequence: number; version: number }[]> {
  const { rows } = await sql<{ sequence: number; version: number }>`
    select place.sequence, v.version
      from unnest(${[...sequences]}::bigint[]) as place (sequence)
     cross join lateral (
        select version
          from configuration_version
         where organization_id = ${organizationId}
           and sequence <= place.sequence
         order by sequence desc
         limit 1
     ) as v`.execute(db)
  return rows
}

/** Newest first, those before `before`; null: from the newest. */
export async function listVersions(
  { db }: Store,
  { organizationId, before, limit }: { organizationId: string; before: number | null; limit: number },
): Promise<readonly VersionFacts[]> {
  const { rows } = await sql<VersionRow>`
    select version, created_at, created_by, kind, note, restored_version, added_count, changed_count, removed_count
      from configuration_version
     where organization_id = ${organizationId}
       and version < coalesce(${before}::integer, version + 1)
     order by version desc
     limit ${limit}`.execute(db)
  return rows.map(factsOf)
}

export async function readVersionFacts(
  { db }: Store,
  { organizationId, version }: { organizationId: string; version: number },
): Promise<VersionFacts | null> {
  const { rows } = await sql<VersionRow>`
    select version, created_at, created_by, kind, note, restored_version, added_count, changed_count, removed_count
      from configuration_version
     where organization_id = ${organizationId}
       and version = ${version}`.execute(db)
  const [row] = rows
  return row === undefined ? null : factsOf(row)
}

/** Who changed each of some rows last, of those changed after a version. */
export async function readLastChanges(
  { db }: Store,
  query: { organizationId: string; after: number; rows: readonly { readonly list: string; readonly name: string }[] },
): Promise<readonly { list: string; name: string; version: number; at: number; by: string | null }[]> {
  const { organizationId, after, rows: wanted } = query
  const { rows } = await sql<{ list: string; name: string; version: number; at: number; by: string | null }>`
    select distinct on (wanted.list, wanted.name) wanted.list, wanted.name, c.version, v.created_at as at,
           v.created_by as by
      from unnest(${wanted.map(({ list }) => list)}::text[], ${wanted.map(({ name }) => name)}::text[])
             as wanted (list, name)
      join configuration_change c
        on c.organization_id = ${organizationId}
       and c.list = wanted.list
       and (c.name = wanted.name or c.former_name = wanted.name)
       and c.version > ${after}
      join configuration_version v
        on v.organization_id = c.organization_id
       and v.version = c.version
     order by wanted.list, wanted.name, c.version desc`.execute(db)
  return rows
}

interface VersionRow {
  readonly version: number
  readonly created_at: number
  readonly created_by: string | null
  readonly kind: VersionKind
  readonly note: string | null
  readonly restored_version: number | null
  readonly added_count: number | null
  readonly changed_count: number | null
  readonly removed_count: number | null
}

function factsOf(row: VersionRow): VersionFacts {
  const { added_count: added, changed_count: changed, removed_count: removed } = row
  return {
    version: row.version,
    createdAt: row.created_at,
    createdBy: row.created_by,
    kind: row.kind,
    note: row.note,
    restoredVersion: row.restored_version,
    counts: added === null || changed === null || removed === null ? null : { added, changed, removed },
  }
}
