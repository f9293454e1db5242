import type { Configuration } from '@unified-routing/routing'
import { sql } from 'kysely'
import type { Store } from './store.ts'

export interface ConfigurationVersion {
  readonly version: number
  readonly document: Configuration
  readonly createdAt: number
  readonly createdBy: string | null
}

/** The configuration in force; null: none was ever stored. */
export async function latestConfiguration({ db }: Store, organizationId: string): Promise<ConfigurationVersion | null> {
  const { rows } = await sql<{
    version: number
    document: Configuration
    created_at: number
    created_by: string | null
  }>`
    select version, document, created_at, created_by
      from configuration_version
     where organization_id = ${organizationId}
     order by version desc
     limit 1`.execute(db)
  const row = rows[0]
  if (row === undefined) return null
  return { version: row.version, document: row.document, createdAt: row.created_at, createdBy: row.created_by }
}
