import { queryOptions } from '@tanstack/react-query'
import { api } from './api.ts'

/** Provisioning takes seconds; draining takes as long as the work does. */
const PROVISIONING_LOOK_MS = 1_000
const DRAINING_LOOK_MS = 5_000

/** Whether unified routing is on. While something is under way it is read again and again. */
export const unifiedRoutingQuery = queryOptions({
  queryKey: ['unified-routing'],
  queryFn: () => api.unifiedRouting.read(),
  staleTime: 0,
  refetchInterval: ({ state: { data } }) =>
    data?.state === 'provisioning' ? PROVISIONING_LOOK_MS : data?.state === 'draining' ? DRAINING_LOOK_MS : false,
})

export const consentQuery = queryOptions({
  queryKey: ['consent'],
  queryFn: () => api.unifiedRouting.readConsent(),
  staleTime: 0,
})

export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: () => api.channels.list(),
  staleTime: 0,
})

const HEALTH_LOOK_MS = 30_000

export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: () => api.insights.health(),
  staleTime: 0,
  refetchInterval: HEALTH_LOOK_MS,
})

export const setUpQuery = queryOptions({
  queryKey: ['set-up'],
  queryFn: () => api.insights.setUp(),
  staleTime: 0,
})

const FLOW_LOOK_MS = 60_000

export const todaysFlowQuery = queryOptions({
  queryKey: ['todays-flow'],
  queryFn: () => api.insights.todaysFlow(),
  staleTime: 0,
  refetchInterval: FLOW_LOOK_MS,
})

const CHANGES_SHOWN = '5'

/** The last changes of the configuration, with who made them. */
export const latestChangesQuery = queryOptions({
  queryKey: ['latest-changes'],
  queryFn: async () => (await api.audit.list({ action: 'configurationChanged', limit: CHANGES_SHOWN })).items,
  staleTime: 0,
})
