import type { Condition } from '../configuration/document.ts'
import type { QueueName } from '../vocabulary.ts'
import type { Finding } from './finding.ts'
import type { Survey } from './survey.ts'
import { queuesReached } from './ways.ts'

/** Comparisons of free units that turn away somebody who has exactly what the work takes. */
export function findStrictComparisons(survey: Survey): readonly Finding[] {
  const costsByQueue = costsOfQueues(survey)
  return (survey.configuration.queues ?? []).flatMap(({ name, assignment }, queue) => {
    if (assignment?.method !== 'custom') return []
    const costs = costsByQueue.get(name) ?? new Set()
    return assignment.rulesets.flatMap((ruleset, place) =>
      ruleset.rules.flatMap((rule, index): Finding[] => {
        const strict = strictComparison(rule.when, costs, false)
        if (strict === null) return []
        return [
          {
            code: 'strictCapacityComparison',
            severity: 'warning',
            path: `queues[${queue}].assignment.rulesets[${place}].rules[${index}].when`,
            message: `Rule '${rule.name}' of queue '${name}' asks for more free units than the work takes (${strict}), so an exact fit is refused.`,
            remedy: `Compare with "ge" (at least) in '${rule.name}'.`,
          },
        ]
      }),
    )
  })
}

/** Where a rule reads what the work takes in units. */
export const costPaths: readonly string[] = [
  'item.requiredUnits',
  'item.workstream.capacity',
  'item.workstream.capacity.units',
]

/** What the work that can reach each queue takes in units. */
function costsOfQueues(survey: Survey): ReadonlyMap<QueueName, ReadonlySet<number>> {
  const costs = new Map<QueueName, Set<number>>()
  for (const workstream of survey.workstreams) {
    if (workstream.units === 0) continue
    for (const queue of queuesReached(survey, workstream))
      costs.set(queue, (costs.get(queue) ?? new Set()).add(workstream.units))
  }
  return costs
}

/** The first strict comparison of a condition in words; a negated "le" is one, too. */
function strictComparison(condition: Condition, costs: ReadonlySet<number>, isNegated: boolean): string | null {
  if ('not' in condition) return strictComparison(condition.not, costs, !isNegated)
  if (!('path' in condition)) {
    const parts = 'all' in condition ? condition.all : condition.any
    return parts.map((part) => strictComparison(part, costs, isNegated)).find((found) => found !== null) ?? null
  }
  const { path, op, value, valuePath } = condition
  if (path !== 'representative.units' || op !== (isNegated ? 'le' : 'gt')) return null
  const asked = valuePath ?? value
  const isCost = valuePath === undefined ? typeof value === 'number' && costs.has(value) : costPaths.includes(valuePath)
  return isCost ? `${isNegated ? 'not ' : ''}${path} ${op} ${String(asked)}` : null
}
