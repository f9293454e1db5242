import type { Literal } from '../vocabulary.ts'
import type { Facts } from './facts.ts'
import type { FactValue, ValueKind } from './value.ts'

/** A path made ready to read: no names are looked up any more, and nothing is allocated. */
export interface ResolvedPath {
  readonly kind: ValueKind
  /** The choices of a choice column; null: any value may occur. */
  readonly choices: readonly string[] | null
  /** True when the value changes by itself as time passes. */
  readonly timeDependent: boolean
  /** True when related rows are looked up; nothing else that is read can fail. */
  readonly looksUp: boolean
  /** The column that is read as it stands; null: it takes more than that, as `read` knows. */
  readonly column: ColumnAtHand | null
  readonly read: (facts: Facts) => FactValue
}

/** One of the values that the facts hold by name. What is no literal there reads as null. */
export interface ColumnAtHand {
  readonly of: 'record' | 'context' | 'attributes'
  readonly name: string
}

/** Why a path names nothing, as a sentence with its remedy. */
export interface PathProblem {
  readonly problem: string
}

export function isProblem(result: object | PathProblem): result is PathProblem {
  return 'problem' in result
}

/** A fixed value of the item or the representative. */
export function field(kind: ValueKind, read: ResolvedPath['read']): ResolvedPath {
  return { kind, choices: null, timeDependent: false, looksUp: false, column: null, read }
}

/** Where the facts hold values by name, or null when they are not about such. */
export function valuesAtHand(facts: Facts, of: ColumnAtHand['of']): Readonly<Record<string, Literal>> | null {
  const { record, item } = facts
  if (of === 'record') return record === null ? null : record.values
  if (item === null) return null
  return of === 'context' ? item.context : item.attributes
}
