import type { CompiledCondition } from './compile.ts'
import type { Facts } from './facts.ts'

/** Finds the rules of an ordered list that are met. */
export interface RuleMatcher {
  /** Index of the first rule that is met, or -1. */
  firstMatch(facts: Facts): number
  /** Writes the indexes of all rules that are met into `out`, in order, and returns how many there are. */
  allMatches(facts: Facts, out: number[]): number
}

/** Asks one rule after the other: what every faster way must agree with. */
export function askInTurn(conditions: readonly Pick<CompiledCondition, 'test'>[]): RuleMatcher {
  return {
    firstMatch: (facts) => {
      for (let index = 0; index < conditions.length; index++) if (conditions[index]?.test(facts)) return index
      return -1
    },
    allMatches: (facts, out) => {
      out.length = 0
      for (let index = 0; index < conditions.length; index++) if (conditions[index]?.test(facts)) out.push(index)
      return out.length
    },
  }
}
