import pg from 'pg'

/** What every text of the other organization begins with; the same for its ids. */
export const FOREIGN = 'foreign-'
export const FOREIGN_ID = 'elsewhere-'
const OTHER = 'other'
const DEFAULT = 'default'
/** Where numbers of the other organization begin. */
const NUMBERS_FROM = 1_000_000

interface Column {
  readonly table: string
  readonly column: string
  readonly type: string
}

/** Copies all that an organization keeps to another one in the same database, under other ids and with texts that give
 * themselves away, and answers those ids. */
export async function copyToAnotherOrganization(connectionString: string): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    // Copies refer to what is copied after them.
    await client.query('set session_replication_role = replica')
    const { rows } = await client.query<Column>(
      `select table_name as table, column_name as column, data_type as type
         from information_schema.columns
         join pg_class on relname = table_name and not relispartition and relkind in ('r', 'p')
        where table_schema = 'public' and is_generated = 'NEVER'
        order by table_name, ordinal_position`,
    )
    const tables = [...Map.groupBy(rows, ({ table }) => table)].filter(([, columns]) =>
      columns.some(({ column }) => column === 'organization_id'),
    )
    const ids = new Set<string>()
    for (const [table, columns] of tables) for (const id of await copyTable(client, table, columns)) ids.add(id)
    return [...ids]
  } finally {
    await client.end()
  }
}

async function copyTable(client: pg.Client, table: string, columns: readonly Column[]): Promise<readonly string[]> {
  const names = columns.map(({ column }) => `"${column}"`).join(', ')
  const values = columns.map(copyOf).join(', ')
  await client.query(
    `insert into ${table} (${names}) overriding system value
     select ${values} from ${table} where organization_id = '${DEFAULT}'
         on conflict do nothing`,
  )
  const keys = columns.filter(({ column }) => ['id', 'name', 'code'].includes(column))
  const found = await Promise.all(
    keys.map(({ column }) =>
      client.query<{ id: string }>(
        `select distinct "${column}"::text as id from ${table} where organization_id = '${OTHER}' limit 20`,
      ),
    ),
  )
  return found.flatMap(({ rows }) => rows.map(({ id }) => id))
}

function copyOf({ column, type }: Column): string {
  const name = `"${column}"`
  if (column === 'organization_id') return `'${OTHER}'`
  if (column === 'id' && type === 'bigint') return `${name} + ${NUMBERS_FROM}`
  if (type === 'text' && /(?:^|_)id$/.test(column))
    return `case ${name} when 'root' then 'root' else '${FOREIGN_ID}' || ${name} end`
  if (type === 'text' && /^(?:name|title|text|summary|email|actor_name|subject_name)$/.test(column))
    return `case ${name} when 'root' then 'root' else '${FOREIGN}' || ${name} end`
  if (type === 'jsonb') return `replace(${name}::text, '": "', '": "${FOREIGN}')::jsonb`
  return name
}
