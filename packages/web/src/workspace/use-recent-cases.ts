import { useInfiniteQuery } from '@tanstack/react-query'
import type { RowView } from '@unified-routing/contract'
import { rowListQuery } from '../data/queries.ts'

const CASE_TABLE = 'case'
const SHOWN_MAX = 5

/** The latest cases of a customer; null while they are read. */
export function useRecentCases(customer: string): readonly RowView[] | null {
  const { data } = useInfiniteQuery(
    rowListQuery(CASE_TABLE, { filter: [`customer:eq:${customer}`], sort: '-createdAt' }),
  )
  return data?.pages[0]?.items.slice(0, SHOWN_MAX) ?? null
}
