import { Text } from '@fluentui/react-components'
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { failureText } from '../data/failure-text.ts'
import { sessionQuery } from '../data/queries.ts'
import { ProblemBar } from '../ui/problem-bar.tsx'
import { isPasswordRefusal, NewPasswordForm } from './new-password-form.tsx'
import { SignInCard } from './sign-in-card.tsx'
import { useChangePassword } from './use-change-password.ts'

/** Where somebody comes first whose password an administrator has set. */
export function ChangePasswordPage() {
  const { data: session } = useSuspenseQuery(sessionQuery)
  const router = useRouter()
  const queryClient = useQueryClient()
  const { mutate, isPending, error } = useChangePassword(() => {
    queryClient.clear()
    router.history.replace('/')
  })
  return (
    <SignInCard title="Choose a password">
      <Text>
        {session.mustChangePassword
          ? 'Your password was set by an administrator. Choose one that nobody else knows, then you can go on.'
          : 'Your other sessions end when you change it.'}
      </Text>
      {error && !isPasswordRefusal(error) ? <ProblemBar title="Not changed" text={failureText(error)} /> : null}
      <NewPasswordForm
        email={session.account.email ?? ''}
        asksPresent
        submitLabel="Change the password"
        busyLabel="Changing"
        isBusy={isPending}
        error={error}
        onSubmit={mutate}
      />
    </SignInCard>
  )
}
