import type { AssignmentMethod, AssignmentRule } from '../configuration/document.ts'
import type { WorkstreamSettings } from '../configuration/workstream-settings.ts'
import { conjunctsOf, withoutNegations } from './comparison.ts'
import type { Finding } from './finding.ts'
import { costPaths } from './strict-comparison.ts'
import { bookableMembers, listed, type Survey } from './survey.ts'
import { queuesReached } from './ways.ts'

/** Work that takes more units than anybody in a queue of its has, or that takes nothing at all. */
export function findUnitsOutOfReach(survey: Survey): readonly Finding[] {
  return survey.workstreams.flatMap((workstream, index) => {
    if (workstream.distribution === 'pick') return []
    const path = `workstreams[${index}].capacity`
    return workstream.units === 0 ? withoutCost(survey, workstream, path) : outOfReach(survey, workstream, path)
  })
}

function outOfReach(survey: Survey, workstream: WorkstreamSettings, path: string): readonly Finding[] {
  const { name, units } = workstream
  const short = [...queuesReached(survey, workstream)].flatMap((queue) => {
    const assignment = survey.queues.get(queue)?.assignment
    const members = bookableMembers(survey, queue)
    if (assignment === undefined || assignment.method === 'none' || members.length === 0) return []
    const most = Math.max(...members.map((person) => person.units))
    return most < unitsAsked(assignment, units) ? [{ queue, most }] : []
  })
  if (short.length === 0) return []
  const most = Math.max(...short.map((one) => one.most))
  return [
    {
      code: 'unitsNeverOffered',
      severity: 'error',
      path: `${path}.units`,
      message: `Work of '${name}' takes ${units} ${units === 1 ? 'unit' : 'units'}, but nobody in ${listed(short.map(({ queue }) => queue))} has more than ${most}: it is never assigned there.`,
      remedy: `Let work of '${name}' take ${most} units or less, give somebody more, or ask for less in the rules of the queue.`,
    },
  ]
}

/** A custom method counts units only where each of its rules says so; the rule that asks for least decides. */
function unitsAsked(assignment: AssignmentMethod, cost: number): number {
  if (assignment.method !== 'custom') return cost
  const rules = assignment.rulesets.flatMap((ruleset) => ruleset.rules)
  return Math.min(...rules.map((rule) => unitsAskedByRule(rule, cost)))
}

function unitsAskedByRule({ when }: AssignmentRule, cost: number): number {
  const asked = conjunctsOf(withoutNegations(when)).flatMap(({ path, op, value, valuePath }) => {
    if (path !== 'representative.units' || (op !== 'ge' && op !== 'gt')) return []
    const bound = valuePath === undefined ? value : costPaths.includes(valuePath) ? cost : null
    return typeof bound === 'number' ? [op === 'gt' ? bound + 1 : bound] : []
  })
  return Math.max(0, ...asked)
}

/** Profiles of classification rules count as a cost, and so do rules of a custom method. */
function withoutCost(survey: Survey, workstream: WorkstreamSettings, path: string): readonly Finding[] {
  const { name, capacityProfiles, classification } = workstream
  const rules = classification.flatMap((ruleset) => ('rules' in ruleset ? ruleset.rules : []))
  const hasProfiles = capacityProfiles.length > 0 || rules.some(({ set }) => (set.capacityProfiles ?? []).length > 0)
  const isCustom = [...queuesReached(survey, workstream)].some(
    (queue) => survey.queues.get(queue)?.assignment.method === 'custom',
  )
  if (hasProfiles || isCustom) return []
  return [
    {
      code: 'workWithoutCost',
      severity: 'suggestion',
      path,
      message: `Work of '${name}' takes no capacity: all of it is assigned at once, however much one person has already.`,
      remedy: `Set capacity of '${name}' to units or profiles, unless that is meant.`,
    },
  ]
}
