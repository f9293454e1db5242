import type { Condition } from '../configuration/document.ts'
import type { RuleTrace } from '../event.ts'
import { askInTurn, type RuleMatcher } from './ask-in-turn.ts'
import { type CompiledCondition, compileCondition } from './compile.ts'
import type { Facts } from './facts.ts'
import { indexRules } from './rule-index.ts'
import type { RuleScope } from './scope.ts'

/** An ordered list of named conditions, asked as one: callers see indexes, never the conditions. */
export interface RuleList extends RuleMatcher {
  readonly names: readonly string[]
  /** What became of every rule. `first`: those after the applied one were not processed; `all`: every rule was. */
  trace(facts: Facts, mode: 'first' | 'all', applied: number): RuleTrace[]
  /** Every path that some rule names, each once. */
  readonly reads: readonly string[]
  /** True when a verdict can change by the passing of time alone. */
  readonly timeDependent: boolean
}

/** Compiles the conditions of rules that validation has accepted for this scope. */
export function compileRules(
  rules: readonly { readonly name: string; readonly when: Condition }[],
  scope: RuleScope,
): RuleList {
  const conditions = rules.map(({ when }) => compileCondition(when, scope))
  const names = rules.map(({ name }) => name)
  return {
    names,
    reads: [...new Set(conditions.flatMap(({ reads }) => reads))],
    timeDependent: conditions.some(({ timeDependent }) => timeDependent),
    ...matcherOf(conditions),
    trace: (facts, mode, applied) =>
      conditions.map(({ trace }, index) => {
        const name = names[index] ?? ''
        if (mode === 'first' && applied >= 0 && index > applied) return { name, status: 'Not processed' }
        const { met, values } = trace(facts)
        return { name, status: index === applied ? 'Applied' : met ? 'Matched' : 'Processed', values }
      }),
  }
}

/** The index, where there is one; when a lookup fails, the rules are asked in turn to find whether one met it. */
function matcherOf(conditions: readonly CompiledCondition[]): RuleMatcher {
  const inTurn = askInTurn(conditions)
  const index = indexRules(conditions)
  if (index === null) return inTurn
  return {
    firstMatch: (facts) => {
      try {
        return index.firstMatch(facts)
      } catch {
        return inTurn.firstMatch(facts)
      }
    },
    allMatches: (facts, out) => {
      try {
        return index.allMatches(facts, out)
      } catch {
        return inTurn.allMatches(facts, out)
      }
    },
  }
}
