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
  readonly read: (facts: Facts) => FactValue
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
  return { kind, choices: null, timeDependent: false, looksUp: false, read }
}
