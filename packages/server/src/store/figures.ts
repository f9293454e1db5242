import type { Channel } from '@unified-routing/routing'
import { type RawBuilder, sql } from 'kysely'
import { type Bucket, type Measure, measures, type Sums, type Way } from './measures.ts'
import { ofUnits, type WorkReach } from './reach.ts'
import type { Store } from './store.ts'

export interface CountedEvents {
  readonly organizationId: string
  /** The position before and after. */
  readonly from: number
  readonly to: number
  readonly buckets: readonly Bucket[]
  /** Null: the item is closed and forgotten. */
  readonly ways: ReadonlyMap<string, Way | null>
}

/** Up to which event of the journal the figures are counted; 0: none is. */
export async function readFigurePosition({ db }: Pick<Store, 'db'>, organizationId: string): Promise<number> {
  const { rows } = await sql<{ sequence: number }>`
    select sequence
      from figure_position
     where organization_id = ${organizationId}`.execute(db)
  return rows[0]?.sequence ?? 0
}

/** What is remembered of open items at that position. */
export async function readWays({ db }: Pick<Store, 'db'>, organizationId: string): Promise<readonly [string, Way][]> {
  const { rows } = await sql<{ id: string; way: Way }>`
    select work_item_id as id, way
      from figure_way
     where organization_id = ${organizationId}`.execute(db)
  return rows.map(({ id, way }) => [id, way])
}

/** Adds what was counted, once: answers false, and writes nothing, when the position is no longer `from`. */
export async function storeCountedEvents({ db }: Pick<Store, 'db'>, counted: CountedEvents): Promise<boolean> {
  const { organizationId, from, to } = counted
  return await db.transaction().execute(async (transaction) => {
    const { numAffectedRows } = await sql`
      insert into figure_position (organization_id, sequence)
      select ${organizationId}, ${to}::bigint
       where ${from}::bigint = 0 or exists (select from figure_position where organization_id = ${organizationId})
      on conflict (organization_id) do update
         set sequence = excluded.sequence
       where figure_position.sequence = ${from}::bigint`.execute(transaction)
    if (numAffectedRows !== 1n) return false
    const known = [...counted.ways]
    const kept = known.flatMap(([id, way]) => (way === null ? [] : [{ id, way: JSON.stringify(way) }]))
    const gone = known.flatMap(([id, way]) => (way === null ? [id] : []))
    if (kept.length > 0)
      await sql`
        insert into figure_way (organization_id, work_item_id, way)
        select ${organizationId}, kept.id, kept.way
          from unnest(${kept.map(({ id }) => id)}::text[], ${kept.map(({ way }) => way)}::jsonb[]) as kept (id, way)
        on conflict (organization_id, work_item_id) do update
           set way = excluded.way`.execute(transaction)
    if (gone.length > 0)
      await sql`
        delete from figure_way
         where organization_id = ${organizationId}
           and work_item_id = any(${gone}::text[])`.execute(transaction)
    if (counted.buckets.length > 0) await addBuckets(organizationId, counted.buckets).execute(transaction)
    return true
  })
}

function addBuckets(organizationId: string, buckets: readonly Bucket[]): RawBuilder<unknown> {
  const names = sql.join(measures.map((measure) => sql.ref(columnOf(measure))))
  const values = sql.join(measures.map((measure) => sql`${buckets.map(({ sums }) => sums[measure] ?? 0)}::bigint[]`))
  const sums = sql.join(
    measures.map((measure) => {
      const column = sql.ref(columnOf(measure))
      if (measure === 'longestWaitMs') return sql`${column} = greatest(figure.${column}, excluded.${column})`
      return sql`${column} = figure.${column} + excluded.${column}`
    }),
  )
  return sql`
    insert into figure (organization_id, minutes, from_at, queue, representative, channel, business_unit, ${names})
    select ${organizationId}, counted.*
      from unnest(
             ${buckets.map(({ minutes }) => minutes)}::smallint[],
             ${buckets.map(({ from }) => from)}::bigint[],
             ${buckets.map(({ queue }) => queue)}::text[],
             ${buckets.map(({ representative }) => representative)}::text[],
             ${buckets.map(({ channel }) => channel)}::text[],
             ${buckets.map(({ businessUnit }) => businessUnit)}::text[],
             ${values}
           ) as counted
    on conflict (organization_id, minutes, from_at, queue, representative, channel, business_unit) do update
       set ${sums}`
}

export type FigureGroup = 'queue' | 'representative' | 'time' | 'channel'

