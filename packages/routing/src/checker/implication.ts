import type { Condition } from '../configuration/document.ts'
import type { RuleScope } from '../rules/scope.ts'
import type { Literal } from '../vocabulary.ts'
import {
  type Comparison,
  conjunctsOf,
  excludedBy,
  isNoneOf,
  isOneOf,
  isSingleValued,
  type Side,
  sideOf,
} from './comparison.ts'

/** What a proof needs: how paths are read, and how much may still be spent on proofs of this document. */
export interface Proof {
  readonly scope: RuleScope
  readonly effort: Effort
}

/** Steps of proof that are left, shared by a whole check; without any left nothing is proved any more. */
export interface Effort {
  left: number
}

/** Nested groups multiply; this many steps take a second, and no sensible document comes near. */
export const EFFORT_MAX = 2_000_000

/** Whether work that meets the one condition certainly meets the other.
 *
 * True only where it can be proved from the form of the two: groups, the same comparison, fewer values of `eq` and `in`,
 * more of `ne` and `notIn`, a narrower range, a longer part of a text. False says nothing. */
export function implies(one: Condition, other: Condition, proof: Proof): boolean {
  proof.effort.left -= 1
  if (proof.effort.left < 0) return false
  if ('all' in other) return other.all.every((part) => implies(one, part, proof))
  if ('any' in one) return one.any.every((part) => implies(part, other, proof))
  if ('any' in other && other.any.some((part) => implies(one, part, proof))) return true
  if ('all' in one && one.all.some((part) => implies(part, other, proof))) return true
  if ('not' in one && 'not' in other) return implies(other.not, one.not, proof)
  if ('not' in other) return isNever(other.not)
  if ('not' in one) return isAlways(one.not)
  return 'path' in one && 'path' in other && comparisonImplies(one, other, proof)
}

/** Whether everything meets the condition, as its form shows. */
export function isAlways(condition: Condition): boolean {
  if ('all' in condition) return condition.all.every(isAlways)
  if ('any' in condition) return condition.any.some(isAlways)
  return 'not' in condition && isNever(condition.not)
}

/** Whether nothing can meet the condition, as its form shows. */
export function isNever(condition: Condition): boolean {
  if ('all' in condition) return condition.all.some(isNever)
  if ('any' in condition) return condition.any.every(isNever)
  if ('not' in condition) return isAlways(condition.not)
  const { op, value } = condition
  return (op === 'eq' || op === 'in') && Array.isArray(value) && value.length === 0
}

/** The condition as several of which one must hold, so that rules may cover it together: groups of `any`, lists of values. */
export function alternatives(condition: Condition): readonly Condition[] {
  if ('any' in condition) return condition.any.flatMap(alternatives)
  if ('path' in condition && isOneOf(condition) && Array.isArray(condition.value))
    return condition.value.map((value) => ({ ...condition, op: 'eq', value }))
  return [condition]
}

/** Conditions of which both would have to hold and cannot, on one path with one value; null: none are found. */
export function exclusion(condition: Condition, proof: Proof): readonly [Comparison, Comparison] | null {
  const byPath = Map.groupBy(conjunctsOf(condition), ({ path }) => path)
  for (const comparisons of byPath.values())
    for (const [index, one] of comparisons.entries())
      for (const other of comparisons.slice(index + 1)) if (excludes(one, other, proof)) return [one, other]
  return null
}

function excludes(one: Comparison, other: Comparison, proof: Proof): boolean {
  proof.effort.left -= 1
  if (proof.effort.left < 0 || one.valuePath !== undefined || other.valuePath !== undefined) return false
  const sides = [one, other].map((each) => sideOf(each, proof.scope))
  if (!sides.every(isSingleValued)) return false
  const rest = excludedBy(other)
  return rest !== null && comparisonImplies(one, rest, proof)
}

