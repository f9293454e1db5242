import type { Literal } from '../vocabulary.ts'
import type { Facts } from './facts.ts'
import { resolvePath } from './path.ts'
import { isProblem } from './resolved-path.ts'
import type { RuleScope } from './scope.ts'
import { coerce, isLiteral, order } from './value.ts'

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
      if (!isLiteral(value)) return null
      const key = coerce(kind, value)
      return typeof key === 'boolean' ? Number(key) : key
    },
    compare: (left, right) => {
      if (left === null || right === null) return Number(left === null) - Number(right === null)
      const difference = order(kind, left, right)
      return Number.isNaN(difference) ? compareTypes(left, right) : sign * difference
    },
  }
}

/** Undeclared values of different types still need one order: numbers before texts. */
function compareTypes(left: Literal, right: Literal): number {
  return Number(typeof left === 'string') - Number(typeof right === 'string')
}
