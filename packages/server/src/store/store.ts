import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { StartupError } from '../startup-error.ts'
import type { Database } from './database.ts'

const CONNECT_WAIT_MAX_MS = 5_000
/** A statement that takes longer is cut short by PostgreSQL; a little later we give the connection up. */
const STATEMENT_MAX_MS = 30_000
const QUERY_MAX_MS = STATEMENT_MAX_MS + 5_000
const INT8_OID = 20
/** Plans are made once, and walk the index of a key for each row that is asked for: while a table is young, its size looks
 * as if reading all of it were cheaper, and the plan would outlive that. */
const planningByKey = [
  'plan_cache_mode=force_generic_plan',
  ...['enable_seqscan=off', 'enable_hashjoin=off', 'enable_mergejoin=off'],
]
  .map((setting) => `-c ${setting}`)
  .join(' ')

/** PostgreSQL, for the queries of this folder. */
export interface Store {
  readonly db: Kysely<Database>
  readonly pool: pg.Pool
  close(): Promise<void>
}

export interface StoreOptions {
  readonly connectionString: string
  readonly connectionsMax: number
  /** Of them, so many stay open once they are: whoever waits for a new one waits longer than for a commit. */
  readonly connectionsKept?: number
  /** Shown in pg_stat_activity. */
  readonly name: string
  /** For the engine: its statements find rows by key whatever the values, and planning the commit anew each time takes
   * longer than the commit. Lists with filters are better planned by their values. */
  readonly plansOnce?: boolean
  /** For changes of the schema, which may write a large table anew: statements take what they take. */
  readonly isPatient?: boolean
}

/** Opens a pool of connections; they are made when first used.
 *
 * The engine has a store of its own, so that no crowd of readers keeps a commit waiting. */
export function openStore(options: StoreOptions): Store {
  const { connectionString, connectionsMax, connectionsKept = 0, name, plansOnce = false, isPatient = false } = options
  const pool = new pg.Pool({
    connectionString,
    max: connectionsMax,
    min: connectionsKept,
    application_name: name,
    connectionTimeoutMillis: CONNECT_WAIT_MAX_MS,
    ...(isPatient ? {} : { statement_timeout: STATEMENT_MAX_MS, query_timeout: QUERY_MAX_MS }),
    keepAlive: true,
    ...(plansOnce ? { options: planningByKey } : {}),
    types: { getTypeParser },
  })
  // A lost connection is replaced on the next use, and whoever was using it gets the error with the answer. Unheard,
  // the event that says it again would end the process.
  pool.on('error', () => null)
  pool.on('connect', (client) => client.on('error', () => null))
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, close: () => db.destroy() }
}

/** Opens connections, so that those who come first need not wait for them. */
export async function openConnections({ pool }: Pick<Store, 'pool'>, count: number): Promise<void> {
  const clients = await Promise.all(Array.from({ length: count }, () => pool.connect()))
  for (const client of clients) client.release()
}

/** Fails with one sentence when the database cannot be used. */
export async function checkReachable({ pool }: Store): Promise<void> {
  try {
    await pool.query('select 1')
  } catch (error) {
    const reason = error instanceof AggregateError ? error.errors.map(String).join(', ') : String(error)
    throw new StartupError(
      `The database cannot be reached (${reason}): check DATABASE_URL, or leave it out to use the embedded PostgreSQL.`,
    )
  }
}

/** int8 as a number: our integers are milliseconds, sequences and counts, all far below 2^53. */
const getTypeParser: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === INT8_OID ? Number : pg.types.getTypeParser(oid, format)
