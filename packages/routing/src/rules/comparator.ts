import type { Operator } from '../configuration/document.ts'
import { parseDuration } from '../configuration/duration.ts'
import type { Instant, Literal } from '../vocabulary.ts'
import { isWholeDay } from './instant.ts'
import { coerce, equal, type FactValue, holds, isEmpty, isLiteral, membersOf, order, type ValueKind } from './value.ts'

/** Compares what was read with what `prepare` made of the other side. */
export type Comparator = (left: FactValue, right: FactValue, now: Instant) => boolean

const LAST_MS_OF_DAY = 86_400_000 - 1

export function comparatorOf(op: Operator, kind: ValueKind): Comparator {
  if (op === 'eq' || op === 'in') return (left, right) => matches(kind, left, right)
  if (op === 'ne' || op === 'notIn') return (left, right) => !matches(kind, left, right)
  if (op === 'contains') return (left, right) => contains(kind, left, right)
  if (op === 'notContains') return (left, right) => !contains(kind, left, right)
  if (op === 'beginsWith') return (left, right) => isText(left) && isText(right) && left.startsWith(right)
  if (op === 'endsWith') return (left, right) => isText(left) && isText(right) && left.endsWith(right)
  if (op === 'gt') return (left, right) => orderOf(kind, left, right) > 0
  if (op === 'ge' || op === 'onOrAfter') return (left, right) => orderOf(kind, left, right) >= 0
  if (op === 'lt') return (left, right) => orderOf(kind, left, right) < 0
  if (op === 'le' || op === 'onOrBefore') return (left, right) => orderOf(kind, left, right) <= 0
  if (op === 'olderThan') return (left, right, now) => age(left, now) > spanOf(right)
  if (op === 'within') return (left, right, now) => Math.abs(age(left, now)) <= spanOf(right)
  return () => false
}

/** Brings the right side to the form the comparator expects: a static value once, a dynamic one at each test. */
export function prepare(op: Operator, kind: ValueKind, value: FactValue): FactValue {
  if (!isLiteral(value)) return value
  if (op === 'olderThan' || op === 'within') return typeof value === 'string' ? parseDuration(value) : value
  const literal = coerce(kind, value)
  const lastsTheDay = op === 'onOrBefore' && isText(value) && isWholeDay(value)
  return lastsTheDay && typeof literal === 'number' ? literal + LAST_MS_OF_DAY : literal
}

/** Data is anything but null, an empty text and an empty list. */
export function hasData(value: FactValue): boolean {
  return isLiteral(value) ? value !== null && value !== '' : !isEmpty(value)
}

/** Equality, or membership when a side holds several values; never true of missing data. */
function matches(kind: ValueKind, left: FactValue, right: FactValue): boolean {
  if (!isLiteral(left)) return shareMember(left, right)
  const literal = coerce(kind, left)
  if (literal === null) return false
  if (isLiteral(right)) return equal(kind, literal, right)
  for (const member of membersOf(right)) if (equal(kind, literal, coerce(kind, member))) return true
  return false
}

function shareMember(left: Exclude<FactValue, Literal>, right: FactValue): boolean {
  if (isLiteral(right)) return right !== null && holds(left, right)
  for (const member of membersOf(right)) if (holds(left, member)) return true
  return false
}

function contains(kind: ValueKind, left: FactValue, right: FactValue): boolean {
  if (!isLiteral(left)) return matches(kind, left, right)
  return isText(left) && isText(right) && left.includes(right)
}

function orderOf(kind: ValueKind, left: FactValue, right: FactValue): number {
  return isLiteral(left) && isLiteral(right) ? order(kind, coerce(kind, left), right) : Number.NaN
}

function age(left: FactValue, now: Instant): number {
  const instant = isLiteral(left) ? coerce('instant', left) : null
  return typeof instant === 'number' ? now - instant : Number.NaN
}

function spanOf(right: FactValue): number {
  return typeof right === 'number' ? right : Number.NaN
}

function isText(value: FactValue): value is string {
  return typeof value === 'string'
}
