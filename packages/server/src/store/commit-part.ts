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

/** A part with the rows of one commit, as arrays or as parameters. */
export interface PartForm {
  /** Another form has another name. */
  readonly name: string
  readonly columnTypes: readonly ColumnType[]
  readonly clausesOf: (firstParameter: number) => string
  readonly writeTo: (message: BindMessage) => void
}

/** An array for each column. */
export interface FilledPart extends PartForm {
  readonly rowCount: number
  /** When it has one row only: a parameter for each column, with which PostgreSQL begins sooner than with an array. */
  readonly asParameters: PartForm | null
}

export function fill<Row>(part: CommitPart<Row>, rows: readonly Row[]): readonly FilledPart[] {
  const [row] = rows
  if (row === undefined) return []
  const asParameters = rows.length === 1 ? parametersOf(part, row) : null
  return [{ ...arraysOf(part, rows), rowCount: rows.length, asParameters }]
}

function arraysOf<Row>({ name, columns, clauses }: CommitPart<Row>, rows: readonly Row[]): PartForm {
  return {
    name,
    columnTypes: columns.map(({ type }) => type),
    clausesOf: (first) => {
      // Unnested in the list, rows go on as they come; a function in "from" would put each array aside first.
      const unnested = columns.map(({ name, type }, index) => `unnest($${first + index}::${type}[]) as ${name}`)
      return clauses(`(select ${unnested.join(', ')}) as r`)
    },
    writeTo: (message) => {
      for (const { type, read } of columns) message.array(type, rows, read)
    },
  }
}

function parametersOf<Row>({ name, columns, clauses }: CommitPart<Row>, row: Row): PartForm {
  return {
    name: `one ${name}`,
    columnTypes: columns.map(({ type }) => type),
    clausesOf: (first) => {
      const values = columns.map(({ name, type }, index) => `$${first + index}::${type} as ${name}`)
      return clauses(`(select ${values.join(', ')}) as r`)
    },
    writeTo: (message) => {
      for (const { type, read } of columns) message.parameter(type, read(row))
    },
  }
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

/** Rows that are new. */
export function addedRows<Row>({ name, table, key, fixed = [], columns }: StoredTable<Row>): CommitPart<Row> {
  const all = [...key, ...fixed, ...columns]
  return {
    name: `new_${name}`,
    columns: all,
    clauses: (rows) => `
  new_${name} as (
    insert into ${table} (organization_id, ${all.map((it) => it.name).join(', ')})
    select lease.organization_id, ${all.map((it) => `r.${it.name}`).join(', ')}
      from lease, ${rows}
  )`,
  }
}

/** A table whose rows are written anew under their key: changed where they are, else added.
 *
 * Nobody else writes them while the lease is ours, so a row need not be locked first, as `on conflict` does. The engine's
 * connections find each by the key's index whatever the planner thinks of a table that nobody has counted yet. */
export function storedRows<Row>({ name, table, key, fixed = [], columns }: StoredTable<Row>): CommitPart<Row> {
  const all = [...key, ...fixed, ...columns]
  const names = all.map((it) => it.name)
  return {
    name,
    columns: all,
    clauses: (rows) => `
  ${name} as (
    merge into ${table} as t
    using (select lease.organization_id as own_organization, r.* from lease, ${rows}) as r
       on t.organization_id = r.own_organization
      and ${key.map((it) => `t.${it.name} = r.${it.name}`).join(' and ')}
     when matched then update
      set ${columns.map((it) => `${it.name} = r.${it.name}`).join(', ')}
     when not matched then
   insert (organization_id, ${names.join(', ')})
   values (r.own_organization, ${names.map((it) => `r.${it}`).join(', ')})
  )`,
  }
}
