import type { RowListFilter } from '../data/queries.ts'
import type { RowListSearch } from '../search-params.ts'

/** Columns that name a row, for the search box. Tables of the organization's own search by `name`. */
const searchColumns: Record<string, string> = {
  case: 'title',
  lead: 'title',
  contact: 'fullName',
  account: 'name',
  email: 'subject',
}

/** The list that an address asks for, as the API's filters: active rows, newest first, unless it says otherwise. */
export function rowFilterOf(table: string, { q, status, sort, where = {} }: RowListSearch): RowListFilter {
  const filter = [
    ...(status === 'all' ? [] : [`active:eq:${status !== 'closed'}`]),
    ...(q ? [`${searchColumns[table] ?? 'name'}:contains:${q}`] : []),
    ...Object.entries(where).map(([column, value]) => `${column}:eq:${value}`),
  ]
  return { filter, sort: sort ?? '-createdAt' }
}
