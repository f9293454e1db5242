import { Button } from '@fluentui/react-components'
import { AddRegular, KeyRegular } from '@fluentui/react-icons'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { ApiKeyView } from '@unified-routing/contract'
import { useState } from 'react'
import { api } from '../../data/api.ts'
import { failureText } from '../../data/failure-text.ts'
import { apiKeysQuery } from '../../data/security-queries.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useNotify } from '../../ui/notices.tsx'
import { Page } from '../../ui/page.tsx'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { NewApiKeyDialog } from './new-api-key-dialog.tsx'

/** Keys of programs: made here, shown once, revoked here. */
export function ApiKeysPage() {
  const { data: keys } = useSuspenseQuery(apiKeysQuery)
  const [isCreating, setCreating] = useState(false)
  const [revoked, setRevoked] = useState<ApiKeyView | null>(null)
  const revoking = useRevoke(() => setRevoked(null))
  const create = (
    <Button appearance="primary" icon={<AddRegular />} onClick={() => setCreating(true)}>
      New API key
    </Button>
  )
  return (
    <Page
      title="API keys"
      lead="For programs that use the API. A key has roles of its own and belongs to no representative."
      commands={keys.length === 0 ? null : create}
    >
      {revoking.error ? <ProblemBar title="Not revoked" text={failureText(revoking.error)} /> : null}
      {keys.length === 0 ? (
        <EmptyState
          icon={<KeyRegular />}
          title="No API keys yet"
          text="A website that starts chats, or a system that sends cases, signs in with a key of its own."
          action={create}
        />
      ) : (
        <DataTable label="API keys" columns={columnsOf(setRevoked)} rows={keys} rowKey={({ id }) => id} />
      )}
      {isCreating ? <NewApiKeyDialog onClose={() => setCreating(false)} /> : null}
      <ConfirmDialog
        isOpen={revoked !== null}
        title={`Revoke ${revoked?.name ?? 'the key'}?`}
        confirmLabel="Revoke"
        isBusy={revoking.isPending}
        onConfirm={() => (revoked === null ? undefined : revoking.mutate(revoked.id))}
        onCancel={() => setRevoked(null)}
      >
        Programs that use this key are refused from then on. It cannot be undone; make a new key instead.
      </ConfirmDialog>
    </Page>
  )
}

function columnsOf(onRevoke: (key: ApiKeyView) => void): readonly Column<ApiKeyView>[] {
  return [
    { key: 'name', header: 'Name', render: ({ name }) => name },
    { key: 'start', header: 'Begins with', render: ({ start }) => (start === null ? 'Not known' : `${start}…`) },
    { key: 'roles', header: 'Roles', width: 'wide', render: ({ roles }) => roles.join(', ') },
    { key: 'created', header: 'Created', render: ({ createdAt }) => <RelativeTime at={createdAt} /> },
    {
      key: 'used',
      header: 'Last used',
      render: ({ lastUsedAt }) => (lastUsedAt === null ? 'Never' : <RelativeTime at={lastUsedAt} />),
    },
    {
      key: 'expires',
      header: 'Expires',
      render: ({ expiresAt }) => (expiresAt === null ? 'Never' : <RelativeTime at={expiresAt} />),
    },
    {
      key: 'revoke',
      header: 'Revoke',
      width: 'narrow',
      render: (key) => (
        <Button size="small" aria-label={`Revoke ${key.name}`} onClick={() => onRevoke(key)}>
          Revoke
        </Button>
      ),
    },
  ]
}

function useRevoke(onDone: () => void) {
  const queryClient = useQueryClient()
  const notify = useNotify()
  return useMutation({
    mutationFn: (id: string) => api.apiKeys.delete(id),
    onSuccess: () => notify({ title: 'The key is revoked', intent: 'success' }),
    onSettled: async () => {
      onDone()
      await queryClient.invalidateQueries(apiKeysQuery)
    },
  })
}
