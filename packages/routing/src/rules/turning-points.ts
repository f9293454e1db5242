import type { Operator } from '../configuration/document.ts'
import type { Literal } from '../vocabulary.ts'
import { prepare } from './comparator.ts'
import type { ValueKind } from './value.ts'
import { lineOf, placeOnLine, type ValueSource } from './value-test.ts'

interface TurningPoints extends Pick<ValueSource, 'line'> {
  readonly values: readonly Literal[]
}

const equality: readonly Operator[] = ['eq', 'ne', 'in', 'notIn']
const ordering: readonly Operator[] = ['gt', 'ge', 'lt', 'le', 'onOrBefore', 'onOrAfter']
const kindsOfSeveral: readonly ValueKind[] = ['list', 'heldSkills', 'requiredSkills']

/** The values at which a static comparison may change its answer; null when they cannot be listed.
 *
 * They can for equality and for having data, and for an order of numbers; texts in order or searched are not. */
export function turningPoints(
  op: Operator,
  kind: ValueKind,
  value: Literal | readonly Literal[],
): TurningPoints | null {
  if (kindsOfSeveral.includes(kind)) return null
  const line = lineOf(kind)
  if (op === 'hasData' || op === 'noData') return { line, values: [] }
  const values: readonly Literal[] = typeof value === 'object' && value !== null ? value : [value]
  if (equality.includes(op)) return line === null ? { line, values } : onLine(line, values)
  if (!ordering.includes(op) || values.length !== 1) return null
  const threshold = prepare(op, kind, values[0] ?? null)
  if (line !== null) return onLine(line, typeof threshold === 'number' ? [threshold] : [])
  return kind === 'any' && typeof threshold === 'number' ? onLine('number', [threshold]) : null
}

function onLine(line: NonNullable<ValueSource['line']>, values: readonly Literal[]): TurningPoints | null {
  const places = values.map((value) => placeOnLine(line, value)).filter((place) => place !== null)
  return places.every(Number.isFinite) ? { line, values: places } : null
}
