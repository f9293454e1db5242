import type { Condition, Operator } from '../configuration/document.ts'
import type { Instant, Literal } from '../vocabulary.ts'
import { comparatorOf, hasData, prepare } from './comparator.ts'
import type { Facts } from './facts.ts'
import { operatorsOnDates, operatorsWithoutValue } from './operators.ts'
import { resolvePath } from './path.ts'
import { holdsRequiredSkills } from './required-skills.ts'
import { isProblem, type ResolvedPath } from './resolved-path.ts'
import type { RuleScope } from './scope.ts'
import { turningPoints } from './turning-points.ts'
import { type FactValue, shown, type ValueKind } from './value.ts'
import type { ValueTest } from './value-test.ts'

export interface CompiledComparison {
  readonly test: (facts: Facts) => boolean
  readonly record: (facts: Facts, values: Record<string, Literal>) => boolean
  readonly reads: readonly string[]
  readonly timeDependent: boolean
  /** The same test asked of the value alone; null when it depends on more than that. */
  readonly valueTest: ValueTest | null
  /** The paths it reads through related rows: what may fail. */
  readonly lookups: readonly Lookup[]
}

export interface Lookup {
  readonly path: string
  readonly read: ResolvedPath['read']
}

type Comparison = Extract<Condition, { path: string }>

/** Compiles one comparison: its paths to readers, its value to the type of the left side. */
export function compileComparison(comparison: Comparison, scope: RuleScope): CompiledComparison {
  const { path, op, valuePath } = comparison
  const left = mustResolve(path, scope)
  const right = valuePath === undefined ? null : mustResolve(valuePath, scope)
  const asked = right === null || operatorsWithoutValue.includes(op) ? askedOfValue(comparison, left) : null
  const test = asked === null ? testOf({ comparison, left, right, scope }) : readAndAsk(left.read, asked)
  const lookups = left.looksUp ? [{ path, read: left.read }] : []
  if (right?.looksUp && valuePath !== undefined) lookups.push({ path: valuePath, read: right.read })
  return {
    test,
    record: (facts, values) => {
      values[path] = shown(left.kind, left.read(facts))
      if (right !== null && valuePath !== undefined) values[valuePath] = shown(right.kind, right.read(facts))
      return test(facts)
    },
    reads: valuePath === undefined ? [path] : [path, valuePath],
    timeDependent: left.timeDependent || right?.timeDependent === true || op === 'olderThan' || op === 'within',
    valueTest: asked === null ? null : valueTestOf(comparison, left, asked),
    lookups,
  }
}

/** A comparison with static values: a question about what is read, and at most about the time. */
type Asked = (value: FactValue, now: Instant) => boolean

function readAndAsk(read: ResolvedPath['read'], asked: Asked): (facts: Facts) => boolean {
  return (facts) => asked(read(facts), facts.now)
}

function askedOfValue({ op, value = null }: Comparison, left: ResolvedPath): Asked | null {
  if (op === 'isWorking' || op === 'exactMatch') return null
  if (op === 'hasData') return hasData
  if (op === 'noData') return (read) => !hasData(read)
  return staticTest(op, kindOf(op, left, null), value)
}

function valueTestOf({ path, op, value = null }: Comparison, left: ResolvedPath, asked: Asked): ValueTest | null {
  const turning = turningPoints(op, kindOf(op, left, null), value)
  if (turning === null) return null
  const { line, values } = turning
  return { source: { path, read: left.read, column: left.column, line }, values, holds: (read) => asked(read, 0) }
}

interface Sides {
  readonly comparison: Comparison
  readonly left: ResolvedPath
  readonly right: ResolvedPath | null
  readonly scope: RuleScope
}

/** A comparison that needs more than the value of one path. */
function testOf({ comparison, left, right, scope }: Sides): (facts: Facts) => boolean {
  const { op, value } = comparison
  if (op === 'isWorking') return (facts) => facts.representative?.isWorking === true
  if (op === 'exactMatch') {
    const type = typeof value === 'string' ? value : null
    return (facts) => holdsRequiredSkills(facts, scope.skillTypes, type)
  }
  const kind = kindOf(op, left, right)
  const compare = comparatorOf(op, kind)
  const read = left.read
  const readRight = right?.read ?? (() => null)
  return (facts) => compare(read(facts), prepare(op, kind, readRight(facts)), facts.now)
}

/** The value is prepared once; null among the values stands for missing data. */
function staticTest(op: Operator, kind: ValueKind, value: Literal | readonly Literal[]): Asked {
  const compare = comparatorOf(op, kind)
  const values: readonly Literal[] = typeof value === 'object' && value !== null ? value : [value]
  const present = values.filter((candidate) => candidate !== null)
  const right = prepare(op, kind, present.length === 1 ? (present[0] ?? null) : present)
  if (present.length === values.length) return (read, now) => compare(read, right, now)
  if (op === 'ne' || op === 'notIn') return (read, now) => hasData(read) && compare(read, right, now)
  if (op === 'eq' || op === 'in') return (read, now) => !hasData(read) || compare(read, right, now)
  return (read, now) => compare(read, right, now)
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
