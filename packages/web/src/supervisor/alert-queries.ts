import { queryOptions } from '@tanstack/react-query'
import { api } from '../data/api.ts'

/** Alerts are looked at by the server every few seconds, and come about with time alone. */
const LOOK_EVERY_MS = 10_000

/** What was raised, the latest first. */
export const alertsQuery = queryOptions({
  queryKey: ['alerts'],
  queryFn: async ({ signal }) => (await api.alerts.list(signal)).items,
  staleTime: 0,
  refetchInterval: LOOK_EVERY_MS,
})
