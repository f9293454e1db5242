import { Spinner } from '@fluentui/react-components'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { api } from '../data/api.ts'
import { failureText } from '../data/failure-text.ts'
import { ProblemBar } from '../ui/problem-bar.tsx'
import { returnAddress } from './return-address.ts'
import { SignInCard } from './sign-in-card.tsx'

/** Where the identity provider sends people back to: what it answered is checked, then they go on. */
export function SingleSignOnPage() {
  const router = useRouter()
  const queryClient = useQueryClient()
  const parameters = window.location.search.slice(1)
  const { data: session, error } = useQuery({
    queryKey: ['single-sign-on', parameters],
    queryFn: () => api.signIn.finishSingleSignOn(parameters === '' ? 'nothing' : parameters),
    // The answer of the provider works once.
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
  useEffect(() => {
    if (!session) return
    queryClient.clear()
    router.history.replace(returnAddress.take())
  }, [session, queryClient, router])
  return (
    <SignInCard title="Single sign-on">
      {error ? (
        <ProblemBar
          title="Not signed in"
          text={failureText(error)}
          retryLabel="Back to sign-in"
          onRetry={() => router.history.replace('/sign-in')}
        />
      ) : (
        <Spinner label="Signing in" />
      )}
    </SignInCard>
  )
}
