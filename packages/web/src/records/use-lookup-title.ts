import { useQuery } from '@tanstack/react-query'
import { rowQuery } from '../data/queries.ts'
import { rowTitle } from './table-words.ts'

const FRESH_MS = 5 * 60_000

export interface RowPlace {
  readonly table: string
  readonly id: string
}

/** The name of a row, its id until that is read; null: there is no row to name. */
export function useLookupTitle(place: RowPlace | null): string | null {
  const { table, id } = place ?? { table: '', id: '' }
  const { data } = useQuery({ ...rowQuery(table, id), staleTime: FRESH_MS, enabled: place !== null })
  return place === null ? null : data ? rowTitle(data) : id
}
