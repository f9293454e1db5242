import type {
  AssignmentMethod,
  AssignmentRule,
  AssignmentRuleset,
  Condition,
  Configuration,
  PrioritizationRule,
} from '@unified-routing/routing'
import { vocabularyOf } from '../condition/vocabulary.ts'
import type { RuleKind } from '../list/rule-kind.ts'
import { AssignmentOrders } from '../outputs/assignment-orders.tsx'
import { ItemOrder } from '../outputs/item-order.tsx'
import { assignmentOrderText, itemOrderText } from '../outputs/order-words.ts'
import { choicesOf, SelectField } from '../outputs/select-field.tsx'

const RULES_MAX = 100

export type CustomMethod = Extract<AssignmentMethod, { method: 'custom' }>
export interface SelectionCriterion {
  name: string
  when: Condition
  ruleset: string
}

/** A queue whose assignment is being edited. */
export interface EditedQueue {
  readonly configuration: Configuration
  readonly name: string
}

/** The document with another way of giving out the work of a queue. */
export function withAssignment({ configuration, name }: EditedQueue, assignment: AssignmentMethod): Configuration {
  const queues = (configuration.queues ?? []).map((queue) => (queue.name === name ? { ...queue, assignment } : queue))
  return { ...configuration, queues }
}

/** Which items of a queue are served first. */
export function prioritizationKind(queue: EditedQueue, assignment: AssignmentMethod): RuleKind<PrioritizationRule> {
  const vocabulary = vocabularyOf(queue.configuration, { kind: 'anyItem' })
  return {
    title: 'Prioritization rules',
    outputTitle: 'Order',
    max: RULES_MAX,
    path: `${placeOf(queue)}.prioritization`,
    vocabulary,
    withRules: (rules) => withAssignment(queue, { ...assignment, prioritization: [...rules] }),
    newRule: (name) => ({ name, when: { all: [] } }),
    outputText: ({ orderBy }) => itemOrderText(orderBy, vocabulary),
    renderOutput: ({ rule, onChange }) => (
      <ItemOrder
        vocabulary={vocabulary}
        orderBy={rule.orderBy}
        onChange={(orderBy) => onChange({ ...rule, orderBy })}
      />
    ),
  }
}

/** Which ruleset chooses the representative of an item. */
export function selectionKind(queue: EditedQueue, assignment: CustomMethod): RuleKind<SelectionCriterion> {
  const rulesets = assignment.rulesets.map(({ name }) => name)
  return {
    title: 'Selection criteria',
    outputTitle: 'Execute ruleset',
    max: RULES_MAX,
    path: `${placeOf(queue)}.selectionCriteria`,
    vocabulary: vocabularyOf(queue.configuration, { kind: 'anyItem' }),
    withRules: (rules) => withAssignment(queue, { ...assignment, selectionCriteria: [...rules] }),
    newRule: (name) => ({ name, when: { all: [] }, ruleset: rulesets[0] ?? '' }),
    outputText: ({ ruleset }) => ruleset,
    renderOutput: ({ rule, onChange }) => (
      <SelectField
        label="Execute ruleset"
        choices={choicesOf(rulesets)}
        value={rule.ruleset}
        onChange={(ruleset) => onChange({ ...rule, ruleset })}
      />
    ),
  }
}

/** Which representatives may take an item, and in what order, from the most to the least particular. */
export function assignmentKind(queue: EditedQueue, assignment: CustomMethod, index: number): RuleKind<AssignmentRule> {
  const vocabulary = vocabularyOf(queue.configuration, { kind: 'assignment' })
  const skillTypes = queue.configuration.skillTypes ?? []
  return {
    title: `Rules of ${assignment.rulesets[index]?.name ?? ''}`,
    outputTitle: 'Order by',
    max: RULES_MAX,
    path: `${placeOf(queue)}.rulesets[${index}].rules`,
    vocabulary,
    withRules: (rules) => withAssignment(queue, withRulesetRules(assignment, index, rules)),
    newRule: (name) => ({ name, when: { all: [] }, orderBy: 'roundRobin' }),
    outputText: ({ orderBy }) => assignmentOrderText(orderBy, vocabulary),
    renderOutput: ({ rule, onChange }) => (
      <AssignmentOrders
        vocabulary={vocabulary}
        skillTypes={skillTypes}
        orderBy={rule.orderBy}
        onChange={(orderBy) => onChange({ ...rule, orderBy })}
      />
    ),
  }
}

/** The method with other rules in one of its rulesets. */
export function withRulesetRules(
  assignment: CustomMethod,
  index: number,
  rules: readonly AssignmentRule[],
): CustomMethod {
  const rulesets = assignment.rulesets.map(
    (ruleset, at): AssignmentRuleset => (at === index ? { ...ruleset, rules: [...rules] } : ruleset),
  )
  return { ...assignment, rulesets }
}

function placeOf({ configuration, name }: EditedQueue): string {
  return `queues[${(configuration.queues ?? []).findIndex((queue) => queue.name === name)}].assignment`
}
