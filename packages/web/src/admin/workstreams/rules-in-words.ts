import type { Configuration, Workstream } from '@unified-routing/routing'
import { classificationKind } from '../rules/kinds/classification-kind.tsx'
import { routeKind } from '../rules/kinds/route-kind.tsx'
import { ruleLines } from '../rules/kinds/rule-lines.ts'

/** The rules of a workstream as text, by the keys of the document. */
export function rulesInWords(workstream: Workstream, configuration: Configuration): Readonly<Record<string, string>> {
  const { classification = [], routeToQueue } = workstream
  const rulesets = classification.map((ruleset, index) => {
    if (!('rules' in ruleset)) return `${ruleset.name}: by a model, ${ruleset.kind}`
    return `${ruleset.name}\n${ruleLines(classificationKind(configuration, workstream, index), ruleset.rules)}`
  })
  return {
    ...(classification.length === 0 ? {} : { classification: rulesets.join('\n') }),
    ...(routeToQueue ? { routeToQueue: ruleLines(routeKind(configuration, workstream), routeToQueue.rules) } : {}),
  }
}