/** A name by which a queue went for some time, and the one that it has now. */
export interface FormerName {
  readonly name: string
  readonly since: number
  /** Exclusive. */
  readonly until: number
  readonly present: string
}

/** The work that counts for somebody. */
export type FigureReach = Pick<WorkReach, 'units' | 'queues' | 'queueUnits'>

interface FiguresScope {
  readonly organizationId: string
  /** Of which buckets. */
  readonly minutes: number
  readonly from: number
  readonly to: number
  /** By the names of today; null: any. */
  readonly queues: readonly string[] | null
  readonly formerNames: readonly FormerName[]
  /** Null: all. */
  readonly reach: FigureReach | null
}

export interface FiguresQuery extends FiguresScope {
  /** Each null: any. */
  readonly representatives: readonly string[] | null
  readonly channels: readonly string[] | null
  readonly by: FigureGroup
  /** By time: where each stretch begins, in order. */
  readonly edges: readonly number[]
}

export interface FigureRow {
  /** The queue or representative; empty when neither was asked for, or when it is nobody's. */
  readonly key: string
  /** Which of the edges, from 0; null: not asked for by time. */
  readonly edge: number | null
  readonly channel: Channel
  readonly sums: Sums
}

/** Sums over a time: a row for each channel, and for each of what they are asked by. */
export async function readFigures({ db }: Pick<Store, 'db'>, query: FiguresQuery): Promise<readonly FigureRow[]> {
  const { table, queue, condition } = scopeOf(query)
  const among = (name: RawBuilder<unknown>, values: readonly string[] | null) =>
    values === null ? sql`` : sql`and ${name} = any(${values}::text[])`
  const sums = sql.join(
    measures.map((measure) => {
      const total = measure === 'longestWaitMs' ? sql`max` : sql`sum`
      return sql`${total}(${sql.ref(columnOf(measure))})::bigint as ${sql.ref(measure)}`
    }),
  )
  const edge = query.by === 'time' ? sql`width_bucket(from_at, ${query.edges}::bigint[]) - 1` : sql`null::integer`
  const { rows } = await sql<Record<Measure, number> & Omit<FigureRow, 'sums'>>`
    select ${query.by === 'queue' ? queue : keyColumn(query.by)} as key,
           ${edge} as edge,
           channel,
           ${sums}
      from ${table}
     where ${condition}
       ${among(sql`representative`, query.representatives)}
       ${among(sql`channel`, query.channels)}
     group by 1, 2, channel`.execute(db)
  return rows.map(({ key, edge, channel, ...found }) => ({ key, edge, channel, sums: found }))
}

/** How much entered each queue, by bucket. */
export async function readTrends(
  { db }: Pick<Store, 'db'>,
  query: FiguresScope,
): Promise<readonly { readonly queue: string; readonly from: number; readonly entered: number }[]> {
  const { table, queue, condition } = scopeOf(query)
  const { rows } = await sql<{ queue: string; from: number; entered: number }>`
    select ${queue} as queue, from_at as "from", sum(entered)::bigint as entered
      from ${table}
     where ${condition}
     group by 1, from_at`.execute(db)
  return rows
}

/** Where sums are read from, what a queue of theirs is called today, and which of them count. */
function scopeOf({ organizationId, minutes, from, to, queues, formerNames, reach }: FiguresScope) {
  const isRenamed = formerNames.length > 0
  const queue = isRenamed ? sql`coalesce(former.present, queue)` : sql`queue`
  const table = isRenamed
    ? sql`figure
      left join unnest(
                  ${formerNames.map(({ name }) => name)}::text[],
                  ${formerNames.map(({ since }) => since)}::bigint[],
                  ${formerNames.map(({ until }) => until)}::bigint[],
                  ${formerNames.map(({ present }) => present)}::text[]
                ) as former (name, since, until, present)
        on former.name = queue
       and from_at >= former.since
       and from_at < former.until`
    : sql`figure`
  const condition = sql`organization_id = ${organizationId}
       and minutes = ${minutes}
       and from_at >= ${from}
       and from_at < ${to}
       ${queues === null ? sql`` : sql`and ${queue} = any (${queues}::text[])`}
       ${reach === null ? sql`` : sql`and ${within(reach, queue)}`}`
  return { table, queue, condition }
}

function within({ units, queues, queueUnits }: FigureReach, queue: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(${ofUnits(units)} or (${queue} = any (${queues}::text[]) and ${ofUnits(queueUnits)}))`
}

function keyColumn(by: Exclude<FigureGroup, 'queue'>): RawBuilder<unknown> {
  return by === 'representative' ? sql`representative` : sql`''`
}

function columnOf(measure: Measure): string {
  return measure.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
