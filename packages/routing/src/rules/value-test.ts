import type { Literal } from '../vocabulary.ts'
import type { ResolvedPath } from './resolved-path.ts'
import { coerce, type FactValue, type ValueKind } from './value.ts'

/** A condition that is a question about one value alone: an index can ask it once for every value that matters.
 *
 * `values`: where the answer may change. Between two of them, and beyond, it is the same for all. */
export interface ValueTest {
  readonly source: ValueSource
  readonly values: readonly Literal[]
  readonly holds: (value: FactValue) => boolean
}

/** The value a test asks about, and how its values lie: apart from each other, or on a line of numbers. */
export interface ValueSource {
  readonly path: string
  readonly read: ResolvedPath['read']
  readonly column: ResolvedPath['column']
  /** The kind of number that values are brought to; null: they are told apart as they are. */
  readonly line: 'number' | 'instant' | 'duration' | null
}

/** The line on which values of the kind are compared; null: such values are only equal or not. */
export function lineOf(kind: ValueKind): ValueSource['line'] {
  return kind === 'number' || kind === 'instant' || kind === 'duration' ? kind : null
}

/** The value as a number of its line, or null when it is none. */
export function placeOnLine(line: 'number' | 'instant' | 'duration', value: Literal): number | null {
  const place = coerce(line, value)
  return typeof place === 'number' ? place : null
}

/** One test out of several about the same value, or null when they ask about different ones. */
export function combineTests(
  tests: readonly (ValueTest | null)[],
  combine: (holds: readonly ValueTest['holds'][]) => ValueTest['holds'],
): ValueTest | null {
  const known = tests.filter((test) => test !== null)
  const source = known[0]?.source
  if (source === undefined || known.length < tests.length) return null
  if (!known.every((test) => sameSource(test.source, source))) return null
  return {
    source,
    values: known.flatMap(({ values }) => values),
    holds: combine(known.map(({ holds }) => holds)),
  }
}

export function sameSource(one: ValueSource, other: ValueSource): boolean {
  return one.path === other.path && one.line === other.line
}
