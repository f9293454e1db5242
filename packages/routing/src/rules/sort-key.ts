import type { Literal } from '../vocabulary.ts'
import type { Facts } from './facts.ts'
import { resolvePath } from './path.ts'
import { isProblem } from './resolved-path.ts'
import type { RuleScope } from './scope.ts'
import { coerce, isLiteral, type ValueKind } from './value.ts'

/** A value to sort by, read along a path. */
export interface SortKey {
  readonly read: (facts: Facts) => Literal
  /** Negative: the left key comes first. Missing values come last in either direction; equal keys give 0. */
  readonly compare: (left: Literal, right: Literal) => number
  readonly reads: readonly string[]
  readonly timeDependent: boolean
}

/** Compiles `orderBy: { path, direction }` of a rule that validation has accepted for this scope. */
export function compileSortKey(
  orderBy: { readonly path: string; readonly direction?: 'ascending' | 'descending' },
  scope: RuleScope,
): SortKey {
  const resolved = resolvePath(orderBy.path, scope)
  if (isProblem(resolved)) throw new Error(`sort path '${orderBy.path}': ${resolved.problem}`)
  const { kind, read, timeDependent } = resolved
  const sign = orderBy.direction === 'descending' ? -1 : 1
  return {
    reads: [orderBy.path],
    timeDependent,
    read: (facts) => {
      const value = read(facts)
      // Time waited so far is kept as its beginning (negative): its order is the same at any later time.
      if (timeDependent && kind === 'duration') return typeof value === 'number' ? value - facts.now : null
      return isLiteral(value) ? keyOf(kind, value) : null
    },
    compare: (left, right) => {
      if (left === null || right === null) return Number(left === null) - Number(right === null)
      return sign * compareKeys(left, right)
    },
  }
}

/** Texts that are numbers sort as such, so that undeclared values of several types have one order. */
function keyOf(kind: ValueKind, value: Literal): Literal {
  const key = coerce(kind, value)
  if (typeof key === 'boolean') return Number(key)
  return kind === 'any' ? (coerce('number', key) ?? key) : key
}

/** Numbers before texts. */
function compareKeys(left: Exclude<Literal, null>, right: Exclude<Literal, null>): number {
  if (typeof left === typeof right) return left === right ? 0 : left < right ? -1 : 1
  return typeof left === 'number' ? -1 : 1
}
