import { useQuery } from '@tanstack/react-query'
import { rowQuery } from '../data/queries.ts'
import { rowTitle } from './table-words.ts'

const FRESH_MS = 5 * 60_000

/** The name of the row that a lookup points to; its id until that is read. */
export function LookupText({ table, id }: { readonly table: string; readonly id: string }) {
  const { data } = useQuery({ ...rowQuery(table, id), staleTime: FRESH_MS })
  return <>{data ? rowTitle(data) : id}</>
}
