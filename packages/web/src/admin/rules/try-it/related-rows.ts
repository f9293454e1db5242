import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { RowView } from '@unified-routing/contract'
import type { TableCatalog } from '@unified-routing/routing'
import { rowQuery } from '../../../data/queries.ts'
import type { Literal } from './subject.ts'

/** Rows that one item is read through; more are not followed. */
const ROWS_MAX = 50

interface Place {
  readonly table: string
  readonly id: string
}

/** The rows that a row refers to, and those they refer to. Rows that are gone are left out. */
export const relatedRowsQuery = (
  begin: readonly Place[],
  { tables, client }: { tables: TableCatalog; client: QueryClient },
) =>
  queryOptions({
    queryKey: ['related-rows', begin],
    queryFn: async () => {
      const found = new Map<string, RowView>()
      let pending = begin
      while (pending.length > 0 && found.size < ROWS_MAX) {
        const rows = await Promise.all(pending.map(({ table, id }) => read(client, table, id)))
        const present = rows.filter((row) => row !== null)
        for (const row of present) found.set(`${row.table}/${row.id}`, row)
        pending = present
          .flatMap((row) => lookupsOf(row.table, row.values, tables))
          .filter(({ table, id }) => !found.has(`${table}/${id}`))
      }
      return [...found.values()]
    },
  })

/** The rows that the values of a row name. */
export function lookupsOf(
  table: string,
  values: Readonly<Record<string, Literal>>,
  tables: TableCatalog,
): readonly Place[] {
  return [...(tables.get(table)?.columns.values() ?? [])].flatMap(({ name, type, target }) => {
    const id = values[name]
    return type === 'lookup' && target !== undefined && typeof id === 'string' && id !== ''
      ? [{ table: target, id }]
      : []
  })
}

async function read(client: QueryClient, table: string, id: string): Promise<RowView | null> {
  try {
    return await client.ensureQueryData(rowQuery(table, id))
  } catch {
    return null
  }
}
