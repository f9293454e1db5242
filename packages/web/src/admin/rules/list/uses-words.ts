import type { RuleUses } from './use-rule-uses.ts'

/** "Used 12 times in the last 7 days", beside a rule. */
export function usesText(uses: RuleUses | null, rule: string): string {
  if (uses === null) return ''
  const count = uses.get(rule) ?? 0
  if (count === 0) return 'Not used in the last 7 days'
  return `Used ${count === 1 ? 'once' : `${count.toLocaleString('en')} times`} in the last 7 days`
}

/** Rules that applied and are not in the list any more, by the name they had; empty: none. */
export function goneText(uses: RuleUses | null, rules: readonly string[]): string {
  const gone = [...(uses ?? [])].filter(([rule, count]) => count > 0 && !rules.includes(rule))
  if (gone.length === 0) return ''
  return `No longer here, but used in the last 7 days: ${gone.map(([rule, count]) => `${rule} (${count.toLocaleString('en')})`).join(', ')}.`
}
