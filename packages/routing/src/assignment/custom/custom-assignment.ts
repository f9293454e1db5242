import type { AssignmentMethod, AssignmentRuleset } from '../../configuration/document.ts'
import type { SkillCatalog } from '../../configuration/representative-settings.ts'
import { compileClock, type RuleClock } from '../../rules/clock.ts'
import { type CompiledCondition, compileCondition } from '../../rules/compile.ts'
import type { Facts } from '../../rules/facts.ts'
import { resolvePath } from '../../rules/path.ts'
import { representativeFacts } from '../../rules/representative-facts.ts'
import { isProblem } from '../../rules/resolved-path.ts'
import { compileRules, type RuleList } from '../../rules/rule-list.ts'
import type { RuleScope, RuleScopes } from '../../rules/scope.ts'
import type { Person } from '../../world/person.ts'
import type { Member } from '../queue-state.ts'
import type { Requirement } from '../requirement.ts'
import { compileOrders, type MemberOrder, type OrderContext } from './custom-orders.ts'

type CustomMethod = Extract<AssignmentMethod, { method: 'custom' }>

/** A queue's own assignment rules, compiled. */
export interface CustomAssignment {
  /** Null: time does not change whom the rules let through. */
  readonly clock: RuleClock | null
  /** The values of the item that its rules read, as one text: items with the same are matched alike. */
  keyOf(facts: Facts): string
  /** The rules that apply to an item, bound to its data as they are now. */
  matchFor(facts: Facts, requirement: Pick<Requirement, 'skills' | 'capacityProfiles'>): CustomMatch
}

/** The rules of one item: which representatives they let through, and in what order. */
export interface CustomMatch {
  /** Position of the first rule that the representative meets, -1 when none: an earlier rule's people come first. */
  rankOf(person: Person): number
  compare(left: Member, right: Member): number
  /** The rule that lets this representative through. */
  ruleName(person: Person): string
}

interface CompiledRule {
  readonly name: string
  readonly condition: CompiledCondition
  readonly order: MemberOrder
}

/** Null: the queue uses a method of the system. */
export function compileCustomAssignment(
  assignment: AssignmentMethod,
  scopes: RuleScopes,
  skills: SkillCatalog,
): CustomAssignment | null {
  if (assignment.method !== 'custom') return null
  const rulesets = new Map(
    assignment.rulesets.map((ruleset) => [ruleset.name, compileRuleset(ruleset, scopes.assignment)]),
  )
  const criteria = compileRules(assignment.selectionCriteria ?? [], scopes.anyItem)
  const readers = itemReaders([...rulesets.values()].flat(), criteria, scopes.assignment)
  const clock = compileClock(
    [...assignment.rulesets.flatMap(({ rules }) => rules), ...(assignment.selectionCriteria ?? [])].map(
      ({ when }) => when,
    ),
    scopes.assignment,
  )
  const byDefault = rulesets.get(defaultRuleset(assignment)?.name ?? '') ?? []
  return {
    clock,
    keyOf: (facts) => JSON.stringify([clock?.verdicts(facts) ?? '', ...readers.map((read) => read(facts) ?? null)]),
    matchFor: (given, requirement) => {
      const facts = clock === null ? given : { ...given, now: clock.timeOf(given.now) }
      const chosen = assignment.selectionCriteria?.[criteria.firstMatch(facts)]?.ruleset
      const first = chosen === undefined ? [] : (rulesets.get(chosen) ?? [])
      const rules = first === byDefault ? byDefault : [...first, ...byDefault]
      const { skills: requiredSkills, capacityProfiles } = requirement
      return bind(rules, { requiredSkills, capacityProfiles, skills, facts })
    },
  }
}

/** The one marked as default; a single ruleset needs no mark. */
function defaultRuleset({ rulesets }: CustomMethod): AssignmentRuleset | undefined {
  return rulesets.find(({ isDefault }) => isDefault === true) ?? (rulesets.length === 1 ? rulesets[0] : undefined)
}

function compileRuleset(ruleset: AssignmentRuleset, scope: RuleScope): readonly CompiledRule[] {
  return ruleset.rules.map(({ name, when, orderBy }) => ({
    name,
    condition: compileCondition(when, scope),
    order: compileOrders(orderBy, scope),
  }))
}

function bind(rules: readonly CompiledRule[], context: OrderContext): CustomMatch {
  const { facts } = context
  const rankOf = (person: Person): number => {
    facts.representative = representativeFacts(person)
    return rules.findIndex(({ condition }) => condition.test(facts))
  }
  return {
    rankOf,
    compare: (left, right) => {
      const rank = rankOf(left.person)
      const difference = rank - rankOf(right.person)
      return difference === 0 ? (rules[rank]?.order(left, right, context) ?? 0) : difference
    },
    ruleName: (person) => rules[rankOf(person)]?.name ?? 'no rule',
  }
}

function itemReaders(rules: readonly CompiledRule[], criteria: RuleList, scope: RuleScope) {
  const paths = new Set([...criteria.reads, ...rules.flatMap(({ condition }) => condition.reads)])
  return [...paths].flatMap((path) => {
    const resolved = path.startsWith('item.') ? resolvePath(path, scope) : null
    // What the passing of time changes cannot tell items apart: every item would be alone.
    return resolved === null || isProblem(resolved) || resolved.timeDependent ? [] : [resolved.read]
  })
}
