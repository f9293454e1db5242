import { Badge } from '@fluentui/react-components'
import { TaskListSquareLtrRegular } from '@fluentui/react-icons'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { WorkItemView } from '@unified-routing/contract'
import { useMemo, useState } from 'react'
import { workItemListQuery } from '../data/queries.ts'
import { useFullNames } from '../data/viewer.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { MoreRows } from '../ui/more-rows.tsx'
import { Page } from '../ui/page.tsx'
import { RowGrid } from '../ui/row-grid.tsx'
import type { RowSelection } from '../ui/use-grid-keys.ts'
import { PauseControl } from './live-controls.tsx'
import { ongoingFilter } from './ongoing-filter.ts'
import { SavedViews } from './saved-views.tsx'
import { sortOfSearch } from './sorted-rows.ts'
import { usePause } from './use-live-reading.ts'
import { workColumns } from './work-columns.tsx'
import { WorkCommands } from './work-commands.tsx'
import { WorkFilters } from './work-filters.tsx'

const route = getRouteApi('/app/supervisor/work')

/** Conversations and records under way, live. */
export function WorkPage() {
  const list = useSuspenseInfiniteQuery(workItemListQuery(ongoingFilter(route.useSearch())))
  const newest = useMemo(() => list.data.pages.flatMap((page) => page.items), [list.data])
  const { shown, pausedAt, toggle } = usePause<readonly WorkItemView[]>(newest)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const chosen = useMemo(() => shown.filter(({ id }) => selected.has(id)), [shown, selected])
  return (
    <Page
      title="Conversations and records"
      lead="All work under way. Open one to see why it is where it is."
      badge={
        <Badge appearance="tint" color="informative" aria-label={`${shown.length} shown`}>
          {shown.length}
          {list.hasNextPage ? '+' : ''}
        </Badge>
      }
      commands={
        <>
          <WorkCommands selected={chosen} onDone={() => setSelected(new Set())} />
          <PauseControl pausedAt={pausedAt} onToggle={toggle} />
          <SavedViews page="work" />
        </>
      }
    >
      <WorkFilters />
      {shown.length === 0 ? (
        <EmptyState
          icon={<TaskListSquareLtrRegular />}
          title="No work under way"
          text="Conversations and records that are not closed are listed here, as far as the filters let them."
        />
      ) : (
        <Work items={shown} selection={{ selected, onChange: setSelected }} />
      )}
      <MoreRows
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </Page>
  )
}

interface WorkProps {
  readonly items: readonly WorkItemView[]
  readonly selection: RowSelection
}

function Work({ items, selection }: WorkProps) {
  const { sort } = route.useSearch()
  const navigate = route.useNavigate()
  const nameOf = useFullNames()
  const columns = useMemo(() => workColumns(nameOf), [nameOf])
  return (
    <RowGrid
      label="Conversations and records"
      columns={columns}
      rows={items}
      rowKey={({ id }) => id}
      rowName={({ title }) => title}
      selection={selection}
      sort={sortOfSearch(sort, 'createdAt')}
      onSort={({ key, isDescending }) =>
        void navigate({
          search: (before) => ({
            ...before,
            sort: key === 'queuedAt' ? 'queuedAt' : isDescending ? '-createdAt' : 'createdAt',
          }),
        })
      }
      onOpen={({ id }) => void navigate({ to: '/diagnostics/$id', params: { id } })}
    />
  )
}
