import {
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  useArrowNavigationGroup,
} from '@fluentui/react-components'
import { type ReactNode, useMemo } from 'react'
import styles from './data-table.module.css'

export interface Column<Row> {
  readonly key: string
  readonly header: string
  readonly isSortable?: boolean
  readonly width?: 'narrow' | 'wide'
  readonly render: (row: Row) => ReactNode
}

export interface Sort {
  readonly key: string
  readonly isDescending: boolean
}

export interface DataTableProps<Row> {
  /** Says what is listed, for screen readers. */
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly sort?: Sort
  readonly onSort?: (sort: Sort) => void
}

/** A list of rows: sorted by its headings, walked with the arrow keys, one card a row where space is narrow. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowKey } = props
  const arrows = useArrowNavigationGroup({ axis: 'vertical' })
  return (
    <div className={styles.frame}>
      <Table aria-label={label} className={styles.table} role="table" sortable={props.onSort !== undefined}>
        <TableHeader className={styles.head} role="rowgroup">
          <TableRow role="row">
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} {...sortOf(props)} />
            ))}
          </TableRow>
        </TableHeader>
        <TableBody {...arrows} role="rowgroup">
          {rows.map((row) => (
            <Line key={rowKey(row)} row={row} columns={columns} />
          ))}
        </TableBody>
      </Table>
    </div>
  )
}

interface SortProps {
  readonly sort?: Sort
  readonly onSort?: (sort: Sort) => void
}

function sortOf({ sort, onSort }: SortProps): SortProps {
  return { ...(sort ? { sort } : {}), ...(onSort ? { onSort } : {}) }
}

function HeaderCell<Row>({ column, sort, onSort }: { readonly column: Column<Row> } & SortProps) {
  const isSorted = sort?.key === column.key
  if (!column.isSortable || !onSort) {
    return (
      <TableHeaderCell className={styles.headCell} data-width={column.width} role="columnheader" sortable={false}>
        {column.header}
      </TableHeaderCell>
    )
  }
  const direction = sort?.isDescending ? 'descending' : 'ascending'
  return (
    <TableHeaderCell
      className={styles.headCell}
      data-width={column.width}
      role="columnheader"
      sortable
      sortDirection={isSorted ? direction : undefined}
      aria-sort={isSorted ? direction : 'none'}
      onClick={() => onSort({ key: column.key, isDescending: isSorted ? !sort.isDescending : false })}
    >
      {column.header}
    </TableHeaderCell>
  )
}

/** Keeps its elements while its row stays the same, so that a live change redraws one line. */
function Line<Row>({ row, columns }: { readonly row: Row; readonly columns: readonly Column<Row>[] }) {
  return useMemo(
    () => (
      <TableRow className={styles.row} role="row">
        {columns.map((column) => (
          <TableCell
            key={column.key}
            className={styles.cell}
            data-label={column.header}
            data-width={column.width}
            role="cell"
          >
            {column.render(row)}
          </TableCell>
        ))}
      </TableRow>
    ),
    [row, columns],
  )
}
