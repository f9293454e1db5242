import { sql } from 'kysely'
import type { Store } from './store.ts'

export interface OpenWorkCounts {
  readonly waiting: number
  readonly offered: number
  readonly accepted: number
}

/** Work that is not closed, by who has it. */
export async function countOpenWork({ db }: Pick<Store, 'db'>, organizationId: string): Promise<OpenWorkCounts> {
  const { rows } = await sql<OpenWorkCounts>`
    select count(*) filter (where representative is null)::int as waiting,
           count(*) filter (where representative is not null
                              and document::json -> 'session' ->> 'acceptedAt' is null)::int as offered,
           count(*) filter (where document::json -> 'session' ->> 'acceptedAt' is not null)::int as accepted
      from work_item
     where organization_id = ${organizationId}
       and closed_at is null`.execute(db)
  return rows[0] ?? { waiting: 0, offered: 0, accepted: 0 }
}

/** Work that is not closed, by channel. */
export async function countOpenWorkByChannel(
  { db }: Pick<Store, 'db'>,
  organizationId: string,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ channel: string; count: number }>`
    select channel, count(*)::int as count
      from work_item
     where organization_id = ${organizationId}
       and closed_at is null
     group by channel`.execute(db)
  return new Map(rows.map(({ channel, count }) => [channel, count]))
}

/** Whether anything was ever routed. */
export async function hasWork({ db }: Pick<Store, 'db'>, organizationId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1
      from work_item
     where organization_id = ${organizationId}
     limit 1`.execute(db)
  return rows.length > 0
}
