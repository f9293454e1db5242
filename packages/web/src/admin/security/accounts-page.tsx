import { Button, SearchBox, Text } from '@fluentui/react-components'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { AccountView } from '@unified-routing/contract'
import { useState } from 'react'
import { api } from '../../data/api.ts'
import { failureText } from '../../data/failure-text.ts'
import { accountStandingsQuery } from '../../data/security-queries.ts'
import { useSession } from '../../data/viewer.ts'
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { MoreRows } from '../../ui/more-rows.tsx'
import { useNotify } from '../../ui/notices.tsx'
import { Page } from '../../ui/page.tsx'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { AccessModeDialog } from './access-mode-dialog.tsx'

const route = getRouteApi('/app/admin/security/accounts')

/** Every account with how it may work: where it belongs, its access mode, when it was last used. */
export function AccountsPage() {
  const { data: accounts } = useSuspenseQuery(accountStandingsQuery)
  const own = useSession().account.id
  const { q: search = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const [shownMax, setShownMax] = useState(PAGE_SIZE)
  const found = accounts.filter(({ name, email }) => `${name} ${email}`.toLowerCase().includes(search.toLowerCase()))
  const [changed, setChanged] = useState<AccountView | null>(null)
  const [signedOut, setSignedOut] = useState<AccountView | null>(null)
  const signingOut = useSignOut(() => setSignedOut(null))
  const columns = columnsOf({ own, onChange: setChanged, onSignOut: setSignedOut })
  return (
    <Page
      title="Accounts"
      lead="Who can sign in and how they may work. Representatives are invited, and get their roles, under Users; other accounts get theirs here."
    >
      {signingOut.error ? <ProblemBar title="Not signed out" text={failureText(signingOut.error)} /> : null}
      <SearchBox
        aria-label="Search accounts"
        placeholder="Name or e-mail"
        value={search}
        onChange={(_, { value }) => {
          void navigate({ replace: true, search: value === '' ? {} : { q: value } })
          setShownMax(PAGE_SIZE)
        }}
      />
      {found.length === 0 ? (
        <Text>No account has this in its name or e-mail address.</Text>
      ) : (
        <DataTable label="Accounts" columns={columns} rows={found.slice(0, shownMax)} rowKey={({ id }) => id} />
      )}
      <MoreRows hasMore={found.length > shownMax} isLoading={false} onMore={() => setShownMax(shownMax + PAGE_SIZE)} />
      {changed === null ? null : <AccessModeDialog account={changed} onClose={() => setChanged(null)} />}
      <ConfirmDialog
        isOpen={signedOut !== null}
        title={`Sign ${signedOut?.name ?? 'them'} out everywhere?`}
        confirmLabel="Sign out everywhere"
        isBusy={signingOut.isPending}
        onConfirm={() => (signedOut === null ? undefined : signingOut.mutate(signedOut.id))}
        onCancel={() => setSignedOut(null)}
      >
        Every browser where they are signed in has to sign in again. What they have not saved is lost.
      </ConfirmDialog>
    </Page>
  )
}

/** A thousand accounts at once would make the page slow. */
const PAGE_SIZE = 50

interface Choices {
  readonly own: string
  readonly onChange: (account: AccountView) => void
  readonly onSignOut: (account: AccountView) => void
}

function columnsOf({ own, onChange, onSignOut }: Choices): readonly Column<AccountView>[] {
  return [
    { key: 'name', header: 'Name', render: ({ name }) => name },
    { key: 'email', header: 'E-mail', width: 'wide', render: ({ email }) => email },
    {
      key: 'roles',
      header: 'Roles',
      render: ({ representative, roles }) =>
        representative === null ? roles.join(', ') || 'None' : `Of ${representative}`,
    },
    { key: 'unit', header: 'Business unit', render: ({ businessUnit }) => businessUnit },
    { key: 'mode', header: 'Access mode', render: ({ accessMode }) => accessMode },
    {
      key: 'seen',
      header: 'Last used',
      render: ({ lastSeenAt }) => (lastSeenAt === null ? 'Not signed in' : <RelativeTime at={lastSeenAt} />),
    },
    {
      key: 'change',
      header: 'Access',
      width: 'narrow',
      render: (account) =>
        account.id === own ? (
          'Your own'
        ) : (
          <Button size="small" aria-label={`Change the access of ${account.name}`} onClick={() => onChange(account)}>
            Change
          </Button>
        ),
    },
    {
      key: 'signOut',
      header: 'Sessions',
      width: 'narrow',
      render: (account) =>
        account.lastSeenAt === null ? (
          'None'
        ) : (
          <Button size="small" aria-label={`Sign out ${account.name}`} onClick={() => onSignOut(account)}>
            Sign out
          </Button>
        ),
    },
  ]
}

function useSignOut(onDone: () => void) {
  const queryClient = useQueryClient()
  const notify = useNotify()
  return useMutation({
    mutationFn: (id: string) => api.accounts.signOut(id),
    onSuccess: () => notify({ title: 'They are signed out everywhere', intent: 'success' }),
    onSettled: async () => {
      onDone()
      await queryClient.invalidateQueries(accountStandingsQuery)
    },
  })
}
