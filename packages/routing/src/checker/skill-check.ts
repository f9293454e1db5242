import type { AssignmentRule } from '../configuration/document.ts'
import type { WorkstreamSettings } from '../configuration/workstream-settings.ts'
import type { QueueName } from '../vocabulary.ts'
import { conjunctsOf, withoutNegations } from './comparison.ts'
import type { Survey } from './survey.ts'

/** Whether a queue gives work that requires the skill to nobody without it. */
export type SkillCheck = (skill: string) => boolean

/** By the workstream's exact matching, or by a custom method of which every rule asks for it. */
export function skillCheckOf(survey: Survey, queue: QueueName, { skillMatching }: WorkstreamSettings): SkillCheck {
  const assignment = survey.queues.get(queue)?.assignment
  if (assignment?.method !== 'custom') return () => skillMatching === 'exact'
  const rules = assignment.rulesets.flatMap((ruleset) => ruleset.rules)
  const types = new Map(survey.configuration.skills?.map(({ name, type }) => [name, type]))
  return (skill) => rules.length > 0 && rules.every((rule) => asksFor(rule, types.get(skill)))
}

function asksFor({ when }: AssignmentRule, type: string | undefined): boolean {
  return conjunctsOf(withoutNegations(when)).some(
    ({ op, value }) => op === 'exactMatch' && (value === undefined || value === type),
  )
}
