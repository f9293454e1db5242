import { Badge, Button } from '@fluentui/react-components'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { OwnSessionView } from '@unified-routing/contract'
import { useState } from 'react'
import { api } from '../data/api.ts'
import { failureText } from '../data/failure-text.ts'
import { ownSessionsQuery } from '../data/security-queries.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { useNotify } from '../ui/notices.tsx'
import { ProblemBar } from '../ui/problem-bar.tsx'
import { RelativeTime } from '../ui/relative-time.tsx'
import { Section } from '../ui/section.tsx'
import { deviceText } from './device-text.ts'

/** Where one is signed in, and how to end it. */
export function SessionsSection() {
  const { data: sessions } = useSuspenseQuery(ownSessionsQuery)
  const ending = useEndSession()
  const everywhere = useSignOutEverywhere()
  const [asks, setAsks] = useState(false)
  const error = ending.error ?? everywhere.error
  return (
    <Section
      title="Where you are signed in"
      actions={<Button onClick={() => setAsks(true)}>Sign out everywhere</Button>}
    >
      {error ? <ProblemBar title="Not signed out" text={failureText(error)} /> : null}
      <DataTable
        label="Where you are signed in"
        columns={columnsOf(ending.mutate)}
        rows={sessions}
        rowKey={({ id }) => id}
      />
      <ConfirmDialog
        isOpen={asks}
        title="Sign out everywhere?"
        confirmLabel="Sign out everywhere"
        isBusy={everywhere.isPending}
        onConfirm={() => everywhere.mutate()}
        onCancel={() => setAsks(false)}
      >
        Every browser where you are signed in has to sign in again, this one included.
      </ConfirmDialog>
    </Section>
  )
}

function columnsOf(onEnd: (id: string) => void): readonly Column<OwnSessionView>[] {
  return [
    {
      key: 'device',
      header: 'Browser',
      width: 'wide',
      render: ({ userAgent, isCurrent }) => (
        <>
          {deviceText(userAgent)} {isCurrent ? <Badge appearance="tint">This browser</Badge> : null}
        </>
      ),
    },
    { key: 'address', header: 'Address', render: ({ address }) => address ?? 'Not known' },
    { key: 'lastSeen', header: 'Last used', render: ({ lastSeenAt }) => <RelativeTime at={lastSeenAt} /> },
    { key: 'created', header: 'Signed in', render: ({ createdAt }) => <RelativeTime at={createdAt} /> },
    {
      key: 'end',
      header: 'End it',
      width: 'narrow',
      render: ({ id, userAgent, isCurrent }) =>
        isCurrent ? null : (
          <Button size="small" aria-label={`Sign out of ${deviceText(userAgent)}`} onClick={() => onEnd(id)}>
            Sign out
          </Button>
        ),
    },
  ]
}

function useEndSession() {
  const queryClient = useQueryClient()
  const notify = useNotify()
  return useMutation({
    mutationFn: (id: string) => api.session.end(id),
    onSuccess: () => notify({ title: 'That browser is signed out', intent: 'success' }),
    onSettled: () => queryClient.invalidateQueries(ownSessionsQuery),
  })
}

function useSignOutEverywhere() {
  const queryClient = useQueryClient()
  const router = useRouter()
  return useMutation({
    mutationFn: () => api.session.signOutEverywhere(),
    onSuccess: async () => {
      await router.navigate({ to: '/sign-in' })
      queryClient.clear()
    },
  })
}
