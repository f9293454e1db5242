import { queryOptions } from '@tanstack/react-query'
import { operations } from '@unified-routing/contract'
import { api } from './api.ts'

/** Reads of who can sign in. Only those who manage accounts may make them. */
export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: async ({ signal }) => (await api.call(operations.listAccounts, { signal })).items,
  staleTime: 0,
})

export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: ({ signal }) => api.call(operations.listInvitations, { signal }),
  staleTime: 0,
})

export const accountLockOutsQuery = queryOptions({
  queryKey: ['lock-outs'],
  queryFn: async ({ signal }) => (await api.call(operations.listLockOuts, { signal })).items,
  staleTime: 0,
})
