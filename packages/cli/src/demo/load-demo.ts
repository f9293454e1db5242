import { ApiError, type Client, createClient } from '@unified-routing/client'
import type { DemoRecord } from './read-demo-cases.ts'

export interface DemoAccess {
  readonly url: string
  readonly administrator: { readonly email: string; readonly password: string }
}

/** Creates the demo's records through the API and brings each to its stage.
 *
 * Repeatable: whatever an interrupted start has done already is left as it is. */
export async function loadDemo({ url, administrator }: DemoAccess, records: readonly DemoRecord[]): Promise<void> {
  const client = createClient({ baseUrl: url })
  await client.session.signIn(administrator)
  for (const record of records) await loadRecord(client, record)
}

async function loadRecord(client: Client, { table, id, stage, values }: DemoRecord): Promise<void> {
  const row = (await existing(client, table, id)) ?? (await client.rows.create(table, { id, values, route: false })).row
  if (stage === 'resolved' && row.active) await client.rows.complete(table, id)
  if (stage === 'routed' && row.active && row.workItem === null) await client.rows.route(table, id)
}

async function existing(client: Client, table: string, id: string) {
  try {
    return await client.rows.read(table, id)
  } catch (error) {
    if (error instanceof ApiError && error.code === 'notFound') return null
    throw error
  }
}
