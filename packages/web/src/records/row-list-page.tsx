import { Badge } from '@fluentui/react-components'
import { AddRegular, DocumentTableRegular } from '@fluentui/react-icons'
import { useSuspenseInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { RowView, TableView } from '@unified-routing/contract'
import { useMemo } from 'react'
import { may } from '../data/permissions.ts'
import { rowListQuery, tablesQuery } from '../data/queries.ts'
import { useSession } from '../data/viewer.ts'
import { DataTable, type Sort } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { MoreRows } from '../ui/more-rows.tsx'
import { Page } from '../ui/page.tsx'
import { PageNotFound } from '../ui/page-not-found.tsx'
import { RouterButton } from '../ui/router-links.tsx'
import { rowColumns } from './row-columns.tsx'
import { rowFilterOf } from './row-filter.ts'
import { RowListFilters } from './row-list-filters.tsx'
import { rowWord, tableTitle } from './table-words.ts'

const route = getRouteApi('/app/tables/$table')

/** The rows of one table: found, filtered and sorted by its address. */
export function RowListPage() {
  const params = route.useParams()
  const { data: tables } = useSuspenseQuery(tablesQuery)
  const table = tables.find((one) => one.name === params.table)
  return table ? <RowList key={table.name} table={table} /> : <PageNotFound />
}

function RowList({ table }: { readonly table: TableView }) {
  const search = route.useSearch()
  const rows = useSuspenseInfiniteQuery(rowListQuery(table.name, rowFilterOf(table.name, search)))
  const items = useMemo(() => rows.data.pages.flatMap((page) => page.items), [rows.data])
  return (
    <Page
      title={tableTitle(table)}
      badge={
        <Badge appearance="tint" color="informative" aria-label={`${items.length} shown`}>
          {items.length}
          {rows.hasNextPage ? '+' : ''}
        </Badge>
      }
      commands={<NewRowButton table={table} />}
    >
      <RowListFilters table={table} rows={items} />
      {items.length > 0 ? <Rows table={table} items={items} /> : <NoRows table={table} />}
      <MoreRows
        hasMore={rows.hasNextPage}
        isLoading={rows.isFetchingNextPage}
        onMore={() => void rows.fetchNextPage()}
      />
    </Page>
  )
}

function NewRowButton({ table }: { readonly table: TableView }) {
  const mayEdit = may(useSession(), 'editRows')
  if (!mayEdit) return null
  return (
    <RouterButton appearance="primary" icon={<AddRegular />} to="/tables/$table/new" params={{ table: table.name }}>
      New {rowWord(table.name)}
    </RouterButton>
  )
}

function Rows({ table, items }: { readonly table: TableView; readonly items: readonly RowView[] }) {
  const { sort } = route.useSearch()
  const navigate = route.useNavigate()
  const columns = useMemo(() => rowColumns(table, items), [table, items])
  return (
    <DataTable
      label={tableTitle(table)}
      columns={columns}
      rows={items}
      rowKey={(row) => row.id}
      sort={sortOf(sort ?? '-createdAt')}
      onSort={({ key, isDescending }) =>
        void navigate({ search: (before) => ({ ...before, sort: isDescending ? `-${key}` : key }) })
      }
    />
  )
}

function NoRows({ table }: { readonly table: TableView }) {
  const { q, status, where } = route.useSearch()
  const isFiltered = q !== undefined || status !== undefined || where !== undefined
  const word = rowWord(table.name)
  return isFiltered ? (
    <EmptyState
      icon={<DocumentTableRegular />}
      title="Nothing matches"
      text="Take away a filter or search for something else."
    />
  ) : (
    <EmptyState
      icon={<DocumentTableRegular />}
      title={`No ${word} yet`}
      text={
        table.queueEnabled
          ? `A ${word} you create can be routed to the right representative.`
          : `Each ${word} you add is listed here.`
      }
      action={<NewRowButton table={table} />}
    />
  )
}

function sortOf(text: string): Sort {
  return text.startsWith('-') ? { key: text.slice(1), isDescending: true } : { key: text, isDescending: false }
}
