import type { BindMessage, ColumnType } from './bind-message.ts'

/** A column of the rows that a part of a commit writes. */
export interface Column<Row> {
  readonly name: string
  readonly type: ColumnType
  readonly read: (row: Row) => unknown
}

/** What a commit does to one table, when it has rows for it. */
export interface CommitPart<Row> {
  /** Unique among the parts; the names of its clauses begin with it. */
  readonly name: string
  readonly columns: readonly Column<Row>[]
  /** Its clauses, without `with`. `rows` is a table expression of its columns, named r; `lease` is the fence. */
  readonly clauses: (rows: string) => string
}

/** A part with the rows of one commit. */
export interface FilledPart {
  readonly name: string
  readonly columnTypes: readonly ColumnType[]
  readonly clausesOf: (firstParameter: number) => string
  readonly writeTo: (message: BindMessage) => void
}

export function fill<Row>(part: CommitPart<Row>, rows: readonly Row[]): readonly FilledPart[] {
  if (rows.length === 0) return []
  const { name, columns, clauses } = part
  return [
    {
      name,
      columnTypes: columns.map(({ type }) => type),
      clausesOf: (first) => {
        const arrays = columns.map(({ type }, index) => `$${first + index}::${type}[]`).join(', ')
        return clauses(`unnest(${arrays}) as r (${columns.map((column) => column.name).join(', ')})`)
      },
      writeTo: (message) => {
        for (const { type, read } of columns) message.array(type, rows, read)
      },
    },
  ]
}

export function column<Row>(name: string, type: ColumnType, read: (row: Row) => unknown): Column<Row> {
  return { name, type, read }
}

export interface StoredTable<Row> {
  readonly name: string
  readonly table: string
  readonly key: readonly Column<Row>[]
  /** Written when the row is new, and never again. */
  readonly fixed?: readonly Column<Row>[]
  readonly columns: readonly Column<Row>[]
}

/** A table whose rows are written anew under their key: changed where they are, else added.
 *
 * `on conflict` finds them by the key's index whatever the planner thinks; a join may read the whole table while nobody has
 * counted its rows yet. */
export function storedRows<Row>({ name, table, key, fixed = [], columns }: StoredTable<Row>): CommitPart<Row> {
  const all = [...key, ...fixed, ...columns]
  const names = all.map((it) => it.name)
  return {
    name,
    columns: all,
    clauses: (rows) => `
  ${name} as (
    insert into ${table} (organization_id, ${names.join(', ')})
    select lease.organization_id, ${names.map((it) => `r.${it}`).join(', ')}
      from lease, ${rows}
    on conflict (organization_id, ${key.map((it) => it.name).join(', ')}) do update
       set ${columns.map((it) => `${it.name} = excluded.${it.name}`).join(', ')}
  )`,
  }
}
