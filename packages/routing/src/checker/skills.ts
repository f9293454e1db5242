import type { ClassificationRule } from '../configuration/document.ts'
import type { RepresentativeSettings } from '../configuration/representative-settings.ts'
import type { WorkstreamSettings } from '../configuration/workstream-settings.ts'
import type { QueueName } from '../vocabulary.ts'
import type { Finding, FindingCode } from './finding.ts'
import { type SkillCheck, skillCheckOf } from './skill-check.ts'
import { bookableMembers, listed, type Survey } from './survey.ts'
import { followMoves, queuesCertain, queuesReached } from './ways.ts'

/** Skills that classification requires and nobody in the queues of the work has, or none that anything looks at. */
export function findUnheldSkills(survey: Survey): readonly Finding[] {
  return survey.workstreams.flatMap((workstream, index) =>
    skillRules(workstream, `workstreams[${index}]`).flatMap((rule) => {
      if (workstream.distribution === 'pick') return []
      const found = unheld(survey, workstream, rule)
      return found.length === 0 && workstream.skillMatching === 'none' ? unread(survey, workstream, rule) : found
    }),
  )
}

interface SkillRule {
  readonly path: string
  readonly rule: ClassificationRule
  /** Whether it comes first in its ruleset, so that whatever meets it gets its skills. */
  readonly isFirst: boolean
  readonly skills: readonly Requirement[]
}

interface Requirement {
  readonly skill: string
  /** Null: any rating. */
  readonly rating: number | null
}

/** The rules that require skills. A rating that a later ruleset may replace is not held against anybody. */
function skillRules({ classification }: WorkstreamSettings, path: string): readonly SkillRule[] {
  return classification.flatMap((ruleset, place) => {
    if (!('rules' in ruleset)) return []
    const later = classification.slice(place + 1).flatMap((one) => ('rules' in one ? one.rules : []))
    const isReplaced = (skill: string) => later.some(({ set }) => Object.hasOwn(set.skills ?? {}, skill))
    return ruleset.rules.flatMap((rule, index) => {
      const skills = Object.entries(rule.set.skills ?? {}).map(([skill, rating]) => ({
        skill,
        rating: isReplaced(skill) ? null : rating,
      }))
      const at = `${path}.classification[${place}].rules[${index}]`
      return skills.length === 0 ? [] : [{ path: at, rule, isFirst: index === 0, skills }]
    })
  })
}

/** Nobody anywhere has the skills, or nobody in a queue that some of the work certainly reaches and does not leave. */
function unheld(survey: Survey, workstream: WorkstreamSettings, rule: SkillRule): readonly Finding[] {
  const { when } = rule.rule
  const groups = [
    queuesReached(survey, workstream, when),
    ...[...queuesCertain(survey, workstream, rule)].map((queue) => followMoves(survey, [queue])),
  ]
  for (const group of groups) {
    const found = unheldIn(survey, [...group], { workstream, rule })
    if (found.length > 0) return found
  }
  return []
}

interface RuleOfWork {
  readonly workstream: WorkstreamSettings
  readonly rule: SkillRule
}

function unheldIn(survey: Survey, queues: readonly QueueName[], of: RuleOfWork): readonly Finding[] {
  const { workstream } = of
  const { path, rule, skills } = of.rule
  const staffed = queues.flatMap((queue) => {
    const members = bookableMembers(survey, queue)
    return members.length === 0 ? [] : [{ members, check: skillCheckOf(survey, queue, workstream) }]
  })
  if (staffed.length === 0) return []
  const rulePhrase = `Rule '${rule.name}' of workstream '${workstream.name}' requires`
  const where = `in ${listed(queues)}`
  const single = skills.flatMap((required) => {
    // One queue that does not ask for the skill is enough.
    if (!staffed.every(({ check }) => check(required.skill))) return []
    const lack = lackOf([...new Set(staffed.flatMap(({ members }) => members))], required)
    if (lack === null) return []
    const { code, what, remedy } = lack
    const message = `${rulePhrase} ${named(required)}, but ${what} ${where}: such work is never assigned.`
    return [{ code, severity: 'error', path: `${path}.set.skills`, message, remedy } as const]
  })
  if (single.length > 0 || staffed.some((queue) => hasSomebody(queue, skills))) return single
  return [
    {
      code: 'skillsNotHeldTogether',
      severity: 'error',
      path: `${path}.set.skills`,
      message: `${rulePhrase} ${skills.map(named).join(' and ')}, but no one person ${where} has them all: such work is never assigned.`,
      remedy: 'Give somebody all of these skills, require fewer, or match skills "closest".',
    },
  ]
}

interface StaffedQueue {
  readonly members: readonly RepresentativeSettings[]
  readonly check: SkillCheck
}

function hasSomebody({ members, check }: StaffedQueue, skills: readonly Requirement[]): boolean {
  const asked = skills.filter(({ skill }) => check(skill))
  return members.some((person) => asked.every((required) => has(person, required)))
}

interface Lack {
  readonly code: FindingCode
  readonly what: string
  readonly remedy: string
}

/** What is missing when nobody meets the requirement; null when somebody does. */
function lackOf(members: readonly RepresentativeSettings[], required: Requirement): Lack | null {
  const { skill } = required
  const holders = members.filter(({ skills }) => skills.has(skill))
  if (holders.some((person) => has(person, required))) return null
  if (holders.length === 0)
    return { code: 'skillNotHeld', what: 'nobody has it', remedy: `Give '${skill}' to a member, or do not require it.` }
  const active = holders.filter(({ skills }) => skills.get(skill)?.active === true)
  if (active.length === 0) {
    const remedy = `Make '${skill}' active again for ${listed(holders.map(({ name }) => name))}, or do not require it.`
    return { code: 'skillInactive', what: 'it is inactive for everybody who has it', remedy }
  }
  const best = Math.max(...active.map(({ skills }) => skills.get(skill)?.rating ?? 0))
  const remedy = `Require '${skill}' at ${best} or less, or raise somebody's rating.`
  return { code: 'ratingNotHeld', what: `the best rating is ${best}`, remedy }
}

function has({ skills }: RepresentativeSettings, { skill, rating }: Requirement): boolean {
  const held = skills.get(skill)
  return held?.active === true && (rating === null || (held.rating ?? 0) >= rating)
}

function named({ skill, rating }: Requirement): string {
  return rating === null ? `skill '${skill}'` : `skill '${skill}' at ${rating}`
}

/** Skills are set, the workstream does not match them, and no custom method can. */
function unread(survey: Survey, workstream: WorkstreamSettings, { path, rule }: SkillRule): readonly Finding[] {
  const reached = [...queuesReached(survey, workstream, rule.when)]
  if (reached.some((queue) => survey.queues.get(queue)?.assignment.method === 'custom')) return []
  return [
    {
      code: 'skillsNotMatched',
      severity: 'suggestion',
      path: `${path}.set.skills`,
      message: `Rule '${rule.name}' of workstream '${workstream.name}' requires skills, but the workstream does not match skills.`,
      remedy: `Set skillMatching of '${workstream.name}' to exact or closest.`,
    },
  ]
}
