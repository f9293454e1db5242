import { sql } from 'kysely'
import type { Store } from './store.ts'

export interface QueueRenaming {
  readonly version: number
  readonly at: number
  readonly from: string
  readonly to: string
}

/** The new names that queues got with some versions, in order. */
export async function readQueueRenamings(
  { db }: Pick<Store, 'db'>,
  organizationId: string,
  { versions = null, since = null }: { readonly versions?: readonly number[] | null; readonly since?: number | null },
): Promise<readonly QueueRenaming[]> {
  const { rows } = await sql<QueueRenaming>`
    select c.version, v.created_at as at, c.former_name as "from", c.name as "to"
      from configuration_change c
      join configuration_version v
        on v.organization_id = c.organization_id
       and v.version = c.version
     where c.organization_id = ${organizationId}
       and c.list = 'queues'
       and c.former_name is not null
       and c.name is not null
       and (${versions}::integer[] is null or c.version = any (${versions}::integer[]))
       and (${since}::bigint is null or v.created_at >= ${since}::bigint)
     order by c.version, c.position`.execute(db)
  return rows
}
