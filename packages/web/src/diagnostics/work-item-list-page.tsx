import { Badge } from '@fluentui/react-components'
import { DataBarVerticalStarRegular } from '@fluentui/react-icons'
import { useSuspenseInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { WorkItemView } from '@unified-routing/contract'
import { useMemo } from 'react'
import { workItemListQuery } from '../data/queries.ts'
import { useFullNames } from '../data/viewer.ts'
import { type Column, DataTable, type Sort } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { MoreRows } from '../ui/more-rows.tsx'
import { Page } from '../ui/page.tsx'
import { workItemColumns } from './work-item-columns.tsx'
import { WorkItemListFilters } from './work-item-list-filters.tsx'

const route = getRouteApi('/app/diagnostics')

/** Every work item with its stage, live: the way in to why it went where it went. */
export function WorkItemListPage() {
  const search = route.useSearch()
  const list = useSuspenseInfiniteQuery(workItemListQuery(search))
  const items = list.data.pages.flatMap((page) => page.items)
  const nameOf = useFullNames()
  const columns = useMemo(() => workItemColumns(nameOf), [nameOf])
  return (
    <Page
      title="Routing diagnostics"
      lead="Where each piece of work is on its way through routing. Open one to see every rule and candidate."
      badge={
        <Badge appearance="tint" color="informative" aria-label={`${items.length} shown`}>
          {items.length}
          {list.hasNextPage ? '+' : ''}
        </Badge>
      }
    >
      <WorkItemListFilters />
      {items.length === 0 ? (
        <EmptyState
          icon={<DataBarVerticalStarRegular />}
          title="No work items"
          text="Cases that are saved and routed, and conversations that customers start, are listed here."
        />
      ) : (
        <SortedTable columns={columns} items={items} />
      )}
      <MoreRows
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </Page>
  )
}

interface SortedTableProps {
  readonly columns: readonly Column<WorkItemView>[]
  readonly items: readonly WorkItemView[]
}

function SortedTable({ columns, items }: SortedTableProps) {
  const { sort = '-changedAt' } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <DataTable
      label="Work items"
      columns={columns}
      rows={items}
      rowKey={(item) => item.id}
      sort={sortOf(sort)}
      onSort={(next) => void navigate({ search: ({ sort: _, ...before }) => ({ ...before, ...sortSearch(next) }) })}
    />
  )
}

function sortOf(sort: string): Sort {
  return { key: sort.replace(/^-/, ''), isDescending: sort.startsWith('-') }
}

/** Latest changes first is what the address says by saying nothing. */
function sortSearch({ key, isDescending }: Sort) {
  if (key === 'createdAt') return { sort: isDescending ? '-createdAt' : 'createdAt' } as const
  if (key === 'queuedAt') return { sort: isDescending ? '-queuedAt' : 'queuedAt' } as const
  return isDescending ? {} : ({ sort: 'changedAt' } as const)
}
