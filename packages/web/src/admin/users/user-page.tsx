import { Badge } from '@fluentui/react-components'
import { PeopleRegular } from '@fluentui/react-icons'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import { UnsavedGuard } from '../../records/unsaved-guard.tsx'
import { Column, Columns } from '../../ui/columns.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { ProblemBar } from '../../ui/problem-bar.tsx'
import { RouterLink } from '../../ui/router-links.tsx'
import { ProblemSummary } from '../frame/problem-summary.tsx'
import { newPerson, type Person, peopleOf } from './person.ts'
import { fieldWords } from './person-changes.ts'
import { useUserForm } from './use-user-form.ts'
import { UserAccount } from './user-account.tsx'
import { UserColumns } from './user-columns.tsx'
import { UserConflictSection } from './user-conflict.tsx'
import { UserCustomers } from './user-customers.tsx'
import { UserFormCommands } from './user-form-commands.tsx'
import { UserIdentity } from './user-identity.tsx'
import { UserLive } from './user-live.tsx'
import { UserPlaces } from './user-places.tsx'
import { UserProfiles } from './user-profiles.tsx'
import { UserSkills } from './user-skills.tsx'
import { UserWork } from './user-work.tsx'

const route = getRouteApi('/app/admin/users/$name')
const newRoute = getRouteApi('/app/admin/new/users')

/** Somebody who is there: all that is set about them, what they do now, and their sign-in. */
export function UserPage() {
  const { name } = route.useParams()
  const { document } = useConfiguration()
  const stored = useMemo(() => peopleOf(document).find((person) => person.name === name), [document, name])
  return stored ? <UserForm key={name} stored={stored} start={stored} /> : <NobodyThere name={name} />
}

/** Somebody who is not there yet, perhaps like somebody else. */
export function NewUserPage() {
  const { copyOf } = newRoute.useSearch()
  const { document } = useConfiguration()
  // Found once: the copy must not follow its original while it is being edited.
  const [start] = useState(() => startLike(peopleOf(document).find(({ name }) => name === copyOf)))
  return <UserForm stored={null} start={start} />
}

function startLike(original: Person | undefined): Person {
  return { ...(original ?? newPerson('nobody')), name: '', fullName: '', email: '' }
}

const listLink = (
  <RouterLink key="list" to="/admin/users">
    User management
  </RouterLink>
)

function NobodyThere({ name }: { readonly name: string }) {
  return (
    <Page title="User" trail={[listLink]}>
      <EmptyState
        icon={<PeopleRegular />}
        title={`There is no user ${name}`}
        text="Somebody may have deleted them."
        action={<RouterLink to="/admin/users">Show all users</RouterLink>}
      />
    </Page>
  )
}

const summaryLabels = Object.fromEntries(Object.values(fieldWords).map((word) => [word, word]))

function UserForm({ stored, start }: { readonly stored: Person | null; readonly start: Person }) {
  const form = useUserForm({ stored, start })
  const { draft, isDirty, failure, conflict } = form
  return (
    <Page
      title={stored?.fullName ?? 'New user'}
      trail={[listLink]}
      badge={
        isDirty ? (
          <Badge appearance="outline" color="warning">
            Unsaved changes
          </Badge>
        ) : null
      }
      commands={<UserFormCommands form={form} stored={stored} />}
    >
      {failure ? <ProblemBar title="Not saved" text={failure.text} /> : null}
      {conflict ? <UserConflictSection conflict={conflict} onResolve={form.resolve} /> : null}
      <ProblemSummary noun={{ labels: summaryLabels }} problems={form.problems} />
      <Columns kind="wideFirst">
        <Column>
          <UserIdentity form={form} />
          <UserWork form={form} />
          <UserSkills form={form} />
          <UserProfiles form={form} />
        </Column>
        <Column>
          {stored ? <UserLive name={stored.name} /> : null}
          {stored ? <UserAccount person={stored} /> : null}
          <UserPlaces form={form} />
          <UserColumns form={form} />
          {stored ? <UserCustomers name={draft.name} /> : null}
        </Column>
      </Columns>
      <UnsavedGuard isDirty={isDirty} />
    </Page>
  )
}
