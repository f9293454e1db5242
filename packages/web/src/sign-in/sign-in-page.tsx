import { Button, Field, Input, Spinner, Text } from '@fluentui/react-components'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { useForm } from 'react-hook-form'
import { api } from '../data/api.ts'
import { signInFailureText } from '../data/failure-text.ts'
import { ProblemBar } from '../ui/problem-bar.tsx'
import { messageOf } from './field-message.ts'
import { SignInCard } from './sign-in-card.tsx'
import styles from './sign-in-page.module.css'
import { SingleSignOn } from './single-sign-on.tsx'

const route = getRouteApi('/sign-in')

interface Credentials {
  readonly email: string
  readonly password: string
}

/** Asks who one is, then goes on to where one was going. */
export function SignInPage() {
  const { mutation, handleValid } = useSignIn()
  return (
    <SignInCard title="Sign in">
      {mutation.isError ? <ProblemBar title="Not signed in" text={signInFailureText(mutation.error)} /> : null}
      <CredentialsForm isBusy={mutation.isPending} onSubmit={handleValid} />
      <SingleSignOn />
      <Text size={200} className={styles.hint}>
        The server prints how to sign in when it starts.
      </Text>
    </SignInCard>
  )
}

function useSignIn() {
  const { to } = route.useSearch()
  const router = useRouter()
  const queryClient = useQueryClient()
  const mutation = useMutation({
    mutationFn: (credentials: Credentials) => api.session.signIn(credentials),
    onSuccess: async () => {
      queryClient.clear()
      await router.invalidate()
      router.history.push(to ?? '/')
    },
  })
  return { mutation, handleValid: (credentials: Credentials) => mutation.mutate(credentials) }
}

interface CredentialsFormProps {
  readonly isBusy: boolean
  readonly onSubmit: (credentials: Credentials) => void
}

function CredentialsForm({ isBusy, onSubmit }: CredentialsFormProps) {
  const { register, handleSubmit, formState } = useForm<Credentials>({ defaultValues: { email: '', password: '' } })
  const { email, password } = formState.errors
  return (
    <form className={styles.form} noValidate onSubmit={(event) => void handleSubmit(onSubmit)(event)}>
      <Field label="E-mail" {...messageOf(email?.message)}>
        <Input
          type="email"
          size="large"
          autoComplete="username"
          autoFocus
          {...register('email', { required: 'Enter your e-mail address.', validate: isEmail })}
        />
      </Field>
      <Field label="Password" {...messageOf(password?.message)}>
        <Input
          type="password"
          size="large"
          autoComplete="current-password"
          {...register('password', { required: 'Enter your password.' })}
        />
      </Field>
      <Button type="submit" size="large" appearance="primary" disabledFocusable={isBusy}>
        {isBusy ? <Spinner size="tiny" label="Signing in" /> : 'Sign in'}
      </Button>
    </form>
  )
}

function isEmail(value: string): true | string {
  return /^[^\s@]+@[^\s@]+$/.test(value) || 'Enter an e-mail address, such as ana@example.com.'
}
