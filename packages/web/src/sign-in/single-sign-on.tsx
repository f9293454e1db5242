import { Button, Divider } from '@fluentui/react-components'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../data/api.ts'
import { failureText } from '../data/failure-text.ts'
import { signInOptionsQuery } from '../data/queries.ts'
import { ProblemBar } from '../ui/problem-bar.tsx'
import { returnAddress } from './return-address.ts'

const route = getRouteApi('/sign-in')

/** The way to the identity provider, where one is set up. */
export function SingleSignOn() {
  const { data: options } = useQuery(signInOptionsQuery)
  const { to } = route.useSearch()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.signIn.startSingleSignOn(),
    onSuccess: ({ url }) => {
      returnAddress.keep(to ?? '/')
      window.location.assign(url)
    },
  })
  if (!options || options.singleSignOn === null) return null
  return (
    <>
      <Divider>or</Divider>
      {error ? <ProblemBar title="Not started" text={failureText(error)} /> : null}
      <Button size="large" disabledFocusable={isPending} onClick={() => mutate()}>
        {options.singleSignOn}
      </Button>
    </>
  )
}
