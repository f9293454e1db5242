import { formatDuration, parseDuration } from '../configuration/duration.ts'
import type { Literal } from '../vocabulary.ts'
import type { RepresentativeFacts } from './facts.ts'
import { formatInstant, parseInstant } from './instant.ts'

/** How a value is compared. `any`: undeclared, by what it turns out to be. */
export type ValueKind =
  | 'text'
  | 'choice'
  | 'number'
  | 'boolean'
  | 'instant'
  | 'duration'
  | 'list'
  | 'heldSkills'
  | 'requiredSkills'
  | 'any'

/** What a path reads: one literal, a list, or the skills of a representative or an item. */
export type FactValue = Literal | readonly Literal[] | RepresentativeFacts['skills'] | Readonly<Record<string, unknown>>

/** A literal of the given kind, or null when it cannot be one: "12" is a number, "soon" is not. */
export function coerce(kind: ValueKind, literal: Literal): Literal {
  if (literal === null) return null
  if (kind === 'text' || kind === 'choice') return typeof literal === 'string' ? literal : String(literal)
  if (kind === 'number') return numberOf(literal)
  if (kind === 'boolean') return booleanOf(literal)
  if (kind === 'instant') return typeof literal === 'string' ? orNull(parseInstant(literal)) : numberOf(literal)
  if (kind === 'duration') return typeof literal === 'string' ? parseDuration(literal) : numberOf(literal)
  return literal
}

/** Whether two coerced literals are equal. Undeclared values also match across types: 5 and "5", true and "true". */
export function equal(kind: ValueKind, left: Literal, right: Literal): boolean {
  if (left === right) return true
  if (kind === 'text' || kind === 'choice' || left === null || right === null) return false
  return typeof left !== typeof right && String(left) === String(right)
}

/** Negative, zero or positive as left sorts before, with or after right; NaN when they have no order. */
export function order(kind: ValueKind, left: Literal, right: Literal): number {
  if (left === null || right === null) return Number.NaN
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (kind === 'any') {
    const difference = (numberOf(left) ?? Number.NaN) - (numberOf(right) ?? Number.NaN)
    if (!Number.isNaN(difference)) return difference
  }
  if (typeof left !== 'string' || typeof right !== 'string') return Number.NaN
  return left < right ? -1 : left > right ? 1 : 0
}

/** Whether the value is a literal, null included, rather than several values. */
export function isLiteral(value: FactValue): value is Literal {
  return value === null || typeof value !== 'object'
}

/** Whether several values hold the literal; skills that are switched off are not held. */
export function holds(values: Exclude<FactValue, Literal>, literal: Literal): boolean {
  if (isList(values)) {
    for (const value of values) if (equal('any', value, literal)) return true
    return false
  }
  if (typeof literal !== 'string') return false
  return isHeldSkills(values) ? values.get(literal)?.active === true : Object.hasOwn(values, literal)
}

export function isEmpty(values: Exclude<FactValue, Literal>): boolean {
  if (isList(values)) return values.length === 0
  if (isHeldSkills(values)) return values.size === 0
  for (const _ in values) return false
  return true
}

/** The names or literals of several values, for messages and for comparing two lists. */
export function membersOf(values: Exclude<FactValue, Literal>): readonly Literal[] {
  if (isList(values)) return values
  if (!isHeldSkills(values)) return Object.keys(values)
  return [...values].filter(([, { active }]) => active).map(([name]) => name)
}

/** The value as diagnostics show it: instants in ISO 8601, durations with their unit, lists with commas. */
export function shown(kind: ValueKind, value: FactValue): Literal {
  if (!isLiteral(value)) return membersOf(value).join(', ')
  if (typeof value !== 'number') return value
  if (kind === 'instant') return formatInstant(value)
  return kind === 'duration' ? formatDuration(value) : value
}

function isList(values: Exclude<FactValue, Literal>): values is readonly Literal[] {
  return Array.isArray(values)
}

function isHeldSkills(values: Exclude<FactValue, Literal>): values is RepresentativeFacts['skills'] {
  return values instanceof Map
}

function numberOf(literal: Literal): number | null {
  if (typeof literal === 'number') return orNull(literal)
  return typeof literal === 'string' && literal.trim() !== '' ? orNull(Number(literal)) : null
}

function booleanOf(literal: Literal): boolean | null {
  if (typeof literal === 'boolean') return literal
  return literal === 'true' ? true : literal === 'false' ? false : null
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value
}
