import type { PrioritizationRule } from '../configuration/document.ts'
import { compileClock, type RuleClock } from '../rules/clock.ts'
import type { Facts } from '../rules/facts.ts'
import { compileRules } from '../rules/rule-list.ts'
import type { RuleScope } from '../rules/scope.ts'
import { compileSortKey } from '../rules/sort-key.ts'
import type { Literal } from '../vocabulary.ts'

/** The prioritization rules of one queue: each takes the items that the rules before it left. */
export interface Prioritization {
  /** The rule that takes the item, by position (the number of rules when none does), and the value it orders by. */
  place(facts: Facts): { readonly bucket: number; readonly key: Literal }
  /** The name of the rule that takes the item; null: none does. */
  ruleFor(facts: Facts): string | null
  /** Order of two items of one bucket; 0: first in, first out decides. */
  compare(bucket: number, left: Literal, right: Literal): number
  /** Null: items keep their bucket as time passes. */
  readonly clock: RuleClock | null
}

/** Null: the queue has no rules and is served first in, first out. */
export function compilePrioritization(
  rules: readonly PrioritizationRule[] | undefined,
  scope: RuleScope,
): Prioritization | null {
  if (rules === undefined || rules.length === 0) return null
  const conditions = compileRules(rules, scope)
  const keys = rules.map(({ orderBy }) => (typeof orderBy === 'object' ? compileSortKey(orderBy, scope) : null))
  return {
    clock: compileClock(
      rules.map(({ when }) => when),
      scope,
    ),
    place: (facts) => {
      const index = conditions.firstMatch(facts)
      if (index < 0) return { bucket: rules.length, key: null }
      return { bucket: index, key: keys[index]?.read(facts) ?? null }
    },
    ruleFor: (facts) => rules[conditions.firstMatch(facts)]?.name ?? null,
    compare: (bucket, left, right) => keys[bucket]?.compare(left, right) ?? 0,
  }
}
