import { queryOptions } from '@tanstack/react-query'
import { operations } from '@unified-routing/contract'
import { api } from './api.ts'

/** Reads of who may do what and how people sign in. They are looked at rarely and must be true when they are. */
export const ownSessionsQuery = queryOptions({
  queryKey: ['own-sessions'],
  queryFn: async ({ signal }) => (await api.call(operations.listOwnSessions, { signal })).items,
  staleTime: 0,
})

export const signInSettingsQuery = queryOptions({
  queryKey: ['sign-in-settings'],
  queryFn: ({ signal }) => api.call(operations.getSignInSettings, { signal }),
  staleTime: 0,
})

export const lockOutsQuery = queryOptions({
  queryKey: ['lock-outs'],
  queryFn: async ({ signal }) => (await api.call(operations.listLockOuts, { signal })).items,
  staleTime: 0,
})

export const apiKeysQuery = queryOptions({
  queryKey: ['api-keys'],
  queryFn: async ({ signal }) => (await api.call(operations.listApiKeys, { signal })).items,
  staleTime: 0,
})

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: async ({ signal }) => (await api.call(operations.listAccounts, { signal })).items,
  staleTime: 0,
})

export const businessUnitsQuery = queryOptions({
  queryKey: ['business-units'],
  queryFn: ({ signal }) => api.call(operations.listBusinessUnits, { signal }),
  staleTime: 0,
})

export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: ({ signal }) => api.call(operations.listInvitations, { signal }),
  staleTime: 0,
})

export const accountStandingsQuery = queryOptions({
  queryKey: ['account-standings'],
  queryFn: async ({ signal }) => (await api.call(operations.listAccounts, { signal })).items,
  staleTime: 0,
})
