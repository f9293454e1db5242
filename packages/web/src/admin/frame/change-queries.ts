import { queryOptions } from '@tanstack/react-query'
import { operations } from '@unified-routing/contract'
import { api } from '../../data/api.ts'

export const SHOWN_MAX = 50

/** The last changes of a row, newest first. */
export const changesQuery = (list: string, name: string | null) =>
  queryOptions({
    queryKey: ['changes', list, name],
    queryFn: ({ signal }) =>
      api.call(operations.listAuditEntries, {
        query: { list, ...(name === null ? {} : { name }), limit: String(SHOWN_MAX) },
        signal,
      }),
    staleTime: 0,
  })

/** One change with what it changed, which stays as it is. */
export const changeQuery = (id: string) =>
  queryOptions({
    queryKey: ['change', id],
    queryFn: ({ signal }) => api.call(operations.getAuditEntry, { params: { id }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })
