import type { Finding } from './finding.ts'
import type { Survey } from './survey.ts'

/** Several assignment rulesets and nothing that chooses between them: only the default one ever runs. */
export function findUnmatchedRulesets({ configuration }: Survey): readonly Finding[] {
  return (configuration.queues ?? []).flatMap(({ name, assignment }, index) => {
    if (assignment?.method !== 'custom') return []
    const { rulesets, selectionCriteria = [] } = assignment
    if (rulesets.length < 2 || selectionCriteria.length > 0) return []
    const [first] = rulesets
    const runs = rulesets.find(({ isDefault }) => isDefault === true) ?? first
    return [
      {
        code: 'rulesetsWithoutCriteria',
        severity: 'warning',
        path: `queues[${index}].assignment`,
        message: `Queue '${name}' has ${rulesets.length} assignment rulesets and no selection criteria: only '${runs?.name}' ever runs.`,
        remedy: `Add selection criteria that say when each ruleset runs, or remove the others.`,
      } as const,
    ]
  })
}
