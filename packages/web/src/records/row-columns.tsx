import { Badge } from '@fluentui/react-components'
import type { RowView, TableView } from '@unified-routing/contract'
import type { ReactNode } from 'react'
import type { Column } from '../ui/data-table.tsx'
import { RelativeTime } from '../ui/relative-time.tsx'
import { RouterLink } from '../ui/router-links.tsx'
import { StatusText } from '../ui/status-text.tsx'
import { labelOf } from '../ui/words.ts'
import { LookupText } from './lookup-text.tsx'
import { nameColumnOf, rowTitle } from './table-words.ts'

/** Longer texts and further columns are for the form. */
const COLUMNS_SHOWN_MAX = 4
const longTexts: ReadonlySet<string> = new Set(['description', 'notes', 'body'])

type TableColumn = TableView['columns'][number]

/** The columns of a list of rows: what names a row, its first short columns, its state and age. */
export function rowColumns(table: TableView, rows: readonly RowView[]): readonly Column<RowView>[] {
  const nameColumn = nameColumnOf(table)
  const own = columnsInUse(table, rows)
    .filter((column) => column.name !== nameColumn && !longTexts.has(column.name))
    .toSorted((one, other) => rankOf(one) - rankOf(other))
    .slice(0, COLUMNS_SHOWN_MAX)
  return [
    {
      key: nameColumn ?? 'id',
      header: nameColumn ? labelOf(nameColumn) : 'Name',
      isSortable: nameColumn !== null,
      width: 'wide',
      render: (row) => <RowLink row={row} />,
    },
    ...own.map((column) => ({
      key: column.name,
      header: labelOf(column.name),
      isSortable: column.type !== 'lookup',
      render: (row: RowView) => <Value row={row} column={column} />,
    })),
    ...(table.queueEnabled ? [{ key: 'active', header: 'Status', render: (row: RowView) => statusOf(row) }] : []),
    {
      key: 'createdAt',
      header: 'Created',
      width: 'narrow',
      isSortable: true,
      render: (row) => <RelativeTime at={row.createdAt} />,
    },
  ]
}

/** The columns that say something in these rows. A row's own `status` says no more than whether it is active. */
export function columnsInUse(table: TableView, rows: readonly RowView[]): readonly TableColumn[] {
  return table.columns.filter(
    ({ name }) => !(table.queueEnabled && name === 'status') && rows.some((row) => (row.values[name] ?? '') !== ''),
  )
}

/** What is urgent, then whom it concerns, then what says much in little space. */
function rankOf(column: TableColumn): number {
  if (column.name === 'priority') return 0
  if (column.type === 'lookup') return 1
  return column.type === 'choice' ? 2 : 3
}

function RowLink({ row }: { readonly row: RowView }) {
  return (
    <RouterLink to="/tables/$table/$id" params={{ table: row.table, id: row.id }}>
      {rowTitle(row)}
    </RouterLink>
  )
}

function statusOf(row: RowView): ReactNode {
  if (!row.active) return <StatusText tone="ended">Resolved</StatusText>
  return row.workItem ? <StatusText tone="good">Routed</StatusText> : <StatusText tone="waiting">Not routed</StatusText>
}

function Value({ row, column }: { readonly row: RowView; readonly column: TableColumn }) {
  const value = row.values[column.name]
  if (value === undefined || value === null || value === '') return <>–</>
  if (column.type === 'lookup') return <LookupText table={column.target ?? ''} id={String(value)} />
  if (column.type === 'boolean') return value === true ? 'Yes' : 'No'
  if (column.type === 'dateTime') return <RelativeTime at={String(value)} />
  if (column.name === 'priority') return <Priority priority={String(value)} />
  return <>{String(value)}</>
}

function Priority({ priority }: { readonly priority: string }) {
  return (
    <Badge appearance="tint" color={priority === 'High' ? 'danger' : priority === 'Low' ? 'subtle' : 'informative'}>
      {priority}
    </Badge>
  )
}
