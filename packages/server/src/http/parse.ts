import { AppError, type FieldError } from '@unified-routing/contract'
import type { z } from 'zod'

/** At most so many bad values are named; the rest is found when these are mended. */
const ERRORS_SHOWN_MAX = 100

type Part = 'path' | 'query' | 'body' | 'body.value'

/** Parses one part of a request by its schema, or fails as `invalid` with the path of each bad value. */
export function parsePart<Schema extends z.ZodType>(part: Part, schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw invalid(parsed.error.issues.flatMap((issue) => describeIssue(part, issue)))
}

export function invalid(errors: readonly FieldError[]): AppError {
  const first = errors[0]
  const detail = first === undefined ? 'The request is not valid.' : `${first.path}: ${first.message}`
  return new AppError('invalid', detail.slice(0, DETAIL_LENGTH_MAX), { errors: errors.slice(0, ERRORS_SHOWN_MAX) })
}

const DETAIL_LENGTH_MAX = 1_000
const PATH_LENGTH_MAX = 500

function describeIssue(part: Part, issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ path: pathText(part, [...issue.path, key]), message: 'is not known' }))
  return [{ path: pathText(part, issue.path), message: issue.message }]
}

/** "body.values.priority", "query.filter[2]". */
export function pathText(start: string, path: readonly PropertyKey[]): string {
  const text = path.reduce<string>(
    (before, key) => (typeof key === 'number' ? `${before}[${key}]` : `${before}.${String(key)}`),
    start,
  )
  return text.length > PATH_LENGTH_MAX ? `${text.slice(0, PATH_LENGTH_MAX)}…` : text
}
