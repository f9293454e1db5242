import { sql } from 'kysely'
import type { Store } from './store.ts'

export interface StoredLicence {
  readonly name: string
  readonly granted: boolean
  /** Null: since the installation was made. */
  readonly changedAt: number | null
  readonly changedBy: string | null
}

export interface StoredChannel {
  readonly channel: string
  readonly enabled: boolean
  readonly changedAt: number
  readonly changedBy: string
}

interface Change {
  readonly organizationId: string
  readonly now: number
  readonly by: string
}

export async function listLicences(
  { db }: Pick<Store, 'db'>,
  organizationId: string,
): Promise<readonly StoredLicence[]> {
  const { rows } = await sql<StoredLicence>`
    select name, granted, changed_at as "changedAt", changed_by as "changedBy"
      from licence
     where organization_id = ${organizationId}`.execute(db)
  return rows
}

/** Answers whether it changed anything. */
export async function storeLicence(
  { db }: Pick<Store, 'db'>,
  change: Change & { readonly name: string; readonly granted: boolean },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into licence (organization_id, name, granted, changed_at, changed_by)
    values (${change.organizationId}, ${change.name}, ${change.granted}, ${change.now}, ${change.by})
    on conflict (organization_id, name) do update
       set granted = excluded.granted,
           changed_at = excluded.changed_at,
           changed_by = excluded.changed_by
     where licence.granted <> excluded.granted`.execute(db)
  return numAffectedRows === 1n
}

/** The channels that were ever turned off or on; the others are on. */
export async function listChannelSettings(
  { db }: Pick<Store, 'db'>,
  organizationId: string,
): Promise<readonly StoredChannel[]> {
  const { rows } = await sql<StoredChannel>`
    select channel, enabled, changed_at as "changedAt", changed_by as "changedBy"
      from channel_setting
     where organization_id = ${organizationId}`.execute(db)
  return rows
}

/** Answers whether it changed anything. */
export async function storeChannelSetting(
  { db }: Pick<Store, 'db'>,
  change: Change & { readonly channel: string; readonly enabled: boolean },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into channel_setting (organization_id, channel, enabled, changed_at, changed_by)
    values (${change.organizationId}, ${change.channel}, ${change.enabled}, ${change.now}, ${change.by})
    on conflict (organization_id, channel) do update
       set enabled = excluded.enabled,
           changed_at = excluded.changed_at,
           changed_by = excluded.changed_by
     where channel_setting.enabled <> excluded.enabled`.execute(db)
  return numAffectedRows === 1n
}
