import { sql } from 'kysely'
import { type AuditRow, addAuditEntry } from './audit-log.ts'
import type { Store } from './store.ts'

/** A setting as it is stored. Its value is parsed by the schema of its kind. */
export interface StoredSetting {
  readonly name: string
  readonly value: unknown
  /** Sealed, by name. */
  readonly secrets: Readonly<Record<string, string>>
  readonly version: number
  readonly changedAt: number
  readonly changedBy: string
}

export interface SettingKey {
  readonly organizationId: string
  readonly kind: string
  readonly name: string
}

export interface SettingChange {
  /** What it is from now on; null: it goes. */
  readonly after: Pick<StoredSetting, 'value' | 'secrets'> | null
  readonly at: number
  readonly by: string
  readonly audit: AuditRow
}

type Database = Pick<Store, 'db'>

export async function listSettings(
  { db }: Database,
  { organizationId, kind }: Omit<SettingKey, 'name'>,
): Promise<readonly StoredSetting[]> {
  const { rows } = await sql<StoredSetting>`
    select name, value, secrets, version, changed_at as "changedAt", changed_by as "changedBy"
      from setting
     where organization_id = ${organizationId}
       and kind = ${kind}
     order by name`.execute(db)
  return rows
}

export async function readSettingOf({ db }: Database, key: SettingKey): Promise<StoredSetting | null> {
  const { rows } = await selectOne(key, false).execute(db)
  return rows[0] ?? null
}

/** Makes the change that `decide` asks for after seeing what is there, with its line in the audit log; answers the
 * setting as it is then. Of several at once, one waits for the other. What `decide` throws changes nothing. */
export async function changeSetting(
  { db }: Database,
  key: SettingKey,
  decide: (facts: { readonly before: StoredSetting | null; readonly count: number }) => SettingChange | null,
): Promise<StoredSetting | null> {
  return db.transaction().execute(async (transaction) => {
    // A setting that is not there yet has no row to wait for.
    await sql`
      select pg_advisory_xact_lock(hashtextextended(${`setting ${key.organizationId} ${key.kind}`}, 0))`.execute(
      transaction,
    )
    const { rows } = await selectOne(key, true).execute(transaction)
    const [before = null] = rows
    const counted = await sql<{ count: number }>`
      select count(*)::integer as count
        from setting
       where organization_id = ${key.organizationId}
         and kind = ${key.kind}`.execute(transaction)
    const change = decide({ before, count: counted.rows[0]?.count ?? 0 })
    if (change === null) return before
    const { after, at, by, audit } = change
    const version = (before?.version ?? 0) + 1
    if (after === null) await statementOfRemoval(key).execute(transaction)
    else await statementOfChange(key, { ...after, version, at, by }).execute(transaction)
    await addAuditEntry({ db: transaction }, { organizationId: key.organizationId, at, entry: audit })
    return after === null ? null : { name: key.name, ...after, version, changedAt: at, changedBy: by }
  })
}

function selectOne({ organizationId, kind, name }: SettingKey, isLocked: boolean) {
  return sql<StoredSetting>`
    select name, value, secrets, version, changed_at as "changedAt", changed_by as "changedBy"
      from setting
     where organization_id = ${organizationId}
       and kind = ${kind}
       and name = ${name}
     ${isLocked ? sql`for update` : sql``}`
}

interface Written extends Pick<StoredSetting, 'value' | 'secrets' | 'version'> {
  readonly at: number
  readonly by: string
}

function statementOfChange({ organizationId, kind, name }: SettingKey, { value, secrets, version, at, by }: Written) {
  return sql`
    insert into setting (organization_id, kind, name, value, secrets, version, changed_at, changed_by)
    values (${organizationId}, ${kind}, ${name}, ${JSON.stringify(value)}::jsonb, ${JSON.stringify(secrets)}::jsonb,
            ${version}, ${at}, ${by})
    on conflict (organization_id, kind, name) do update
       set value = excluded.value,
           secrets = excluded.secrets,
           version = excluded.version,
           changed_at = excluded.changed_at,
           changed_by = excluded.changed_by`
}

function statementOfRemoval({ organizationId, kind, name }: SettingKey) {
  return sql`
    delete from setting
     where organization_id = ${organizationId}
       and kind = ${kind}
       and name = ${name}`
}
