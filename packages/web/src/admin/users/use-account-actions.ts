import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../data/api.ts'
import { accountsQuery, invitationsQuery, lockOutsQuery } from '../../data/security-queries.ts'
import { useNotify } from '../../ui/notices.tsx'
import type { Person } from './person.ts'

type Made = Awaited<ReturnType<typeof api.invitations.create>>

export interface AccountActions {
  readonly isBusy: boolean
  readonly failure: Error | null
  /** The invitation just made, with the link that is shown only now. */
  readonly made: Made | null
  /** Makes an open one worthless. */
  readonly invite: () => void
  readonly revoke: (id: string) => void
  readonly unlock: (email: string) => void
}

/** What can be done about somebody's sign-in. */
export function useAccountActions({ name, fullName }: Person): AccountActions {
  const queryClient = useQueryClient()
  const notify = useNotify()
  const [made, setMade] = useState<Made | null>(null)
  const { mutate, isPending, error } = useMutation({
    mutationFn: (act: () => Promise<string>) => act(),
    onSuccess: (title) => notify({ title, intent: 'success' }),
    onSettled: () =>
      Promise.all(
        [accountsQuery, invitationsQuery, lockOutsQuery].map(({ queryKey }) =>
          queryClient.invalidateQueries({ queryKey }),
        ),
      ),
  })
  return {
    isBusy: isPending,
    failure: error,
    made,
    invite: () =>
      mutate(async () => {
        setMade(await api.invitations.create({ representative: name }))
        return `${fullName} is invited`
      }),
    revoke: (id) =>
      mutate(async () => {
        await api.invitations.revoke(id)
        setMade(null)
        return 'The invitation is revoked'
      }),
    unlock: (email) =>
      mutate(async () => {
        await api.signIn.unlock({ kind: 'account', name: email })
        return `${fullName} may try again`
      }),
  }
}
