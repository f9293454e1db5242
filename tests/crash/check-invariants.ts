import pg from 'pg'
import { readEvents } from '../../packages/server/src/store/journal.ts'
import { openStore } from '../../packages/server/src/store/store.ts'
import type { ApiRequest, ApiSession, Reply } from './api-session.ts'
import type { Acknowledged } from './load.ts'
import type { StreamWatch } from './stream-watch.ts'

/** Everything that must hold after any crash, as sentences about what does not; empty: all is well. */
export async function findViolations(
  connectionString: string,
  api: ApiSession,
  acknowledged: readonly Acknowledged[],
): Promise<string[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await layOutJournal(connectionString, client)
    const found = [
      await journalGaps(client),
      await timesBackwards(client),
      await doubleSessions(client),
      await doublyRoutedRecords(client),
      await staleColumns(client),
      await configurationGaps(client),
      await messagesOutOfOrder(client),
      await wrongEffects(client, acknowledged),
      refusedCreations(acknowledged),
      await driftedCapacity(client, api),
      await mendedDrift(client),
      await changedAnswers(api, acknowledged),
    ]
    return found.flat()
  } finally {
    await client.end()
  }
}

/** Every event of the journal, one a row. */
async function layOutJournal(connectionString: string, client: pg.Client): Promise<void> {
  const store = openStore({ connectionString, connectionsMax: 1, name: 'crash tests' })
  const { rows } = await client.query<{ id: string }>('select id from organization')
  const events = await Promise.all(
    rows.map(({ id }) => readEvents(store, { organizationId: id, after: 0, limit: Number.MAX_SAFE_INTEGER })),
  )
  await store.close()
  await client.query(
    `create temporary table journal as
     select (data ->> 'sequence')::bigint as sequence, (data ->> 'at')::bigint as at, data ->> 'type' as type,
            data ->> 'workItem' as work_item_id, data ->> 'representative' as representative, data
       from json_array_elements($1::json) as data`,
    [JSON.stringify(events.flat())],
  )
}

async function journalGaps(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(`
    select count(*)::int as count, coalesce(max(sequence), 0)::int as last, count(distinct sequence)::int as different
      from journal`)
  const { count, last, different } = rows[0]
  return count === last && count === different ? [] : [`journal: ${count} events, ${different} sequences, last ${last}`]
}

async function timesBackwards(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(`
    select sequence
      from (select sequence, at, lag(at) over (order by sequence) as before from journal) as event
     where at < before`)
  return rows.map(({ sequence }) => `event ${sequence} is earlier than the one before`)
}

/** Every event once and in order, from the first to the last that is stored. */
export async function findGapsOfStream(connectionString: string, watch: StreamWatch): Promise<string[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query('select max(sequence)::int as last from routing_event')
    const heard = await watch.heardUpTo(rows[0].last)
    const wrong = heard.findIndex((sequence, index) => sequence !== index + 1)
    if (wrong >= 0) return [`the stream told ${heard.slice(Math.max(0, wrong - 2), wrong + 3).join(' ')}`]
    return (heard.at(-1) ?? 0) >= rows[0].last ? [] : [`the stream ended at ${heard.at(-1)} of ${rows[0].last}`]
  } finally {
    await client.end()
  }
}

/** Walks the journal of every item: a session may only open when none is open. */
async function doubleSessions(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(`
    select sequence, type, work_item_id, representative, data ->> 'session' as session
      from journal
     where type in ('workItem.offered', 'workItem.assigned', 'workItem.accepted', 'workItem.declined',
                    'workItem.offerWithdrawn', 'workItem.sessionClosed')
     order by sequence`)
  const open = new Map<string, string>()
  const violations: string[] = []
  for (const { sequence, type, work_item_id: item, representative, session } of rows) {
    const holder = open.get(item)
    if (type === 'workItem.offered' || type === 'workItem.assigned') {
      if (holder !== undefined && holder !== session) {
        violations.push(`event ${sequence}: ${item} given to ${representative} while session ${holder} was open`)
      }
      open.set(item, session)
    } else if (type !== 'workItem.accepted' && holder === session) open.delete(item)
  }
  return violations
}

async function doublyRoutedRecords(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(`
    select record_table, record_id, count(*)::int as count
      from work_item
     where state <> 'Closed' and record_id is not null
     group by record_table, record_id
    having count(*) > 1`)
  return rows.map((row) => `${row.record_table} ${row.record_id} has ${row.count} open work items`)
}

/** The columns that lists use say what the document says. */
async function staleColumns(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(`
    select id
      from work_item
     where state is distinct from document::json ->> 'state'
        or representative is distinct from document::json -> 'session' ->> 'representative'
        or queue is distinct from document::json ->> 'queue'`)
  return rows.map(({ id }) => `columns of ${id} differ from its document`)
}

/** Every version of the configuration once, and who made it. */
async function configurationGaps(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(`
    select count(*)::int as count, max(version)::int as last
      from configuration_version`)
  const { rows: entries } = await client.query(`
    select configuration_version as version, count(*)::int as count
      from audit_entry
     where action = 'configurationChanged'
     group by configuration_version
    having count(*) > 1`)
  const { count, last } = rows[0]
  return [
    ...(count === last ? [] : [`${count} versions of the configuration, the last one is ${last}`]),
    ...entries.map((entry) => `version ${entry.version} is ${entry.count} times in the audit log`),
  ]
}

