import { queryOptions } from '@tanstack/react-query'
import { settingKinds } from '@unified-routing/contract'
import { api } from '../data/api.ts'

/** Views of the supervisor's pages that somebody has kept, for all who supervise. */
export const savedViewsQuery = queryOptions({
  queryKey: ['saved-views'],
  queryFn: ({ signal }) => api.settings(settingKinds.supervisorView).list(signal),
  staleTime: 60_000,
})
