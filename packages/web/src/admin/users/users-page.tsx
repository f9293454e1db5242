import { Badge } from '@fluentui/react-components'
import { PeopleRegular } from '@fluentui/react-icons'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useDeferredValue, useMemo, useState } from 'react'
import { representativesQuery } from '../../data/queries.ts'
import { useConfiguration } from '../../data/use-change-configuration.ts'
import type { Sort } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { Presence } from '../../ui/presence-badge.tsx'
import { RouterLink } from '../../ui/router-links.tsx'
import { type GridColumn, RowGrid } from '../../ui/row-grid.tsx'
import { isShown, listedRows } from '../frame/listed-rows.ts'
import { peopleChoices } from './bulk-choices.ts'
import { useSignInStates } from './use-sign-in-states.ts'
import { UserCommands } from './user-commands.tsx'
import { UserFilters } from './user-filters.tsx'
import { type UserRow, userColumns, userListing, userRows } from './user-list.ts'

import styles from './users-page.module.css'

const route = getRouteApi('/app/admin/users')
/** How often presences are read again while the list is looked at. */
const PRESENCE_INTERVAL_MS = 10_000

/** Everybody, with their capacity, skills, queues and presence: found and filtered by the address, edited in bulk. */
export function UsersPage() {
  const search = useDeferredValue(route.useSearch())
  const listing = useUserListing()
  const rows = useMemo(() => listedRows(listing, search), [listing, search])
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const chosen = useMemo(() => rows.filter(({ name }) => selected.has(name)), [rows, selected])
  return (
    <Page
      title="User management"
      lead="Who gets work, how much of it at once, and what they are good at."
      badge={<Count shown={rows.length} all={listing.rows.length} />}
      commands={<UserCommands listing={listing} rows={rows} selected={chosen} />}
    >
      <UserFilters filters={listing.filters} />
      {rows.length > 0 ? (
        <Users rows={rows} selected={selected} onSelect={setSelected} />
      ) : (
        <NoUsers isFiltered={listing.rows.length > 0} />
      )}
    </Page>
  )
}

function useUserListing() {
  const { document } = useConfiguration()
  const { data: live } = useQuery({ ...representativesQuery, refetchInterval: PRESENCE_INTERVAL_MS })
  const signIn = useSignInStates()
  const choices = useMemo(() => peopleChoices(document), [document])
  return useMemo(
    () => userListing(userRows(document, { live: live ?? [], signIn }), choices),
    [document, live, signIn, choices],
  )
}

function Count({ shown, all }: { readonly shown: number; readonly all: number }) {
  const text = shown === all ? all.toLocaleString('en') : `${shown.toLocaleString('en')} of ${all.toLocaleString('en')}`
  return (
    <Badge appearance="tint" color="informative" aria-label={`${text} shown`}>
      {text}
    </Badge>
  )
}

interface UsersProps {
  readonly rows: readonly UserRow[]
  readonly selected: ReadonlySet<string>
  readonly onSelect: (selected: ReadonlySet<string>) => void
}

function Users({ rows, selected, onSelect }: UsersProps) {
  const { sort, columns: toggled } = route.useSearch()
  const navigate = route.useNavigate()
  const columns = useMemo(() => gridColumns(toggled ?? []), [toggled])
  return (
    <RowGrid
      label="Users"
      columns={columns}
      rows={rows}
      rowKey={nameOf}
      rowName={({ fullName }) => fullName}
      {...(sort === undefined ? {} : { sort: sortOf(sort) })}
      onSort={({ key, isDescending }) =>
        void navigate({ replace: true, search: (before) => ({ ...before, sort: isDescending ? `-${key}` : key }) })
      }
      selection={{ selected, onChange: onSelect }}
      onOpen={({ name }) => void navigate({ to: '/admin/users/$name', params: { name } })}
    />
  )
}

function nameOf({ name }: UserRow): string {
  return name
}

function gridColumns(toggled: readonly string[]): readonly GridColumn<UserRow>[] {
  return userColumns
    .filter((column) => isShown(column, toggled))
    .map(({ key, header, width, value }) => ({
      key,
      header,
      ...(width ? { width } : {}),
      isSortable: true,
      render: renders[key] ?? ((row) => value(row)),
    }))
}

const renders: Readonly<Record<string, GridColumn<UserRow>['render']>> = {
  // The keyboard opens a row with Enter, so its link is no stop of the Tab key.
  fullName: ({ name, fullName }) => (
    <div>
      <RouterLink to="/admin/users/$name" params={{ name }} tabIndex={-1}>
        {fullName}
      </RouterLink>
      <div className={styles.detail}>{name}</div>
    </div>
  ),
  units: ({ units, bookable }) => (
    <div>
      {units}
      {bookable ? null : <div className={styles.detail}>Not bookable</div>}
    </div>
  ),
  presence: ({ live }) => {
    if (live === null) return ''
    if (!live.signedIn) return 'Signed out'
    return <Presence presence={live.presence} basePresence={live.basePresence} />
  },
}

function NoUsers({ isFiltered }: { readonly isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <EmptyState
        icon={<PeopleRegular />}
        title="Nobody matches"
        text="Take away a filter or search for something else."
        action={<RouterLink to="/admin/users">Show all users</RouterLink>}
      />
    )
  }
  return (
    <EmptyState
      icon={<PeopleRegular />}
      title="No users yet"
      text="People who take work, supervise it or set the product up. Add them one by one, or import them from a file."
      action={<RouterLink to="/admin/import/users">Import users</RouterLink>}
    />
  )
}

function sortOf(text: string): Sort {
  return text.startsWith('-') ? { key: text.slice(1), isDescending: true } : { key: text, isDescending: false }
}
