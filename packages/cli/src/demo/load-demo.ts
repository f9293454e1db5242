import { ApiError, type Client, createClient } from '@unified-routing/client'
import { settingKindOf } from '@unified-routing/contract'
import type { DemoRecord } from './read-demo-cases.ts'
import type { DemoSetting } from './read-demo-settings.ts'

export interface DemoAccess {
  readonly url: string
  readonly administrator: { readonly email: string; readonly password: string }
}

export interface DemoData {
  readonly records: readonly DemoRecord[]
  readonly settings: readonly DemoSetting[]
}

/** Makes the demo's settings and records through the API and brings each record to its stage.
 *
 * Repeatable: whatever an interrupted start has done already is left as it is. */
export async function loadDemo(access: DemoAccess, { records, settings }: DemoData): Promise<void> {
  const { url, administrator } = access
  const client = createClient({ baseUrl: url })
  await client.session.signIn(administrator)
  for (const setting of settings) await loadSetting(client, setting)
  for (const record of records) await loadRecord(client, record)
}

async function loadSetting(client: Client, { kind, name, value }: DemoSetting): Promise<void> {
  const settings = client.settings({ ...settingKindOf(kind), kind })
  const isThere = await existing(() => settings.read(name))
  if (isThere === null) await settings.save(name, { value })
}

async function loadRecord(client: Client, { table, id, stage, values }: DemoRecord): Promise<void> {
  const row =
    (await existing(() => client.rows.read(table, id))) ??
    (await client.rows.create(table, { id, values, route: false })).row
  if (stage === 'resolved' && row.active) await client.rows.complete(table, id)
  if (stage === 'routed' && row.active && row.workItem === null) await client.rows.route(table, id)
}

async function existing<Thing>(read: () => Promise<Thing>): Promise<Thing | null> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof ApiError && error.code === 'notFound') return null
    throw error
  }
}
