import { sql } from 'kysely'
import pg from 'pg'
import type { Store } from './store.ts'

/** PostgreSQL takes no longer text in a notice, in bytes. */
export const NOTICE_BYTES_MAX = 7_999
const RETRY_MS = 2_000
const CHANNEL = 'unified_routing_signal'

/** Tells every server on the database something that nobody stores: who listens at that moment hears it. */
export async function sendNotice({ db }: Pick<Store, 'db'>, text: string): Promise<void> {
  await sql`
    select pg_notify(${CHANNEL}, ${text})`.execute(db)
}

export interface NoticeOptions {
  readonly connectionString: string
  readonly onNotice: (text: string) => void
  /** The connection is lost; it is tried again. */
  readonly onTrouble: (error: unknown) => void
}

/** Hears the notices of every server, on a connection of its own. Returns how to stop.
 *
 * What is said while the connection is away stays unheard. */
export function listenForNotices({ connectionString, onNotice, onTrouble }: NoticeOptions): () => Promise<void> {
  let client: pg.Client | null = null
  let retry: NodeJS.Timeout | null = null
  let isStopped = false

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString, application_name: 'unified-routing signals', keepAlive: true })
    client = fresh
    const lost = (error: unknown) => {
      if (isStopped || client !== fresh) return
      client = null
      onTrouble(error)
      retry = setTimeout(() => void connect(), RETRY_MS)
      fresh.end().catch(() => undefined)
    }
    fresh.on('error', lost)
    fresh.on('end', () => lost(new Error('the connection has ended')))
    fresh.on('notification', ({ payload }) => onNotice(payload ?? ''))
    try {
      await fresh.connect()
      await fresh.query(`listen ${CHANNEL}`)
    } catch (error) {
      lost(error)
    }
  }
  const begun = connect()
  return async () => {
    isStopped = true
    if (retry !== null) clearTimeout(retry)
    await begun
    await client?.end().catch(() => undefined)
  }
}