function comparisonImplies(one: Comparison, other: Comparison, { scope, effort }: Proof): boolean {
  if (one.path !== other.path) return false
  if (one.valuePath !== undefined || other.valuePath !== undefined)
    return one.op === other.op && one.valuePath === other.valuePath
  const [side, otherSide] = [sideOf(one, scope), sideOf(other, scope)]
  effort.left -= side.values.length + otherSide.values.length
  if (isOneOf(one) && isOneOf(other)) return isSubset(side.values, otherSide.values)
  if (isNoneOf(one) && isNoneOf(other)) return isSubset(otherSide.values, side.values)
  if (isNoneOf(other)) return leavesNoneOf(side, otherSide)
  if (other.op === 'hasData') return needsData(side)
  const [bound = null] = otherSide.values
  const parts = side.values.map((value) => ({ op: isOneOf(one) ? ('eq' as const) : one.op, value }))
  const limit = { op: other.op, value: bound }
  if (parts.length > 0 && parts.every((part) => isWithin(part, limit) || hasFragment(part, limit))) return true
  return one.op === other.op && isSame(side.values, otherSide.values)
}

/** Whether nothing that meets the comparison is one of the values. */
function leavesNoneOf(side: Side, other: Side): boolean {
  if (!isSingleValued(side) || !isSingleValued(other) || side.values.length === 0) return false
  if (isOneOf(side)) {
    const values = new Set(side.values)
    return other.values.every((value) => !values.has(value))
  }
  const [bound = null] = side.values
  return other.values.every((value) => isWithin({ op: 'eq', value }, { op: restOf[side.op], value: bound }))
}

const restOf: Partial<Readonly<Record<Comparison['op'], Comparison['op']>>> = { gt: 'le', ge: 'lt', lt: 'ge', le: 'gt' }

function needsData({ op, values }: Side): boolean {
  if (dataOperators.includes(op)) return true
  return valueOperators.includes(op) && values.length > 0 && values.every((value) => value !== null && value !== '')
}

const valueOperators: readonly Comparison['op'][] = ['eq', 'in', 'contains', 'beginsWith', 'endsWith']

const dataOperators: readonly Comparison['op'][] = [
  'hasData',
  'gt',
  'ge',
  'lt',
  'le',
  'onOrBefore',
  'onOrAfter',
  'olderThan',
  'within',
]

interface Part {
  readonly op: Comparison['op'] | undefined
  readonly value: Literal
}

/** Whether every value that the one comparison with a number leaves is left by the other, too. */
function isWithin(one: Part, other: Part): boolean {
  const [from, to] = [one.value, other.value]
  if (typeof from !== 'number' || typeof to !== 'number') return false
  const isStrict = other.op === 'gt' || other.op === 'lt'
  const reaches = isStrict && one.op !== other.op ? from !== to : true
  if (other.op === 'gt' || other.op === 'ge')
    return (one.op === 'eq' || one.op === 'gt' || one.op === 'ge') && from >= to && reaches
  if (other.op === 'lt' || other.op === 'le')
    return (one.op === 'eq' || one.op === 'lt' || one.op === 'le') && from <= to && reaches
  return false
}

/** Whether every text that the one comparison leaves has the part that the other asks for. */
function hasFragment(one: Part, other: Part): boolean {
  const [text, part] = [one.value, other.value]
  if (typeof text !== 'string' || typeof part !== 'string') return false
  const isWhole = one.op === 'eq'
  if (other.op === 'beginsWith') return (isWhole || one.op === 'beginsWith') && text.startsWith(part)
  if (other.op === 'endsWith') return (isWhole || one.op === 'endsWith') && text.endsWith(part)
  const isPart = one.op === 'beginsWith' || one.op === 'endsWith' || one.op === 'contains'
  return other.op === 'contains' && (isWhole || isPart) && text.includes(part)
}

function isSubset(values: readonly Literal[], of: readonly Literal[]): boolean {
  const known = new Set(of)
  return values.every((value) => known.has(value))
}

function isSame(one: readonly Literal[], other: readonly Literal[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index])
}
