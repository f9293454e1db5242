import { Button, Text } from '@fluentui/react-components'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { LockOutView } from '@unified-routing/contract'
import { api } from '../../data/api.ts'
import { failureText } from '../../data/failure-text.ts'
import { lockOutsQuery } from '../../data/security-queries.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { useNotify } from '../../ui/notices.tsx'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { Section } from '../../ui/section.tsx'

/** Who is locked out after failed tries, and the way to let them in again. */
export function LockOutsSection() {
  const { data: locked } = useSuspenseQuery(lockOutsQuery)
  const { mutate, error } = useUnlock()
  return (
    <Section title="Locked out">
      {error ? <ProblemBar title="Not unlocked" text={failureText(error)} /> : null}
      {locked.length === 0 ? (
        <Text>Nobody is. Accounts and addresses appear here after too many failed tries to sign in.</Text>
      ) : (
        <DataTable
          label="Locked out"
          columns={columnsOf(mutate)}
          rows={locked}
          rowKey={({ kind, name }) => `${kind} ${name}`}
        />
      )}
    </Section>
  )
}

function columnsOf(onUnlock: (locked: LockOutView) => void): readonly Column<LockOutView>[] {
  return [
    { key: 'name', header: 'Account or address', width: 'wide', render: ({ name }) => name },
    { key: 'failures', header: 'Failed tries', render: ({ failures }) => failures },
    { key: 'last', header: 'Last try', render: ({ lastFailedAt }) => <RelativeTime at={lastFailedAt} /> },
    { key: 'until', header: 'Locked until', render: ({ lockedUntil }) => <RelativeTime at={lockedUntil} /> },
    {
      key: 'unlock',
      header: 'Unlock',
      width: 'narrow',
      render: (locked) => (
        <Button size="small" aria-label={`Unlock ${locked.name}`} onClick={() => onUnlock(locked)}>
          Unlock
        </Button>
      ),
    },
  ]
}

function useUnlock() {
  const queryClient = useQueryClient()
  const notify = useNotify()
  return useMutation({
    mutationFn: (locked: LockOutView) => api.signIn.unlock(locked),
    onSuccess: (_, { name }) => notify({ title: `${name} is unlocked`, intent: 'success' }),
    onSettled: () => queryClient.invalidateQueries(lockOutsQuery),
  })
}
