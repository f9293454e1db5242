import { Badge } from '@fluentui/react-components'
import { getRouteApi } from '@tanstack/react-router'
import { useDeferredValue, useMemo, useState } from 'react'
import { may } from '../../data/permissions.ts'
import { useSession } from '../../data/viewer.ts'
import type { Sort } from '../../ui/data-table.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Page } from '../../ui/page.tsx'
import { RouterLink } from '../../ui/router-links.tsx'
import { type GridColumn, RowGrid } from '../../ui/row-grid.tsx'
import { sentenceCase } from '../../ui/words.ts'
import { ListCommands } from './list-commands.tsx'
import { isShown, type Listing, listedRows } from './listed-rows.ts'
import { NewButton } from './new-button.tsx'
import type { BulkCommand, ListWords } from './noun.ts'
import { NounListFilters } from './noun-list-filters.tsx'

const route = getRouteApi('/app/admin/$noun')

export interface ListViewProps<Row> {
  readonly noun: ListWords<Row>
  readonly listing: Listing<Row>
  /** What can be done with selected rows. */
  readonly bulk: readonly BulkCommand<Row>[]
}

/** Rows found, filtered and sorted by the address, with commands for those that are selected. */
export function ListView<Row>({ noun, listing, bulk }: ListViewProps<Row>) {
  const search = route.useSearch()
  const wanted = useDeferredValue(search)
  const rows = useMemo(() => listedRows(listing, wanted), [listing, wanted])
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const chosen = useMemo(() => rows.filter((row) => selected.has(noun.keyOf(row))), [rows, selected, noun])
  const mayEdit = may(useSession(), noun.editableBy ?? 'editConfiguration')
  return (
    <Page
      title={sentenceCase(noun.words.many)}
      lead={noun.lead}
      badge={<Count shown={rows.length} all={listing.rows.length} />}
      commands={
        <ListCommands noun={noun} listing={listing} bulk={bulk} rows={chosen} onDone={() => setSelected(new Set())} />
      }
    >
      {listing.rows.length > 0 ? <NounListFilters listing={listing} label={noun.words.many} /> : null}
      {rows.length === 0 ? (
        <Nothing noun={noun} isFiltered={listing.rows.length > 0} />
      ) : (
        <Rows
          noun={noun}
          listing={listing}
          rows={rows}
          {...(mayEdit ? { selection: { selected, onChange: setSelected } } : {})}
        />
      )}
    </Page>
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

interface RowsProps<Row> {
  readonly noun: ListWords<Row>
  readonly listing: Listing<Row>
  readonly rows: readonly Row[]
  readonly selection?: {
    readonly selected: ReadonlySet<string>
    readonly onChange: (next: ReadonlySet<string>) => void
  }
}

function Rows<Row>({ noun, listing, rows, selection }: RowsProps<Row>) {
  const { sort, columns: toggled } = route.useSearch()
  const navigate = route.useNavigate()
  const columns = useMemo(() => gridColumns(noun, listing, toggled ?? []), [noun, listing, toggled])
  return (
    <RowGrid
      label={sentenceCase(noun.words.many)}
      columns={columns}
      rows={rows}
      rowKey={noun.keyOf}
      rowName={listing.titleOf}
      {...(sort === undefined ? {} : { sort: sortOf(sort) })}
      onSort={({ key, isDescending }) =>
        void navigate({ replace: true, search: (before) => ({ ...before, sort: isDescending ? `-${key}` : key }) })
      }
      onOpen={(row) => void navigate({ to: '/admin/$noun/$name', params: { noun: noun.path, name: noun.keyOf(row) } })}
      {...(selection ? { selection } : {})}
    />
  )
}

/** The first column is the way to the row; the keyboard takes it with Enter, so it is no stop of the Tab key. */
function gridColumns<Row>(
  noun: ListWords<Row>,
  { columns }: Listing<Row>,
  toggled: readonly string[],
): readonly GridColumn<Row>[] {
  return columns
    .filter((column) => isShown(column, toggled))
    .map((column, index) => {
      const content = (row: Row) => column.render?.(row) ?? column.value(row)
      return {
        key: column.key,
        header: column.header,
        ...(column.width ? { width: column.width } : {}),
        isSortable: column.isUnsorted !== true,
        render: (row) =>
          index > 0 ? (
            content(row)
          ) : (
            <RouterLink to="/admin/$noun/$name" params={{ noun: noun.path, name: noun.keyOf(row) }} tabIndex={-1}>
              {content(row)}
            </RouterLink>
          ),
      }
    })
}

function Nothing<Row>({ noun, isFiltered }: { readonly noun: ListWords<Row>; readonly isFiltered: boolean }) {
  if (isFiltered) {
    return (
      <EmptyState
        icon={noun.icon}
        title="Nothing matches"
        text="Take away a filter or search for something else."
        action={
          <RouterLink to="/admin/$noun" params={{ noun: noun.path }}>
            Show all {noun.words.many}
          </RouterLink>
        }
      />
    )
  }
  return (
    <EmptyState
      icon={noun.icon}
      title={`No ${noun.words.many} yet`}
      text={noun.emptyText}
      action={<NewButton noun={noun} />}
    />
  )
}

function sortOf(text: string): Sort {
  return text.startsWith('-') ? { key: text.slice(1), isDescending: true } : { key: text, isDescending: false }
}
