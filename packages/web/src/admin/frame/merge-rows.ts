import { labelOf } from '../../ui/words.ts'

/** Whose value a field takes. */
export type Side = 'base' | 'theirs' | 'mine'

/** A field that is not the same on all sides, and whose value suggests itself. */
export interface Merge {
  readonly key: string
  readonly base: unknown
  readonly theirs: unknown
  readonly mine: unknown
  readonly side: Side
}

/** The fields in which three versions of a row differ. Who alone changed a field is right about it. */
export function mergeOf({ base, theirs, mine }: Readonly<Record<Side, unknown>>): readonly Merge[] {
  const rows = { base: fieldsOf(base), theirs: fieldsOf(theirs), mine: fieldsOf(mine) }
  const keys = new Set([...Object.keys(rows.base), ...Object.keys(rows.theirs), ...Object.keys(rows.mine)])
  return [...keys].flatMap((key) => {
    const values = { base: rows.base[key], theirs: rows.theirs[key], mine: rows.mine[key] }
    if (isSame(values.base, values.theirs) && isSame(values.base, values.mine)) return []
    return [{ key, ...values, side: isSame(values.base, values.mine) ? 'theirs' : 'mine' } as const]
  })
}

/** The stored row with the chosen values in place; a field without a value is left out. */
export function mergedRow(
  stored: unknown,
  merge: readonly Merge[],
  sides: Readonly<Record<string, Side>>,
): Readonly<Record<string, unknown>> {
  const chosen = merge.map((field) => [field.key, field[sides[field.key] ?? field.side]] as const)
  const entries = Object.entries({ ...fieldsOf(stored), ...Object.fromEntries(chosen) })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

/** A value of the document for people to read, a line an entry. */
export function valueWords(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'Nothing'
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (Array.isArray(value)) return value.length === 0 ? 'Nothing' : value.map(entryWords).join('\n')
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([key, part]) => `${key}: ${entryWords(part)}`)
      .join('\n')
  }
  return String(value)
}

function entryWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(entryWords).join(', ')
  if (typeof value !== 'object' || value === null) return valueWords(value)
  return Object.entries(value)
    .map(([key, part]) => `${labelOf(key)} ${entryWords(part)}`)
    .join(', ')
}

function fieldsOf(row: unknown): Readonly<Record<string, unknown>> {
  return typeof row === 'object' && row !== null ? { ...row } : {}
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
