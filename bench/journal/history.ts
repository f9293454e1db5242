import pg from 'pg'
import { type JournalStep, rowOfSteps } from '../../packages/server/src/store/journal-rows.ts'
import { stepsIn } from '../../packages/server/src/store/stored-journal.ts'

const YEAR_DAYS = 365
const DAY_MS = 86_400_000
/** How far apart copies lie in the journal's numbering: a row bears the number of the last of its events, which are fewer. */
const GAP = 1_000
/** Stands in the journal of the template for what tells the items of a copy from those of another. */
const COPY = '~copy~'

export interface History {
  readonly events: number
  readonly workItems: number
  readonly bytes: number
  readonly partitions: number
}

/** Makes a year of history from the lives that a server has really led: copies with identities and times of their own, in
 * the journal's order, in the partitions that the product would have made month by month.
 *
 * Closed items, their journal, messages and figures; the figures as far as the counter of the product had counted. */
export async function multiplyHistory(connectionString: string, eventsWanted: number): Promise<History> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query(fast)
    await client.query(template)
    await layOutTemplate(client)
    const { rows } = await client.query<{ events: string }>(`select ${eventsIn('template_event')} as events`)
    const copies = Math.max(1, Math.ceil(eventsWanted / Number(rows[0]?.events ?? 1)))
    const stepMs = Math.floor((YEAR_DAYS * DAY_MS) / copies)
    await makePartitions(client)
    const indexes = await dropIndexes(client)
    for (const statement of statements) await client.query(statement, [copies, stepMs])
    for (const index of indexes) await client.query(index)
    await client.query('update figure_position set sequence = (select max(sequence) from routing_event)')
    await client.query('drop table template_row, template_event, template_item, template_message, template_figure')
    await client.query('vacuum analyze')
    return await sizeOf(client)
  } finally {
    await client.end()
  }
}

/** How many events a journal holds: a row is a list of steps, and a step four things and its events. */
function eventsIn(table: string): string {
  return `(select coalesce(sum(json_array_length(step) - 4), 0) from ${table}, json_array_elements(steps::json) step)`
}

/** What is copied is right already, and a loss would be a loss of copies. */
const fast = `
  set synchronous_commit = off;
  set session_replication_role = replica;
  set maintenance_work_mem = '512MB'`

/** What was led for real, closed all of it, set aside. Events of the configuration and of people stay where they are told
 * from: the tables of state. */
const template = `
  create table template_row as select sequence, at, steps from routing_event;
  create table template_event (organization_id text, sequence bigint, at bigint, steps text);
  create table template_item as select * from work_item where closed_at is not null;
  create table template_message as select * from conversation_message;
  create table template_figure as select * from figure;
  truncate routing_event, figure;
  delete from conversation_message;
  delete from work_item where closed_at is not null`

/** Of the rows of the template, what they hold of closed work. */
async function layOutTemplate(client: pg.Client): Promise<void> {
  const closed = await client.query<{ id: string }>('select id from template_item')
  const ids = new Set(closed.rows.map(({ id }) => id))
  const { rows } = await client.query<{ sequence: string; at: string; steps: string }>('select * from template_row')
  const laid = rows.flatMap((row) => {
    const steps = stepsIn({ sequence: Number(row.sequence), at: Number(row.at), steps: row.steps })
    const own = steps.filter(({ workItem }) => workItem !== null && ids.has(workItem))
    return own.length === 0 ? [] : [rowOfSteps(Number(row.at), own.map(marked))]
  })
  await client.query(
    `insert into template_event
     select organization.id, sequence, at, steps
       from organization, unnest($1::bigint[], $2::bigint[], $3::text[]) as row (sequence, at, steps)`,
    [laid.map(({ sequence }) => sequence), laid.map(({ at }) => at), laid.map(({ steps }) => steps)],
  )
}

function marked({ workItem, trail, events }: JournalStep): JournalStep {
  const mark = (id: string | null) => (id === null ? null : `${id}${COPY}`)
  return {
    workItem: mark(workItem),
    trail,
    events: events.map((event) => ({ ...event, workItem: mark(event.workItem) })),
  }
}

