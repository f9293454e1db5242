import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Condition } from '../configuration/document.ts'
import { askInTurn, type RuleMatcher } from './ask-in-turn.ts'
import { compileCondition } from './compile.ts'
import { factsOf, workItem } from './facts.fixture.ts'
import type { Facts } from './facts.ts'
import { anyFacts, intakeConditions, intakeScope, itemConditions, itemScope } from './random-rules.fixture.ts'
import { indexRules } from './rule-index.ts'
import { compileRules } from './rule-list.ts'
import type { RuleScope } from './scope.ts'

/** What a matcher answers, or the error it ends in. */
function verdicts(matcher: RuleMatcher, facts: Facts) {
  const out: number[] = []
  const first = outcome(() => matcher.firstMatch(facts))
  return { first, all: outcome(() => matcher.allMatches(facts, out)), out }
}

function outcome(ask: () => number): number | string {
  try {
    return ask()
  } catch (error) {
    return String(error)
  }
}

function expectSameVerdicts(conditions: readonly Condition[], items: readonly Facts[], scope: RuleScope): void {
  const rules = conditions.map((when, index) => ({ name: `Rule ${index}`, when }))
  const list = compileRules(rules, scope)
  const inTurn = askInTurn(conditions.map((condition) => compileCondition(condition, scope)))
  for (const facts of items) expect(verdicts(list, facts)).toEqual(verdicts(inTurn, facts))
}

const manyFacts = fc.array(anyFacts, { minLength: 1, maxLength: 8 })

test('the index finds what the rules of an item find when they are asked in turn, errors included', () => {
  fc.assert(
    fc.property(itemConditions, manyFacts, (conditions, items) => expectSameVerdicts(conditions, items, itemScope)),
    { numRuns: 600 },
  )
})

test('the index finds what intake rules find when they are asked in turn, errors included', () => {
  fc.assert(
    fc.property(intakeConditions, manyFacts, (conditions, items) => expectSameVerdicts(conditions, items, intakeScope)),
    { numRuns: 300 },
  )
})

test('the random rules are of all sorts: most lists are indexed, and both verdicts and errors occur', () => {
  const seen = { indexed: 0, matched: 0, unmatched: 0, failed: 0 }
  fc.assert(
    fc.property(itemConditions, anyFacts, (conditions, facts) => {
      const compiled = conditions.map((condition) => compileCondition(condition, itemScope))
      if (indexRules(compiled) !== null) seen.indexed++
      const found = outcome(() => askInTurn(compiled).firstMatch(facts))
      if (typeof found === 'string') seen.failed++
      else if (found < 0) seen.unmatched++
      else seen.matched++
    }),
    { numRuns: 500, seed: 1 },
  )
  expect(seen.indexed).toBeGreaterThan(250)
  for (const count of [seen.matched, seen.unmatched, seen.failed]) expect(count).toBeGreaterThan(10)
})

function topicRules(count: number): Condition[] {
  return Array.from({ length: count }, (_, n) => ({ path: 'item.context.topic', op: 'eq', value: `topic ${n}` }))
}

test('a value is read once for an item, and not at all when other values have excluded every rule', () => {
  let reads = 0
  const context = {
    get seats() {
      reads++
      return 1
    },
  }
  const conditions = topicRules(200).map((topic, n): Condition => {
    return n % 2 === 0 ? topic : { all: [topic, { path: 'item.context.seats', op: 'ge', value: n }] }
  })
  const list = compileRules(
    conditions.map((when) => ({ name: 'Topic', when })),
    itemScope,
  )
  expect(list.firstMatch(factsOf({ item: workItem({ context }) }))).toBe(-1)
  expect(reads).toBe(0)
  const known = Object.defineProperty({ topic: 'topic 1' }, 'seats', { get: () => context.seats })
  expect(list.firstMatch(factsOf({ item: workItem({ context: known }) }))).toBe(1)
  expect(reads).toBe(1)
})

test('few rules, and rules that share no value, are not indexed', () => {
  const compile = (conditions: readonly Condition[]) => conditions.map((when) => compileCondition(when, itemScope))
  expect(indexRules(compile(topicRules(3)))).toBeNull()
  expect(indexRules(compile(topicRules(4)))).not.toBeNull()
  const apart = ['a', 'b', 'c', 'd'].map((name): Condition => ({ path: `item.attributes.${name}`, op: 'eq', value: 1 }))
  expect(indexRules(compile(apart))).toBeNull()
})
