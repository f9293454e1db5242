import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { QueryOf } from '../../data/api.ts'
import { api } from '../../data/api.ts'

const PAGE_SIZE = '50'
const NO_CURSOR = ''

export type AuditFilter = Pick<QueryOf<'listAuditEntries'>, 'from' | 'to' | 'by' | 'action' | 'list' | 'name'>

export const auditListQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    queryFn: ({ pageParam }) =>
      api.audit.list({ ...filter, limit: PAGE_SIZE, ...(pageParam === NO_CURSOR ? {} : { cursor: pageParam }) }),
    initialPageParam: NO_CURSOR,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  })

export const auditEntryQuery = (id: string) =>
  queryOptions({ queryKey: ['audit-entry', id], queryFn: () => api.audit.read(id) })