/** The messages of a conversation are numbered from 1, and each number is there once. */
async function messagesOutOfOrder(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(`
    select work_item_id as id, count(*)::int as count, max(number)::int as last, count(distinct number)::int as different
      from conversation_message
     group by work_item_id
    having count(*) <> max(number) or count(*) <> count(distinct number)`)
  return rows.map(({ id, ...found }) => `messages of ${id}: ${JSON.stringify(found)}`)
}

const body = (name: string) => (request: ApiRequest) => Object(request.body)[name]
const inPath = ({ path }: ApiRequest) => path.split('/').at(-2)

/** What stands exactly once in the store after a request was done, and by what of the request it is found. */
const effects = [
  {
    path: /^\/tables\/case\/rows$/,
    sql: `select 1 from table_row where table_name = 'case' and id = $1`,
    by: body('id'),
  },
  {
    path: /^\/tables\/case\/rows$/,
    sql: `select 1 from table_row where table_name = 'case' and values ->> 'title' = $1`,
    by: (request: ApiRequest) =>
      body('id')(request) === undefined ? Object(body('values')(request)).title : undefined,
  },
  { path: /^\/conversations$/, sql: 'select 1 from work_item where id = $1', by: body('id') },
  {
    path: /^\/conversations\/[^/]+\/messages$/,
    sql: 'select 1 from conversation_message where text = $1',
    by: body('text'),
  },
  {
    path: /^\/tables\/case\/rows\/[^/]+\/complete$/,
    sql: 'select 1 from table_row where id = $1 and not active',
    by: inPath,
  },
  {
    path: /^\/work-items\/[^/]+\/force-close$/,
    sql: `select 1 from work_item where id = $1 and state = 'Closed'`,
    by: inPath,
  },
  { path: /^\/configuration\/changes$/, sql: 'select 1 from configuration_version where note = $1', by: body('note') },
] as const

async function wrongEffects(client: pg.Client, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const violations: string[] = []
  for (const { request, reply } of acknowledged) {
    if (reply.status >= 300) continue
    for (const { path, sql, by } of effects) {
      const key = path.test(request.path) ? by(request) : undefined
      if (key === undefined) continue
      const { rowCount } = await client.query(sql, [key])
      if (rowCount !== 1) violations.push(`${rowCount} times: ${request.path} ${JSON.stringify(request.body)}`)
    }
  }
  return violations
}

/** What nobody else makes can be refused only to somebody whose first answer was forgotten. */
function refusedCreations(acknowledged: readonly Acknowledged[]): string[] {
  const creations = ['/tables/case/rows', '/conversations', '/configuration/changes']
  return acknowledged
    .filter(({ request, reply }) => creations.includes(request.path) && reply.status >= 300)
    .map(({ request, reply }) => `refused: ${request.path} ${JSON.stringify(request.body)}: ${reply.status}`)
}

/** What the router says is free equals the limit less what the stored items cost their holders. */
async function driftedCapacity(client: pg.Client, api: ApiSession): Promise<string[]> {
  const { rows } = await client.query<{ representative: string; units: number; items: string[] }>(`
    select representative, array_agg(id order by id) as items,
           coalesce(sum((document::json ->> 'units')::int) filter (where document::json ->> 'capacityReleasedAt' is null), 0)::int as units
      from work_item
     where representative is not null
       and state <> 'Closed'
     group by representative`)
  const held = new Map(rows.map((row) => [row.representative, row]))
  const violations: string[] = []
  const { body } = await api.ask({ method: 'GET', path: '/representatives' })
  for (const person of listOf(body)) {
    const stored = held.get(person.name)
    const free = person.load.unitsLimit - (stored?.units ?? 0)
    const items = person.load.items.toSorted()
    if (person.load.unitsFree !== free)
      violations.push(`${person.name}: ${person.load.unitsFree} units free, not ${free}`)
    if (JSON.stringify(items) !== JSON.stringify(stored?.items ?? [])) {
      violations.push(`${person.name} holds ${items.join(' ')}; stored: ${(stored?.items ?? []).join(' ')}`)
    }
  }
  return violations
}

/** The server compares router, rows and journal all the time; it shall never have anything to mend. */
async function mendedDrift(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query(`select subject_name, summary from audit_entry where action = 'driftMended'`)
  return rows.map(({ subject_name: name, summary }) => `${name}: ${summary}`)
}

interface PersonView {
  readonly name: string
  readonly load: { readonly unitsFree: number; readonly unitsLimit: number; readonly items: readonly string[] }
}

function listOf(body: Readonly<Record<string, unknown>>): PersonView[] {
  const list: unknown = Array.isArray(body) ? body : body.items
  if (!Array.isArray(list) || list.length === 0) throw new Error(`no representatives in ${JSON.stringify(body)}`)
  return list
}

/** Whoever repeats an answered request is given the first answer. */
async function changedAnswers(api: ApiSession, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const violations: string[] = []
  for (const { request, reply } of acknowledged) {
    // Shows people as they are when it is written.
    if (request.path.startsWith('/representatives/')) continue
    const again = await api.ask(request)
    const [first, second] = [answerOf(reply), answerOf(again)]
    if (first !== second) violations.push(`${request.path}: answered ${first}, then ${second}`)
  }
  return violations
}

/** What views add from the present, and the id of the request. */
const ofThePresent = ['title', 'customerName', 'offeredTo', 'assignedTo', 'position', 'findings', 'requestId']

function answerOf({ status, body }: Reply): string {
  return `${status} ${JSON.stringify(body, (key, value) => (ofThePresent.includes(key) ? undefined : value))}`
}
