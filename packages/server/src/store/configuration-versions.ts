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
  const { rows } = await sql<StoredVersion>`
    select version, document, created_at, created_by
      from configuration_version
     where organization_id = ${organizationId}
     order by version desc
     limit 1`.execute(db)
  return versionOf(rows[0])
}

export async function readConfiguration(
  { db }: Store,
  organizationId: string,
  version: number,
): Promise<ConfigurationVersion | null> {
  const { rows } = await sql<StoredVersion>`
    select version, document, created_at, created_by
      from configuration_version
     where organization_id = ${organizationId}
       and version = ${version}`.execute(db)
  return versionOf(rows[0])
}

interface StoredVersion {
  readonly version: number
  readonly document: Configuration
  readonly created_at: number
  readonly created_by: string | null
}

function versionOf(row: StoredVersion | undefined): ConfigurationVersion | null {
  if (row === undefined) return null
  return { version: row.version, document: row.document, createdAt: row.created_at, createdBy: row.created_by }
}