/** $1 copies, $2 milliseconds from one to the next; the last is the original. */
const statements: readonly string[] = [
  `insert into work_item
   select (jsonb_populate_record(item, jsonb_build_object(
            'id', item.id || '-' || copy,
            'customer', 'contact-' || (abs(hashtext(item.id)) + copy) % ($1::int * 10),
            'created_at', created_at - ago, 'changed_at', changed_at - ago,
            'queued_at', queued_at - ago, 'closed_at', closed_at - ago,
            'document', (document::jsonb || jsonb_build_object(
              'id', item.id || '-' || copy,
              'version', (document::json ->> 'version')::bigint + shift,
              'customer', 'contact-' || (abs(hashtext(item.id)) + copy) % ($1::int * 10),
              'createdAt', created_at - ago, 'changedAt', changed_at - ago, 'closedAt', closed_at - ago))::text))).*
     from generate_series(1, $1::int) copy
    cross join lateral (select ($1::int - copy) * $2::bigint as ago) time
    cross join lateral (select copy * (max(sequence) - min(sequence) + ${GAP}) as shift from template_event) numbering
    cross join template_item item`,
  `insert into routing_event (organization_id, sequence, at, steps)
   select organization_id, sequence + shift, at - ago, replace(steps, '${COPY}', '-' || copy)
     from generate_series(1, $1::int) copy
    cross join lateral (select ($1::int - copy) * $2::bigint as ago) time
    cross join lateral (select copy * (max(sequence) - min(sequence) + ${GAP}) as shift from template_event) numbering
    cross join template_event`,
  `insert into conversation_message
   select (jsonb_populate_record(message, jsonb_build_object(
            'id', message.id || '-' || copy, 'work_item_id', work_item_id || '-' || copy,
            'sent_at', sent_at - ago))).*
     from generate_series(1, $1::int) copy
    cross join lateral (select ($1::int - copy) * $2::bigint as ago) time
    cross join template_message message`,
  `insert into table_row (organization_id, table_name, id, values, active, version, created_at, changed_at)
   select organization.id, 'contact', 'contact-' || contact,
          jsonb_build_object('fullName', 'Customer ' || contact), true, 1, 0, $2::bigint
     from organization, generate_series(0, $1::int * 10 - 1) contact
       on conflict do nothing`,
  `insert into figure
   select (jsonb_populate_record(figure, jsonb_build_object(
            'from_at', from_at - floor(ago / (minutes * 60000.0))::bigint * minutes * 60000))).*
     from generate_series(1, $1::int) copy
    cross join lateral (select ($1::int - copy) * $2::bigint as ago) time
    cross join template_figure figure
       on conflict do nothing`,
]

/** Indexes are made anew afterwards, as they were: sorted at once, in a tenth of the time. Answers how to make them. */
async function dropIndexes(client: pg.Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(`
    select class.oid::regclass::text as name, pg_get_indexdef(class.oid) as definition
      from pg_index
      join pg_class class on class.oid = pg_index.indexrelid
     where pg_index.indrelid in ('work_item'::regclass, 'routing_event'::regclass, 'conversation_message'::regclass)
       and not exists (select from pg_constraint where conindid = class.oid)`)
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition.replace(' ON ONLY ', ' ON '))
}

/** In place of the one partition that a new installation begins with: one for each month of the year that it has run. */
async function makePartitions(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select child.relname as name
      from pg_inherits
      join pg_class child on child.oid = pg_inherits.inhrelid
     where pg_inherits.inhparent = 'routing_event'::regclass
       and pg_get_expr(child.relpartbound, child.oid) like '%MINVALUE%'`)
  for (const { name } of rows) await client.query(`drop table ${pg.escapeIdentifier(name)}`)
  const now = new Date()
  for (let month = -13; month <= 0; month += 1) {
    const from = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + month)
    const to = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + month + 1)
    const name = `routing_event_${new Date(from).toISOString().slice(0, 7).replace('-', '_')}`
    await client.query(`
      create table if not exists ${pg.escapeIdentifier(name)} partition of routing_event
        for values from (${from}) to (${to}) with (toast_tuple_target = 8160)`)
  }
}

async function sizeOf(client: pg.Client): Promise<History> {
  const { rows } = await client.query<{ events: string; items: string; bytes: string; partitions: string }>(`
    select ${eventsIn('routing_event')} as events,
           (select count(*) from work_item) as items,
           pg_database_size(current_database()) as bytes,
           (select count(*) from pg_inherits where inhparent = 'routing_event'::regclass) as partitions`)
  const [size] = rows
  return {
    events: Number(size?.events),
    workItems: Number(size?.items),
    bytes: Number(size?.bytes),
    partitions: Number(size?.partitions),
  }
}

/** Ids to ask for: closed items and customers, spread over the whole time. */
export async function sampleIds(
  connectionString: string,
  count: number,
): Promise<{ readonly workItems: readonly string[]; readonly customers: readonly string[] }> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const items = await client.query<{ id: string }>(
      `select id from work_item where closed_at is not null and hashtext(id) % 7 = 0 order by hashtext(id) limit $1`,
      [count],
    )
    const customers = await client.query<{ id: string }>(
      `select id from table_row where table_name = 'contact' order by hashtext(id) limit $1`,
      [count],
    )
    return { workItems: items.rows.map(({ id }) => id), customers: customers.rows.map(({ id }) => id) }
  } finally {
    await client.end()
  }
}
