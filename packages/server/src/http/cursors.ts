import { AppError } from '@unified-routing/contract'
import { z } from 'zod'
import type { PageEnd } from '../store/reads.ts'

export const PAGE_SIZE_DEFAULT = 50

const pageEnd = z.strictObject({
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  id: z.string().min(1).max(200),
  /** What the list was sorted by: a cursor is good for that order only. */
  sort: z.string().max(200),
})

/** Writes the end of a page as an opaque word. */
export function writeCursor(end: PageEnd, sort: string): string {
  return Buffer.from(JSON.stringify({ ...end, sort })).toString('base64url')
}

/** What a list can be sorted by: whatever else a cursor holds, nobody wrote for it. */
type SortValue = PageEnd['value']

/** Reads a cursor back; one that this list did not write, or whose value it could not sort by, fails as `invalid`. */
export function readCursor(
  cursor: string | undefined,
  sort: string,
  isSortValue: (value: SortValue) => boolean,
): PageEnd | null {
  if (cursor === undefined) return null
  const parsed = pageEnd.safeParse(parseJson(Buffer.from(cursor, 'base64url').toString('utf8')))
  if (!parsed.success) throw badCursor()
  const { value, id } = parsed.data
  if (parsed.data.sort !== sort || !isStorable({ value, id }) || !isSortValue(value)) throw badCursor()
  return { value, id }
}

/** Milliseconds since 1970, or a place in the journal: what a `bigint` holds. */
export function isLongNumber(value: SortValue): boolean {
  return Number.isSafeInteger(value)
}

/** What an `integer` holds, from 0. */
export function isCount(value: SortValue): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < 2 ** 31
}

/** The rows of a page and the cursor of the next, from one row more than asked for. */
export function cutPage<Row>(rows: readonly Row[], limit: number, cursorOf: (last: Row) => string) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null }
}

export function badCursor(): AppError {
  const message = 'must be the nextCursor of an earlier reply to the same list, in the same order'
  return new AppError('invalid', `query.cursor: ${message}`, { errors: [{ path: 'query.cursor', message }] })
}

function isStorable({ value, id }: PageEnd): boolean {
  return ![value, id].some((part) => typeof part === 'string' && (part.includes('\0') || !part.isWellFormed()))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
