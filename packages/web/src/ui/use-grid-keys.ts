import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'

const PAGE_ROWS = 10

export interface RowSelection {
  readonly selected: ReadonlySet<string>
  readonly onChange: (selected: ReadonlySet<string>) => void
}

export interface GridKeysInput<Row> {
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly selection?: RowSelection
  readonly onOpen?: (row: Row) => void
  readonly frame: RefObject<HTMLElement | null>
  /** The rows that are drawn at present. */
  readonly indexes: readonly number[]
  readonly scrollTo: (index: number) => void
}

export interface GridKeys {
  /** The row that takes the Tab key. */
  readonly tabStop: number
  readonly onFocusRow: (index: number) => void
  readonly onKey: (event: KeyboardEvent<HTMLElement>, index: number) => void
  readonly onToggle: (index: number) => void
}

/** The keyboard of a grid: where the focus is and goes, and what is selected on the way. */
export function useGridKeys<Row>(input: GridKeysInput<Row>): GridKeys {
  const { rows, rowKey, selection, onOpen, frame, indexes, scrollTo } = input
  const [active, setActive] = useState(0)
  const wanted = useRef<number | null>(null)
  // A row far away is drawn only after the scrolling, so the focus waits for it.
  useLayoutEffect(() => {
    if (wanted.current === null) return
    const row = frame.current?.querySelector(`[data-index="${wanted.current}"]`)
    if (!(row instanceof HTMLElement)) return
    wanted.current = null
    row.focus()
  })
  const keyOf = (index: number) => rows.slice(index, index + 1).map(rowKey)
  const select = (keys: readonly string[]) => selection?.onChange(new Set([...selection.selected, ...keys]))
  const toggle = (index: number) => {
    if (!selection) return
    const selected = new Set(selection.selected)
    for (const key of keyOf(index)) if (!selected.delete(key)) selected.add(key)
    selection.onChange(selected)
  }
  const move = (to: number) => {
    const index = Math.max(0, Math.min(rows.length - 1, to))
    wanted.current = index
    scrollTo(index)
    setActive(index)
    return index
  }
  const handleKey = (event: KeyboardEvent<HTMLElement>, index: number) => {
    if (event.target !== event.currentTarget) return
    const to = destination(event.key, index, rows.length)
    if (to !== null) {
      const reached = move(to)
      if (event.shiftKey) select([...keyOf(index), ...keyOf(reached)])
    } else if (event.key === ' ') toggle(index)
    else if (event.key === 'Enter') for (const row of rows.slice(index, index + 1)) onOpen?.(row)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) select(rows.map(rowKey))
    else return
    event.preventDefault()
  }
  return {
    tabStop: indexes.includes(active) ? active : (indexes[0] ?? 0),
    onFocusRow: setActive,
    onKey: handleKey,
    onToggle: toggle,
  }
}

/** Where a key leads from a row; null: it does not lead anywhere. */
function destination(key: string, from: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return from + 1
    case 'ArrowUp':
      return from - 1
    case 'PageDown':
      return from + PAGE_ROWS
    case 'PageUp':
      return from - PAGE_ROWS
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}
