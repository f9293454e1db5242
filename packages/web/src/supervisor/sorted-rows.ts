import type { Sort } from '../ui/data-table.tsx'

const order = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Sorts by what the rows hold for a column; what is not there comes last, whichever way. */
export function sortedRows<Row>(
  rows: readonly Row[],
  { key, isDescending }: Sort,
  valueAt: (row: Row, key: string) => string | number | null | undefined,
): readonly Row[] {
  const direction = isDescending ? -1 : 1
  return rows.toSorted((one, other) => {
    const [first, second] = [valueAt(one, key), valueAt(other, key)]
    if (first === null || first === undefined) return second === null || second === undefined ? 0 : 1
    if (second === null || second === undefined) return -1
    if (typeof first === 'number' && typeof second === 'number') return (first - second) * direction
    return order.compare(String(first), String(second)) * direction
  })
}

/** The sort that an address names; by the first column when it names none. */
export function sortOfSearch(sort: string | undefined, first: string): Sort {
  return { key: sort?.replace(/^-/, '') ?? first, isDescending: sort?.startsWith('-') ?? false }
}

export function searchOfSort({ key, isDescending }: Sort): string {
  return isDescending ? `-${key}` : key
}
