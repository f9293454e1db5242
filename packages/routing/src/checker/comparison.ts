import type { Condition } from '../configuration/document.ts'
import { resolvePath } from '../rules/path.ts'
import { isProblem, type ResolvedPath } from '../rules/resolved-path.ts'
import type { RuleScope } from '../rules/scope.ts'
import { coerce, type ValueKind } from '../rules/value.ts'
import type { Literal } from '../vocabulary.ts'

export type Comparison = Extract<Condition, { path: string }>
type Operator = Comparison['op']

/** A comparison with what is known of its values. */
export interface Side {
  readonly op: Operator
  readonly kind: ValueKind
  /** As the router compares them: "5" and 5 are one for a column of numbers. */
  readonly values: readonly Literal[]
}

export function sideOf(comparison: Comparison, scope: RuleScope): Side {
  const kind = resolvedIn(comparison.path, scope)?.kind ?? 'any'
  return { op: comparison.op, kind, values: valuesOf(comparison, kind) }
}

/** Proofs ask for the same few paths again and again. */
const resolvedPaths = new WeakMap<RuleScope, Map<string, ResolvedPath | null>>()

export function resolvedIn(path: string, scope: RuleScope): ResolvedPath | null {
  const known = resolvedPaths.get(scope) ?? new Map<string, ResolvedPath | null>()
  resolvedPaths.set(scope, known)
  const before = known.get(path)
  if (before !== undefined) return before
  const resolved = resolvePath(path, scope)
  const found = isProblem(resolved) ? null : resolved
  known.set(path, found)
  return found
}

function valuesOf({ value, op }: Comparison, kind: ValueKind): readonly Literal[] {
  if (value === undefined) return []
  const values = Array.isArray(value) ? value : [value]
  return op === 'olderThan' || op === 'within' ? values : values.map((one) => coerce(kind, one) ?? one)
}

export function isOneOf({ op, valuePath }: { readonly op: Operator; readonly valuePath?: string }): boolean {
  return (op === 'eq' || op === 'in') && valuePath === undefined
}

export function isNoneOf({ op, valuePath }: { readonly op: Operator; readonly valuePath?: string }): boolean {
  return (op === 'ne' || op === 'notIn') && valuePath === undefined
}

/** Whether the path reads one value, and the values of both are told apart by what is written. */
export function isSingleValued({ kind, values }: Side): boolean {
  if (kind === 'any') return values.every((value) => typeof value === 'string')
  return kind !== 'list' && kind !== 'heldSkills' && kind !== 'requiredSkills'
}

/** What holds exactly when the comparison does not; null where nothing on the same path says that. */
function contraryOf(comparison: Comparison): Comparison | null {
  const op = contraries[comparison.op]
  return op === undefined ? null : { ...comparison, op }
}

/** What certainly does not hold when the comparison does: the contrary, and the rest of the line for ordered values. */
export function excludedBy(comparison: Comparison): Comparison | null {
  const op = contraries[comparison.op] ?? restOfLine[comparison.op]
  return op === undefined ? null : { ...comparison, op }
}

/** Nothing at all is unequal to a value and is in no list, as the router compares. */
const contraries: Partial<Readonly<Record<Operator, Operator>>> = {
  eq: 'ne',
  ne: 'eq',
  in: 'notIn',
  notIn: 'in',
  hasData: 'noData',
  noData: 'hasData',
  contains: 'notContains',
  notContains: 'contains',
}

const restOfLine: Partial<Readonly<Record<Operator, Operator>>> = { gt: 'le', ge: 'lt', lt: 'ge', le: 'gt' }

/** The condition with every "not" moved to the comparisons and, where they have a contrary, into them. */
export function withoutNegations(condition: Condition): Condition {
  return pushed(condition, false)
}

/** The comparisons that certainly hold when the condition does; "not" must be out of it. */
export function conjunctsOf(condition: Condition): readonly Comparison[] {
  if ('all' in condition) return condition.all.flatMap(conjunctsOf)
  return 'path' in condition ? [condition] : []
}

function pushed(condition: Condition, isNegated: boolean): Condition {
  if ('not' in condition) return pushed(condition.not, !isNegated)
  if ('path' in condition) {
    if (!isNegated) return condition
    return contraryOf(condition) ?? { not: condition }
  }
  const isAll = 'all' in condition
  const parts = (isAll ? condition.all : condition.any).map((part) => pushed(part, isNegated))
  return isAll === isNegated ? { any: parts } : { all: parts }
}
