import { type Kysely, sql, type Transaction } from 'kysely'
import type { Database } from './database.ts'
import { rowOfSteps } from './journal-rows.ts'
import type { Store } from './store.ts'
import { type SelectedJournalRow, stepsIn } from './stored-journal.ts'

/** Ends the name of a partition that holds only what some work still needs. */
const KEPT = '_kept'
/** Items whose journal is carried over; with more, the month stays as it is and is looked at again later. */
const KEPT_ITEMS_MAX = 50_000
/** A page of the journal that is gone through; between two, others have their turn. */
const ROWS_PER_STEP = 200
/** Commits wait while a partition is detached; rather than keep them waiting longer, the step fails and is retried. */
const LOCK_WAIT_MAX = '5s'

interface Partition {
  readonly name: string
  /** "FOR VALUES FROM ('…') TO ('…')" */
  readonly bound: string
  readonly end: number
}

/** Drops the partitions of the journal that end at or before an instant. Answers what became of them.
 *
 * The journal of work that is still there, open or closed later, is carried over into a small partition in place of the
 * old one. A partition that the figures have not counted yet stays. */
export async function dropOldPartitions({ db }: Pick<Store, 'db'>, before: number): Promise<readonly string[]> {
  const done: string[] = []
  for (const partition of await readOldPartitions(db, before)) {
    if (!(await isCounted(db, partition))) continue
    const kept = await countKeptItems(db, partition)
    if (kept > KEPT_ITEMS_MAX || (kept > 0 && partition.name.endsWith(KEPT))) continue
    await replacePartition(db, partition, kept > 0)
    done.push(partition.name)
  }
  return done
}

async function readOldPartitions(db: Kysely<Database>, before: number): Promise<readonly Partition[]> {
  const { rows } = await sql<{ name: string; bound: string }>`
    select child.relname as name, pg_get_expr(child.relpartbound, child.oid) as bound
      from pg_inherits
      join pg_class child on child.oid = pg_inherits.inhrelid
     where pg_inherits.inhparent = 'routing_event'::regclass`.execute(db)
  return rows
    .map(({ name, bound }) => ({ name, bound, end: Number(/TO \('(-?\d+)'\)/.exec(bound)?.[1] ?? Number.NaN) }))
    .filter(({ end }) => end <= before)
    .sort((one, other) => one.end - other.end)
}

/** Whether the figures of every organization have gone beyond it. */
async function isCounted(db: Kysely<Database>, { name }: Partition): Promise<boolean> {
  const { rows } = await sql<{ uncounted: boolean }>`
    select exists (
      select
        from organization
       cross join lateral (
             select sequence
               from ${sql.ref(name)}
              where organization_id = organization.id
              order by sequence desc
              limit 1) last
        left join figure_position position on position.organization_id = organization.id
       where last.sequence > coalesce(position.sequence, 0)
    ) as uncounted`.execute(db)
  return rows[0]?.uncounted === false
}

/** Work that is still there and was there in its time. */
function keptItems({ end }: Partition) {
  return sql`
    select item.organization_id, item.id
      from organization
     cross join lateral (
           select organization_id, id
             from work_item
            where organization_id = organization.id
              and closed_at is null
              and created_at < ${end}
            union all
           select organization_id, id
             from work_item
            where organization_id = organization.id
              and closed_at is not null
              and created_at < ${end}) item`
}

async function countKeptItems(db: Kysely<Database>, partition: Partition): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count
      from (${keptItems(partition)} limit ${KEPT_ITEMS_MAX + 1}) as kept`.execute(db)
  return rows[0]?.count ?? 0
}

/** The steps of kept work, without the others of their rows. */
async function carryStepsOver(db: Transaction<Database>, partition: Partition): Promise<void> {
  const { rows: kept } = await sql<{ organization_id: string; id: string }>`${keptItems(partition)}`.execute(db)
  const byOrganization = Map.groupBy(kept, (item) => item.organization_id)
  for (const [organizationId, items] of byOrganization) {
    const ids = new Set(items.map(({ id }) => id))
    for (let after = 0; ; ) {
      const { rows } = await sql<StepsRow>`
        select sequence, at, steps
          from ${sql.ref(partition.name)}
         where organization_id = ${organizationId}
           and sequence > ${after}
         order by sequence
         limit ${ROWS_PER_STEP}`.execute(db)
      const last = rows.at(-1)
      if (last === undefined) break
      const carried = rows.flatMap((row) => {
        const steps = stepsIn(row).filter(({ workItem }) => workItem !== null && ids.has(workItem))
        return steps.length === 0 ? [] : [rowOfSteps(row.at, steps)]
      })
      await sql`
        insert into ${sql.ref(`${partition.name}${KEPT}`)} (organization_id, sequence, at, steps)
        select ${organizationId}, sequence, at, steps
          from unnest(${carried.map(({ sequence }) => sequence)}::bigint[], ${carried.map(({ at }) => at)}::bigint[],
                      ${carried.map(({ steps }) => steps)}::text[]) as row (sequence, at, steps)`.execute(db)
      after = last.sequence
    }
  }
}

type StepsRow = Pick<SelectedJournalRow, 'sequence' | 'at' | 'steps'>

async function replacePartition(db: Kysely<Database>, partition: Partition, isNeeded: boolean): Promise<void> {
  const { name, bound } = partition
  const replacement = `${name}${KEPT}`
  await db.transaction().execute(async (transaction) => {
    await sql`select set_config('lock_timeout', ${LOCK_WAIT_MAX}, true)`.execute(transaction)
    if (isNeeded) {
      // Nothing is written into the past any more, so the copying need not lock the journal.
      await sql`create table ${sql.ref(replacement)} (like routing_event including all)`.execute(transaction)
      await sql`
        insert into ${sql.ref(replacement)}
        select event.*
          from (${keptItems(partition)}) kept
          join ${sql.ref(name)} event
            on event.organization_id = kept.organization_id
           and event.work_item_id = kept.id`.execute(transaction)
      await carryStepsOver(transaction, partition)
    }
    await sql`alter table routing_event detach partition ${sql.ref(name)}`.execute(transaction)
    if (isNeeded)
      await sql`alter table routing_event attach partition ${sql.ref(replacement)} ${sql.raw(bound)}`.execute(
        transaction,
      )
    await sql`drop table ${sql.ref(name)}`.execute(transaction)
  })
}
