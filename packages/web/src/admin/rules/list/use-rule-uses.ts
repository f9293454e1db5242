import { useQuery } from '@tanstack/react-query'
import type { RuleUsageKind } from '@unified-routing/contract'
import { useMemo } from 'react'
import { ruleUsageQuery } from '../../../data/rule-usage-query.ts'

/** How often each rule of a list applied in the last seven days, by its name. One that never did is absent. */
export type RuleUses = ReadonlyMap<string, number>

/** Null: not known yet. `owner`: where the rules stand, by its stored name; `ruleset`: of classification rules. */
export function useRuleUses(kind: RuleUsageKind, owner: string, ruleset = ''): RuleUses | null {
  const { data } = useQuery(ruleUsageQuery(kind, owner))
  return useMemo(
    () =>
      data === undefined
        ? null
        : new Map(data.items.filter((item) => item.ruleset === ruleset).map(({ rule, total }) => [rule, total])),
    [data, ruleset],
  )
}
