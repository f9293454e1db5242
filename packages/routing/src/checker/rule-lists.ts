import type { AssignmentMethod, Condition, Configuration, RouteToQueueRule } from '../configuration/document.ts'
import type { WorkstreamSettings } from '../configuration/workstream-settings.ts'
import type { RuleScope } from '../rules/scope.ts'
import type { Survey } from './survey.ts'
import { mayOverflow, targetsOf } from './ways.ts'

/** Rules in order, of which the first that is met decides. */
export interface RuleListing {
  readonly path: string
  /** How a sentence names the list: "classification 'Language' of workstream 'Chat'". */
  readonly title: string
  readonly scope: RuleScope
  readonly rules: readonly ListedRule[]
}

export interface ListedRule {
  readonly name: string
  readonly when: Condition
  /** Whether work that meets this rule is certainly lost to the given later one. */
  readonly precedes: (later: number) => boolean
}

/** Every list of the document whose rules can stand in each other's way. */
export function ruleListings(survey: Survey): readonly RuleListing[] {
  const { configuration } = survey
  return [
    ...intakeLists(survey),
    ...survey.workstreams.flatMap((workstream, index) => workstreamLists(survey, workstream, index)),
    ...(configuration.queues ?? []).flatMap(({ name, assignment }, index) =>
      assignment === undefined ? [] : queueLists(survey, assignment, { name, index }),
    ),
    ...playbookLists(survey, configuration),
  ]
}

interface Conditional {
  readonly name?: string
  readonly when: Condition
}

/** In most lists nothing passes the first rule that is met. */
function firstMatch(rules: readonly Conditional[]): readonly ListedRule[] {
  return rules.map(({ name, when }, index) => ({ name: name ?? `branch ${index + 1}`, when, precedes: () => true }))
}

function intakeLists({ configuration, scopes }: Survey): readonly RuleListing[] {
  return (configuration.recordTypes ?? []).map(({ table, intakeRules }, index) => ({
    path: `recordTypes[${index}].intakeRules`,
    title: `the intake rules of '${table}'`,
    scope: scopes.intake(table),
    rules: firstMatch(intakeRules),
  }))
}

function workstreamLists(survey: Survey, workstream: WorkstreamSettings, index: number): readonly RuleListing[] {
  const { name, classification, routeToQueue } = workstream
  const scope = survey.scopes.workstream(name)
  const path = `workstreams[${index}]`
  const rulesets = classification.flatMap((ruleset, place) =>
    'rules' in ruleset
      ? [
          {
            path: `${path}.classification[${place}].rules`,
            title: `classification '${ruleset.name}' of workstream '${name}'`,
            scope,
            rules: firstMatch(ruleset.rules),
          },
        ]
      : [],
  )
  const title = `route to queue of workstream '${name}'`
  if (routeToQueue === null) return rulesets
  const rules =
    routeToQueue.hitPolicy === 'first'
      ? firstMatch(routeToQueue.rules)
      : routeToQueue.rules.map((rule) => routeRule(survey, workstream, rule))
  return [...rulesets, { path: `${path}.routeToQueue.rules`, title, scope, rules }]
}

/** With the hit policy "all" a later rule serves when the queue of the earlier one overflows, unless it names the same. */
function routeRule(survey: Survey, workstream: WorkstreamSettings, rule: RouteToQueueRule): ListedRule {
  const isFinal = !mayOverflow(survey, rule)
  const isPlain = rule.overflow === undefined && rule.allocation === undefined
  return {
    name: rule.name,
    when: rule.when,
    precedes: (later) => {
      const other = workstream.routeToQueue?.rules[later]
      if (isFinal || other === undefined) return isFinal
      if (!isPlain || other.overflow !== undefined || other.allocation !== undefined) return false
      return targetsOf(rule, workstream)[0] === targetsOf(other, workstream)[0]
    },
  }
}

function queueLists(
  { scopes }: Survey,
  assignment: AssignmentMethod,
  { name, index }: { readonly name: string; readonly index: number },
): readonly RuleListing[] {
  const path = `queues[${index}].assignment`
  const { prioritization = [] } = assignment
  const byPriority: RuleListing = {
    path: `${path}.prioritization`,
    title: `the prioritization of queue '${name}'`,
    scope: scopes.anyItem,
    rules: firstMatch(prioritization),
  }
  if (assignment.method !== 'custom') return [byPriority]
  return [
    byPriority,
    {
      path: `${path}.selectionCriteria`,
      title: `the selection criteria of queue '${name}'`,
      scope: scopes.anyItem,
      rules: firstMatch(assignment.selectionCriteria ?? []),
    },
    // Whoever meets a later rule meets the earlier one, so the earlier one has somebody already.
    ...assignment.rulesets.map((ruleset, place) => ({
      path: `${path}.rulesets[${place}].rules`,
      title: `assignment ruleset '${ruleset.name}' of queue '${name}'`,
      scope: scopes.assignment,
      rules: firstMatch(ruleset.rules),
    })),
  ]
}

function playbookLists({ scopes }: Survey, { playbooks = [] }: Configuration): readonly RuleListing[] {
  return playbooks.flatMap((playbook, index) =>
    'branches' in playbook
      ? [
          {
            path: `playbooks[${index}].branches`,
            title: `playbook '${playbook.name}'`,
            scope: scopes.anyItem,
            rules: firstMatch(playbook.branches),
          },
        ]
      : [],
  )
}
