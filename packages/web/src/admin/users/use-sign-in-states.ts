import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { may } from '../../data/permissions.ts'
import { accountsQuery, invitationsQuery, lockOutsQuery } from '../../data/security-queries.ts'
import { useSession } from '../../data/viewer.ts'
import { signInStates } from './sign-in-state.ts'

/** Tells where each person stands with signing in; null: not for the one who looks, or not read yet. */
export function useSignInStates(): ReturnType<typeof signInStates> | null {
  const enabled = may(useSession(), 'manageAccounts')
  const { data: accounts } = useQuery({ ...accountsQuery, enabled })
  const { data: invitations } = useQuery({ ...invitationsQuery, enabled })
  const { data: lockOuts } = useQuery({ ...lockOutsQuery, enabled })
  return useMemo(() => {
    if (!accounts || !invitations || !lockOuts) return null
    return signInStates({ accounts, invitations: invitations.items, lockOuts })
  }, [accounts, invitations, lockOuts])
}
