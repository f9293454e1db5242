import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from './database.ts'
import type { Store } from './store.ts'

/** What no other partition takes; empty but for what came before the first month, or after the last. */
const UNPLACED = 'routing_event_unplaced'
const MONTHS_AHEAD = 3
/** PostgreSQL compresses longer rows: only those that no page has room for. */
const uncompressed = sql.raw('with (toast_tuple_target = 8160)')
/** Commits wait while a partition is attached; rather than keep them waiting longer, the step fails and is retried. */
const LOCK_WAIT_MAX = '5s'

interface Partitions {
  /** Where the last month ends; null: there is none yet. */
  readonly end: number | null
  readonly hasUnplaced: boolean
}

/** Makes the partitions of the journal up to three months ahead, and gives what lies in none of them one of its own.
 * Answers the names of those it made; nothing when all were there. */
export async function ensureJournalPartitions({ db }: Pick<Store, 'db'>, now: number): Promise<readonly string[]> {
  const present = await readPartitions(db)
  if (present.end !== null && !present.hasUnplaced && present.end >= monthsAfter(now, MONTHS_AHEAD)) return []
  return await db.transaction().execute(async (transaction) => {
    await sql`select set_config('lock_timeout', ${LOCK_WAIT_MAX}, true)`.execute(transaction)
    await sql`lock table routing_event in access exclusive mode`.execute(transaction)
    const { end, hasUnplaced } = await readPartitions(transaction)
    const made: string[] = []
    let from = end
    if (from === null || hasUnplaced) {
      const until = monthsAfter(now, 1)
      made.push(await placeEarlier(transaction, { from, until, hasUnplaced }))
      from = until
    }
    for (const last = monthsAfter(now, MONTHS_AHEAD); from < last; from = monthsAfter(from, 1)) {
      const name = `routing_event_${monthText(from)}`
      await sql`create table ${sql.ref(name)} partition of routing_event
        for values from (${sql.lit(from)}) to (${sql.lit(monthsAfter(from, 1))}) ${uncompressed}`.execute(transaction)
      made.push(name)
    }
    return made
  })
}

async function readPartitions(db: Kysely<Database>): Promise<Partitions> {
  const { rows } = await sql<{ bound: string }>`
    select pg_get_expr(child.relpartbound, child.oid) as bound
      from pg_inherits
      join pg_class child on child.oid = pg_inherits.inhrelid
     where pg_inherits.inhparent = 'routing_event'::regclass`.execute(db)
  const ends = rows.flatMap(({ bound }) => {
    const end = /TO \('(\d+)'\)/.exec(bound)?.[1]
    return end === undefined ? [] : [Number(end)]
  })
  const unplaced = await sql<{ found: boolean }>`
    select exists (select from ${sql.ref(UNPLACED)}) as found`.execute(db)
  return { end: ends.length === 0 ? null : Math.max(...ends), hasUnplaced: unplaced.rows[0]?.found === true }
}

/** Everything from the end of the last partition to the end of this month: the rows stay where they are, and the table
 * that holds them gets a place of its own. */
async function placeEarlier(
  db: Transaction<Database>,
  { from, until, hasUnplaced }: { from: number | null; until: number; hasUnplaced: boolean },
): Promise<string> {
  const name = `routing_event_until_${monthText(until)}_${until}`
  const lower = from === null ? sql`minvalue` : sql.lit(from)
  const range = sql`for values from (${lower}) to (${sql.lit(until)})`
  if (!hasUnplaced) {
    await sql`create table ${sql.ref(name)} partition of routing_event ${range} ${uncompressed}`.execute(db)
    return name
  }
  await sql`alter table routing_event detach partition ${sql.ref(UNPLACED)}`.execute(db)
  await sql`alter table ${sql.ref(UNPLACED)} rename to ${sql.ref(name)}`.execute(db)
  await sql`alter table ${sql.ref(name)} rename constraint ${sql.ref(`${UNPLACED}_pkey`)} to ${sql.ref(`${name}_pkey`)}`.execute(
    db,
  )
  await sql`alter table routing_event attach partition ${sql.ref(name)} ${range}`.execute(db)
  await sql`create table ${sql.ref(UNPLACED)} partition of routing_event default ${uncompressed}`.execute(db)
  return name
}

/** The start of the month, UTC, that many months after the one of the instant. */
export function monthsAfter(instant: number, months: number): number {
  const date = new Date(instant)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months)
}

function monthText(instant: number): string {
  return new Date(instant).toISOString().slice(0, 7).replace('-', '_')
}
