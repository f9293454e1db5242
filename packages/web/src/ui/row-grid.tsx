import { Checkbox } from '@fluentui/react-components'
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type ComponentProps, type ReactNode, useMemo, useRef } from 'react'
import type { Sort } from './data-table.tsx'
import styles from './row-grid.module.css'
import { Space } from './space.tsx'
import { type GridKeys, type RowSelection, useGridKeys } from './use-grid-keys.ts'
import hidden from './visually-hidden.module.css'

/** Fewer rows than this are simply there; more are drawn while they are in sight. */
const VIRTUAL_FROM_ROWS = 80
const ROW_HEIGHT_PX = 41
const ROWS_BEYOND_SIGHT = 12

export interface GridColumn<Row> {
  readonly key: string
  readonly header: string
  readonly width?: 'narrow' | 'wide' | 'figure'
  readonly isSortable?: boolean
  readonly render: (row: Row) => ReactNode
}

export interface RowGridProps<Row> {
  /** Says what is listed, for screen readers. */
  readonly label: string
  readonly columns: readonly GridColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  /** What a row is called; absent: its key. */
  readonly rowName?: (row: Row) => string
  readonly sort?: Sort
  readonly onSort?: (sort: Sort) => void
  readonly selection?: RowSelection
  readonly onOpen?: (row: Row) => void
}

/** A list of rows for the keyboard, as long as it may be: one stop of the Tab key; arrows, Home and End walk it, Space
 * selects, Shift with an arrow selects on the way, Enter opens. Where space is narrow a row is a card. */
export function RowGrid<Row>(props: RowGridProps<Row>) {
  const { label, columns, rows, selection } = props
  const frame = useRef<HTMLDivElement>(null)
  const isVirtual = rows.length > VIRTUAL_FROM_ROWS
  const virtualizer = useVirtualizer({
    count: isVirtual ? rows.length : 0,
    getScrollElement: () => frame.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: ROWS_BEYOND_SIGHT,
  })
  const drawn = virtualizer.getVirtualItems()
  const indexes = isVirtual ? drawn.map(({ index }) => index) : rows.map((_, index) => index)
  const keys = useGridKeys({ ...props, frame, indexes, scrollTo: (index) => virtualizer.scrollToIndex(index) })
  const before = drawn[0]?.start ?? 0
  const after = virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0)
  return (
    <div className={styles.frame}>
      <Part
        ref={frame}
        className={styles.scroll}
        data-virtual={isVirtual}
        // Without it the router takes the place of one list for that of the next.
        data-scroll-restoration-id={label}
        role="grid"
        aria-label={label}
        aria-rowcount={rows.length + 1}
        aria-multiselectable={selection !== undefined}
      >
        <Head {...props} />
        <Part role="rowgroup">
          <Space heightPx={before} className={styles.space} />
          {indexes.map((index) => (
            <LineAt
              key={keyAt(props, index)}
              {...{ props, index, columns, keys }}
              measure={virtualizer.measureElement}
            />
          ))}
          <Space heightPx={isVirtual ? after : 0} className={styles.space} />
        </Part>
      </Part>
    </div>
  )
}

function keyAt<Row>({ rows, rowKey }: RowGridProps<Row>, index: number): string {
  const row = rows[index]
  return row === undefined ? String(index) : rowKey(row)
}

function Head<Row>({ columns, rows, rowKey, sort, onSort, selection }: RowGridProps<Row>) {
  const count = selection?.selected.size ?? 0
  const all = count === rows.length && count > 0
  return (
    <Part role="rowgroup" className={styles.head}>
      <Part role="row" className={styles.headRow} aria-rowindex={1}>
        {selection ? (
          <Part role="columnheader" className={styles.check}>
            <span className={hidden.hidden}>Selected</span>
            <Checkbox
              aria-label="Select all rows"
              checked={all ? true : count > 0 ? 'mixed' : false}
              onChange={() => selection.onChange(all ? new Set() : new Set(rows.map(rowKey)))}
            />
          </Part>
        ) : null}
        {columns.map((column) => (
          <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />
        ))}
      </Part>
    </Part>
  )
}

interface HeadCellProps<Row> {
  readonly column: GridColumn<Row>
  readonly sort: Sort | undefined
  readonly onSort: ((sort: Sort) => void) | undefined
}

function HeadCell<Row>({ column: { key, header, width, isSortable }, sort, onSort }: HeadCellProps<Row>) {
  const isSorted = sort?.key === key
  const isDescending = isSorted && sort.isDescending
  const direction = isDescending ? 'descending' : 'ascending'
  const canSort = isSortable === true && onSort !== undefined
  return (
    <Part
      role="columnheader"
      className={styles.headCell}
      data-width={width}
      {...(canSort ? { 'aria-sort': isSorted ? direction : 'none' } : {})}
    >
      {canSort ? (
        <button
          type="button"
          className={styles.sort}
          onClick={() => onSort({ key, isDescending: isSorted && !isDescending })}
        >
          {header}
          {isSorted ? isDescending ? <ArrowDownRegular aria-hidden /> : <ArrowUpRegular aria-hidden /> : null}
        </button>
      ) : (
        header
      )}
    </Part>
  )
}

interface LineAtProps<Row> {
  readonly props: RowGridProps<Row>
  readonly index: number
  readonly columns: readonly GridColumn<Row>[]
  readonly keys: GridKeys
  readonly measure: (element: HTMLElement | null) => void
}

function LineAt<Row>({ props, index, columns, keys, measure }: LineAtProps<Row>) {
  const row = props.rows[index]
  if (row === undefined) return null
  const key = props.rowKey(row)
  const name = props.rowName?.(row) ?? key
  const isSelected = props.selection?.selected.has(key)
  return (
    <Part
      ref={measure}
      role="row"
      className={styles.row}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      tabIndex={index === keys.tabStop ? 0 : -1}
      onFocus={() => keys.onFocusRow(index)}
      onKeyDown={(event) => keys.onKey(event, index)}
    >
      {props.selection ? (
        <Part role="gridcell" className={styles.check}>
          <Checkbox
            tabIndex={-1}
            aria-label={`Select ${name}`}
            checked={isSelected === true}
            onChange={() => keys.onToggle(index)}
          />
        </Part>
      ) : null}
      <Cells row={row} columns={columns} />
    </Part>
  )
}

interface CellsProps<Row> {
  readonly row: Row
  readonly columns: readonly GridColumn<Row>[]
}

/** Drawn again only when its row or the columns change, not when the selection does. */
function Cells<Row>({ row, columns }: CellsProps<Row>) {
  return useMemo(
    () =>
      columns.map((column) => (
        <Part
          key={column.key}
          role="gridcell"
          className={styles.cell}
          data-label={column.header}
          data-width={column.width}
        >
          {column.render(row)}
        </Part>
      )),
    [row, columns],
  )
}

/** An element of the grid, with its role in words: rows of a table element cannot be left out of its middle. */
function Part(props: ComponentProps<'div'> & { readonly 'data-label'?: string }) {
  return <div {...props} />
}
