import { sql } from 'kysely'
import type { Store } from './store.ts'

/** Writes a setting unless there is one already, and returns the one that holds: of several servers, the first decides. */
export async function settleSetting(
  { db }: Pick<Store, 'db'>,
  setting: { organizationId: string; name: string; value: string },
): Promise<string> {
  const { rows } = await sql<{ value: string }>`
    insert into installation_setting (organization_id, name, value)
    values (${setting.organizationId}, ${setting.name}, ${setting.value})
    on conflict (organization_id, name) do update set value = installation_setting.value
    returning value`.execute(db)
  return rows[0]?.value ?? setting.value
}

export async function readSetting(
  { db }: Pick<Store, 'db'>,
  setting: { organizationId: string; name: string },
): Promise<string | null> {
  const { rows } = await sql<{ value: string }>`
    select value
      from installation_setting
     where organization_id = ${setting.organizationId}
       and name = ${setting.name}`.execute(db)
  return rows[0]?.value ?? null
}

/** Writes a setting, whether there was one or not. */
export async function writeSetting(
  { db }: Pick<Store, 'db'>,
  setting: { organizationId: string; name: string; value: string },
): Promise<void> {
  await sql`
    insert into installation_setting (organization_id, name, value)
    values (${setting.organizationId}, ${setting.name}, ${setting.value})
    on conflict (organization_id, name) do update set value = excluded.value`.execute(db)
}
