import type { Condition } from '../configuration/document.ts'
import { resolvePath } from '../rules/path.ts'
import { isProblem } from '../rules/resolved-path.ts'
import type { RuleScope } from '../rules/scope.ts'
import { coerce, type ValueKind } from '../rules/value.ts'
import type { Literal } from '../vocabulary.ts'

type Comparison = Extract<Condition, { path: string }>

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
 * more of `ne` and `notIn`, a narrower range. False says nothing. */
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

function comparisonImplies(one: Comparison, other: Comparison, { scope, effort }: Proof): boolean {
  if (one.path !== other.path) return false
  if (one.valuePath !== undefined || other.valuePath !== undefined)
    return one.op === other.op && one.valuePath === other.valuePath
  const kind = kindOf(one.path, scope)
  const [values, otherValues] = [valuesOf(one, kind), valuesOf(other, kind)]
  effort.left -= values.length + otherValues.length
  if (isOneOf(one) && isOneOf(other)) return isSubset(values, otherValues)
  if (isNoneOf(one) && isNoneOf(other)) return isSubset(otherValues, values)
  if (other.op === 'hasData' && isOneOf(one))
    return values.length > 0 && values.every((value) => value !== null && value !== '')
  const ranges = values.map((value) => ({ op: isOneOf(one) ? ('eq' as const) : one.op, value }))
  const [bound = null] = otherValues
  if (ranges.length > 0 && ranges.every((range) => isWithin(range, { op: other.op, value: bound }))) return true
  return one.op === other.op && isSame(values, otherValues)
}

interface Range {
  readonly op: Comparison['op']
  readonly value: Literal
}

/** Whether every value that the one comparison with a number leaves is left by the other, too. */
function isWithin(one: Range, other: Range): boolean {
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

function isOneOf({ op, valuePath }: Comparison): boolean {
  return (op === 'eq' || op === 'in') && valuePath === undefined
}

function isNoneOf({ op, valuePath }: Comparison): boolean {
  return (op === 'ne' || op === 'notIn') && valuePath === undefined
}

function isSubset(values: readonly Literal[], of: readonly Literal[]): boolean {
  const known = new Set(of)
  return values.every((value) => known.has(value))
}

function isSame(one: readonly Literal[], other: readonly Literal[]): boolean {
  return one.length === other.length && one.every((value, index) => value === other[index])
}

/** The values as the router compares them: "5" and 5 are one for a column of numbers. */
function valuesOf({ value, op }: Comparison, kind: ValueKind): readonly Literal[] {
  if (value === undefined) return []
  const values = Array.isArray(value) ? value : [value]
  return op === 'olderThan' || op === 'within' ? values : values.map((one) => coerceOrKeep(kind, one))
}

function coerceOrKeep(kind: ValueKind, value: Literal): Literal {
  return coerce(kind, value) ?? value
}

function kindOf(path: string, scope: RuleScope): ValueKind {
  const resolved = resolvePath(path, scope)
  return isProblem(resolved) ? 'any' : resolved.kind
}
