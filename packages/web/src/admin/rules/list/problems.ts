import type { Problem } from '@unified-routing/routing'

/** Something wrong with a rule, and which part of it. */
export interface RuleProblem {
  readonly part: string
  readonly message: string
}

/** What is wrong with the rule at a place of the document, in the words of its form. */
export function problemsOfRule(problems: readonly Problem[], rulePath: string): readonly RuleProblem[] {
  return problems
    .filter(({ path }) => path === rulePath || path.startsWith(`${rulePath}.`))
    .map(({ path, message }) => ({ part: partText(path.slice(rulePath.length + 1)), message }))
}

/** "when.all[0].any[1].value" is "Condition 1.2". */
function partText(inside: string): string {
  if (inside === 'name') return 'Name'
  if (inside === '') return 'Rule'
  if (!inside.startsWith('when')) return 'Output'
  const indexes = [...inside.matchAll(/\[(\d+)\]/g)].map(([, index]) => Number(index) + 1)
  return indexes.length === 0 ? 'Condition' : `Condition ${indexes.join('.')}`
}
