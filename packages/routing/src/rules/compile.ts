import type { Condition } from '../configuration/document.ts'
import type { Literal } from '../vocabulary.ts'
import { type CompiledComparison, compileComparison, type Lookup } from './comparison.ts'
import type { Facts } from './facts.ts'
import type { RuleScope } from './scope.ts'
import { combineTests, type ValueTest } from './value-test.ts'

/** A condition made ready to be asked, many times a second, with facts that change.
 *
 * Missing data reads as null. A comparison with null is false, its negation (`ne`, `notIn`, `notContains`) true;
 * `hasData` and `noData` ask for it, as do `eq` and `ne` with the value null. A text of blanks is data, an empty
 * text or list is not. Texts are compared letter by letter, case included. */
export interface CompiledCondition {
  readonly test: (facts: Facts) => boolean
  /** The same verdict with every value that the condition names, those that `test` would skip included. */
  readonly trace: (facts: Facts) => ConditionTrace
  /** Every path it names, each once. */
  readonly reads: readonly string[]
  /** True when the verdict can change by the passing of time alone. */
  readonly timeDependent: boolean
  /** Tests that hold together exactly when the condition is met. */
  readonly conjuncts: readonly Conjunct[]
  /** What it reads through related rows. */
  readonly lookups: readonly Lookup[]
}

/** One of the tests that must all hold; `valueTest` when it asks about a single value. */
export interface Conjunct {
  readonly test: (facts: Facts) => boolean
  readonly valueTest: ValueTest | null
}

export interface ConditionTrace {
  readonly met: boolean
  readonly values: Readonly<Record<string, Literal>>
}

interface Node extends Conjunct {
  readonly record: (facts: Facts, values: Record<string, Literal>) => boolean
  readonly conjuncts: readonly Conjunct[]
}

/** Compiles a condition that validation has accepted for this scope; a path that names nothing throws. */
export function compileCondition(condition: Condition, scope: RuleScope): CompiledCondition {
  const comparisons: CompiledComparison[] = []
  const node = compileNode(condition, (leaf) => {
    const comparison = compileComparison(leaf, scope)
    comparisons.push(comparison)
    return comparison
  })
  return {
    test: node.test,
    trace: (facts) => {
      const values: Record<string, Literal> = {}
      return { met: node.record(facts, values), values }
    },
    reads: [...new Set(comparisons.flatMap((comparison) => comparison.reads))],
    timeDependent: comparisons.some((comparison) => comparison.timeDependent),
    conjuncts: node.conjuncts,
    lookups: comparisons.flatMap((comparison) => comparison.lookups),
  }
}

type Leaf = Extract<Condition, { path: string }>

function compileNode(condition: Condition, compileLeaf: (leaf: Leaf) => CompiledComparison): Node {
  if ('all' in condition) return every(condition.all.map((part) => compileNode(part, compileLeaf)))
  if ('any' in condition) return some(condition.any.map((part) => compileNode(part, compileLeaf)))
  if ('not' in condition) return negate(compileNode(condition.not, compileLeaf))
  return indivisible(compileLeaf(condition))
}

function indivisible(node: Omit<Node, 'conjuncts'>): Node {
  return { ...node, conjuncts: [node] }
}

function every(parts: readonly Node[]): Node {
  const [only] = parts
  if (only !== undefined && parts.length === 1) return only
  return {
    test: (facts) => {
      for (const part of parts) if (!part.test(facts)) return false
      return true
    },
    record: (facts, values) => {
      let met = true
      for (const part of parts) met = part.record(facts, values) && met
      return met
    },
    valueTest: combineTests(parts.map(valueTestOf), (holds) => (value) => holds.every((part) => part(value))),
    conjuncts: parts.flatMap(({ conjuncts }) => conjuncts),
  }
}

function some(parts: readonly Node[]): Node {
  return indivisible({
    test: (facts) => {
      for (const part of parts) if (part.test(facts)) return true
      return false
    },
    record: (facts, values) => {
      let met = false
      for (const part of parts) met = part.record(facts, values) || met
      return met
    },
    valueTest: combineTests(parts.map(valueTestOf), (holds) => (value) => holds.some((part) => part(value))),
  })
}

function negate(part: Node): Node {
  return indivisible({
    test: (facts) => !part.test(facts),
    record: (facts, values) => !part.record(facts, values),
    valueTest: combineTests(
      [part.valueTest],
      ([holds]) =>
        (value) =>
          holds !== undefined && !holds(value),
    ),
  })
}

function valueTestOf({ valueTest }: Node): ValueTest | null {
  return valueTest
}
