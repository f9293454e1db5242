import type { NounColumn, NounFilter } from './noun.ts'
import type { NounListSearch } from './noun-search.ts'

const order = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

export interface Listing<Row> {
  readonly rows: readonly Row[]
  readonly columns: readonly NounColumn<Row>[]
  readonly filters: readonly NounFilter<Row>[]
  readonly titleOf: (row: Row) => string
}

/** The rows that an address asks for: searched in every column, filtered, and in its order. */
export function listedRows<Row>(listing: Listing<Row>, search: NounListSearch): readonly Row[] {
  const { rows, columns, filters, titleOf } = listing
  const words = (search.q ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const found = rows.filter((row) => {
    if (!filters.every((filter) => passes(filter, row, search.where?.[filter.key]))) return false
    if (words.length === 0) return true
    const text = [titleOf(row), ...columns.map(({ value }) => value(row))].join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const isDescending = search.sort?.startsWith('-') === true
  const column = columns.find(({ key }) => key === search.sort?.replace(/^-/, ''))
  if (!column) return found
  const sign = isDescending ? -1 : 1
  return found.toSorted((one, other) => sign * compare(column.value(one), column.value(other)))
}

function passes<Row>(filter: NounFilter<Row>, row: Row, wanted: string | undefined): boolean {
  if (wanted === undefined) return true
  const held = filter.of(row)
  return typeof held === 'string' ? held === wanted : held.includes(wanted)
}

function compare(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other
  return order.compare(String(one), String(other))
}

/** Whether a column is shown, given those that somebody has switched. */
export function isShown<Row>(column: NounColumn<Row>, toggled: readonly string[]): boolean {
  return (column.isExtra !== true) !== toggled.includes(column.key)
}

/** "Copy of Billing", or "Copy of Billing 2" when there is one. */
export function copyName(name: string, taken: readonly string[]): string {
  const first = `Copy of ${name}`
  if (!taken.includes(first)) return first
  let number = 2
  while (taken.includes(`${first} ${number}`)) number++
  return `${first} ${number}`
}
