import type { Condition } from '../configuration/document.ts'
import type { RuleTrace } from '../event.ts'
import { compileCondition } from './compile.ts'
import type { Facts } from './facts.ts'
import type { RuleScope } from './scope.ts'

/** An ordered list of named conditions, asked as one: callers see indexes, never the conditions. */
export interface RuleList {
  readonly names: readonly string[]
  /** Index of the first rule that is met, or -1. */
  firstMatch(facts: Facts): number
  /** Writes the indexes of all rules that are met into `out`, in order, and returns how many there are. */
  allMatches(facts: Facts, out: number[]): number
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
    firstMatch: (facts) => {
      for (let index = 0; index < conditions.length; index++) if (conditions[index]?.test(facts)) return index
      return -1
    },
    allMatches: (facts, out) => {
      out.length = 0
      for (let index = 0; index < conditions.length; index++) if (conditions[index]?.test(facts)) out.push(index)
      return out.length
    },
    trace: (facts, mode, applied) =>
      conditions.map(({ trace }, index) => {
        const name = names[index] ?? ''
        if (mode === 'first' && applied >= 0 && index > applied) return { name, status: 'Not processed' }
        const { met, values } = trace(facts)
        return { name, status: index === applied ? 'Applied' : met ? 'Matched' : 'Processed', values }
      }),
  }
}
