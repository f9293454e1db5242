import { conditionText } from '../condition/words.ts'
import type { NamedRule, RuleKind } from '../list/rule-kind.ts'

/** Rules as text, a line each: "1. Urgent: Priority is High → Priority care". */
export function ruleLines<Rule extends NamedRule>(
  kind: Pick<RuleKind<Rule>, 'vocabulary' | 'outputText'>,
  rules: readonly Rule[],
): string {
  if (rules.length === 0) return 'No rules'
  return rules
    .map(
      (rule, at) => `${at + 1}. ${rule.name}: ${conditionText(rule.when, kind.vocabulary)} → ${kind.outputText(rule)}`,
    )
    .join('\n')
}
