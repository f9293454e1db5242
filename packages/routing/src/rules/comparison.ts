import type { Condition, Operator } from '../configuration/document.ts'
import type { Literal } from '../vocabulary.ts'
import { type Comparator, comparatorOf, hasData, prepare } from './comparator.ts'
import type { Facts } from './facts.ts'
import { operatorsOnDates } from './operators.ts'
import { resolvePath } from './path.ts'
import { holdsRequiredSkills } from './required-skills.ts'
import { isProblem, type ResolvedPath } from './resolved-path.ts'
import type { RuleScope } from './scope.ts'
import { shown, type ValueKind } from './value.ts'

export interface CompiledComparison {
  readonly test: (facts: Facts) => boolean
  readonly record: (facts: Facts, values: Record<string, Literal>) => boolean
  readonly reads: readonly string[]
  readonly timeDependent: boolean
}

type Comparison = Extract<Condition, { path: string }>

/** Compiles one comparison: its paths to readers, its value to the type of the left side. */
export function compileComparison(comparison: Comparison, scope: RuleScope): CompiledComparison {
  const { path, op, valuePath } = comparison
  const left = mustResolve(path, scope)
  const right = valuePath === undefined ? null : mustResolve(valuePath, scope)
  const test = testOf({ comparison, left, right, scope })
  return {
    test,
    record: (facts, values) => {
      values[path] = shown(left.kind, left.read(facts))
      if (right !== null && valuePath !== undefined) values[valuePath] = shown(right.kind, right.read(facts))
      return test(facts)
    },
    reads: valuePath === undefined ? [path] : [path, valuePath],
    timeDependent: left.timeDependent || right?.timeDependent === true || op === 'olderThan' || op === 'within',
  }
}

interface Sides {
  readonly comparison: Comparison
  readonly left: ResolvedPath
  readonly right: ResolvedPath | null
  readonly scope: RuleScope
}

function testOf({ comparison, left, right, scope }: Sides): (facts: Facts) => boolean {
  const { op, value } = comparison
  const read = left.read
  if (op === 'hasData') return (facts) => hasData(read(facts))
  if (op === 'noData') return (facts) => !hasData(read(facts))
  if (op === 'isWorking') return (facts) => facts.representative?.isWorking === true
  if (op === 'exactMatch') {
    const type = typeof value === 'string' ? value : null
    return (facts) => holdsRequiredSkills(facts, scope.skillTypes, type)
  }
  const kind = kindOf(op, left, right)
  const compare = comparatorOf(op, kind)
  if (right === null) return staticTest({ op, kind, read, compare, value: value ?? null })
  const readRight = right.read
  return (facts) => compare(read(facts), prepare(op, kind, readRight(facts)), facts.now)
}

interface StaticSides {
  readonly op: Operator
  readonly kind: ValueKind
  readonly read: ResolvedPath['read']
  readonly compare: Comparator
  readonly value: Literal | readonly Literal[]
}

/** The value is prepared once; null among the values stands for missing data. */
function staticTest({ op, kind, read, compare, value }: StaticSides): (facts: Facts) => boolean {
  const values: readonly Literal[] = typeof value === 'object' && value !== null ? value : [value]
  const present = values.filter((candidate) => candidate !== null)
  const right = prepare(op, kind, present.length === 1 ? (present[0] ?? null) : present)
  if (present.length === values.length) return (facts) => compare(read(facts), right, facts.now)
  if (op === 'ne' || op === 'notIn') return (facts) => hasData(read(facts)) && compare(read(facts), right, facts.now)
  if (op === 'eq' || op === 'in') return (facts) => !hasData(read(facts)) || compare(read(facts), right, facts.now)
  return (facts) => compare(read(facts), right, facts.now)
}

/** The type both sides are brought to: the left side's, unless only the right side's is known. */
function kindOf(op: Operator, left: ResolvedPath, right: ResolvedPath | null): ValueKind {
  if (operatorsOnDates.includes(op)) return 'instant'
  if (left.kind !== 'any' || right === null) return left.kind
  return right.kind
}

function mustResolve(path: string, scope: RuleScope): ResolvedPath {
  const resolved = resolvePath(path, scope)
  if (isProblem(resolved)) throw new Error(`condition path '${path}': ${resolved.problem}`)
  return resolved
}
