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
export function storeLicence(
  store: Pick<Store, 'db'>,
  { name, granted, ...change }: Change & { readonly name: string; readonly granted: boolean },
): Promise<boolean> {
  return storeSwitch(store, { table: 'licence', key: 'name', value: 'granted' }, { ...change, name, isOn: granted })
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
export function storeChannelSetting(
  store: Pick<Store, 'db'>,
  { channel, enabled, ...change }: Change & { readonly channel: string; readonly enabled: boolean },
): Promise<boolean> {
  const columns = { table: 'channel_setting', key: 'channel', value: 'enabled' } as const
  return storeSwitch(store, columns, { ...change, name: channel, isOn: enabled })
}

/** A table of things that are on or off, with who turned them last. */
type SwitchTable =
  | { readonly table: 'licence'; readonly key: 'name'; readonly value: 'granted' }
  | { readonly table: 'channel_setting'; readonly key: 'channel'; readonly value: 'enabled' }

async function storeSwitch(
  { db }: Pick<Store, 'db'>,
  columns: SwitchTable,
  { organizationId, name, isOn, now, by }: Change & { readonly name: string; readonly isOn: boolean },
): Promise<boolean> {
  const [table, key, value] = [sql.table(columns.table), sql.ref(columns.key), sql.ref(columns.value)]
  const { numAffectedRows } = await sql`
    insert into ${table} as known (organization_id, ${key}, ${value}, changed_at, changed_by)
    values (${organizationId}, ${name}, ${isOn}, ${now}, ${by})
    on conflict (organization_id, ${key}) do update
       set ${value} = excluded.${value},
           changed_at = excluded.changed_at,
           changed_by = excluded.changed_by
     where known.${value} <> excluded.${value}`.execute(db)
  return numAffectedRows === 1n
}
