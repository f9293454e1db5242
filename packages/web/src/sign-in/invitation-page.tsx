import { Spinner, Text } from '@fluentui/react-components'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation, useRouter } from '@tanstack/react-router'
import { api } from '../data/api.ts'
import { failureText } from '../data/failure-text.ts'
import { invitationQuery } from '../data/queries.ts'
import { ProblemBar } from '../ui/problem-bar.tsx'
import { isPasswordRefusal, NewPasswordForm } from './new-password-form.tsx'
import { SignInCard } from './sign-in-card.tsx'

/** Where the link of an invitation leads: choose a password, and be signed in. */
export function InvitationPage() {
  // The secret follows the #, which browsers keep to themselves.
  const token = useLocation({ select: ({ hash }) => hash })
  const { data: invitation, error, refetch } = useQuery({ ...invitationQuery(token), enabled: token !== '' })
  const accepting = useAccept(token)
  if (accepting.isSuccess) return <Waiting text="Signing in" />
  if (token === '') return <Unusable text="The link is not complete. Open it just as it was sent to you." />
  if (error) return <Unusable text={failureText(error)} onRetry={() => void refetch()} />
  if (!invitation) return <Waiting text="Reading the invitation" />
  return (
    <SignInCard title={`Welcome, ${invitation.name}`}>
      <Text>
        You are invited to Unified Routing of {invitation.organization}. Choose a password; you will sign in with{' '}
        <strong>{invitation.email}</strong>.
      </Text>
      <AcceptFailure error={accepting.error} />
      <NewPasswordForm
        email={invitation.email}
        submitLabel="Set the password and sign in"
        busyLabel="Signing in"
        isBusy={accepting.isPending}
        error={accepting.error}
        onSubmit={({ password }) => accepting.mutate(password)}
      />
    </SignInCard>
  )
}

function Waiting({ text }: { readonly text: string }) {
  return (
    <SignInCard title="Invitation">
      <Spinner label={text} />
    </SignInCard>
  )
}

function Unusable({ text, onRetry }: { readonly text: string; readonly onRetry?: () => void }) {
  return (
    <SignInCard title="Invitation">
      <ProblemBar title="This link cannot be used" text={text} {...(onRetry ? { onRetry } : {})} />
    </SignInCard>
  )
}

/** What is wrong with the password itself stands at its field. */
function AcceptFailure({ error }: { readonly error: Error | null }) {
  if (error === null || isPasswordRefusal(error)) return null
  return <ProblemBar title="Not accepted" text={failureText(error)} />
}

function useAccept(token: string) {
  const router = useRouter()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (password: string) => api.invitations.accept(token, password),
    onSuccess: async () => {
      queryClient.clear()
      await router.invalidate()
      router.history.replace('/')
    },
  })
}
