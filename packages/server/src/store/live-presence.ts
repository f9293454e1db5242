import { sql } from 'kysely'
import type { Store } from './store.ts'

interface Presence {
  readonly organizationId: string
  readonly representative: string
}

/** Remembers that an open stream keeps a representative connected, also over a restart of the server. */
export async function addLivePresence({ db }: Pick<Store, 'db'>, presence: Presence): Promise<void> {
  await sql`
    insert into live_presence (organization_id, representative)
    values (${presence.organizationId}, ${presence.representative})
    on conflict do nothing`.execute(db)
}

export async function removeLivePresence({ db }: Pick<Store, 'db'>, presence: Presence): Promise<void> {
  await sql`
    delete from live_presence
     where organization_id = ${presence.organizationId}
       and representative = ${presence.representative}`.execute(db)
}

export async function listLivePresence({ db }: Pick<Store, 'db'>, organizationId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ representative: string }>`
    select representative
      from live_presence
     where organization_id = ${organizationId}
     order by representative`.execute(db)
  return rows.map(({ representative }) => representative)
}
