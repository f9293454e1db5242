import type { Condition } from '../configuration/document.ts'
import type { Facts } from '../rules/facts.ts'
import { compileRules } from '../rules/rule-list.ts'
import type { RuleScope } from '../rules/scope.ts'

/** Compiles the branches of a playbook: what the first one says whose condition an item meets, else `otherwise`. */
export function compileBranches<Branch extends { readonly when: Condition }, Outcome>(
  branches: readonly Branch[],
  outcomeOf: (branch: Branch) => Outcome,
  { otherwise, scope }: { readonly otherwise: Outcome | null; readonly scope: RuleScope },
): (facts: Facts) => Outcome | null {
  const outcomes = branches.map(outcomeOf)
  const conditions = compileRules(
    branches.map(({ when }, index) => ({ name: `branch ${index + 1}`, when })),
    scope,
  )
  return (facts) => outcomes[conditions.firstMatch(facts)] ?? otherwise
}
