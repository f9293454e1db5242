import type {
  AssignmentMethod,
  AssignmentRule,
  AssignmentRuleset,
  ClassificationRule,
  ClassificationRuleset,
  OverflowRule,
  Playbook,
  PrioritizationRule,
  RouteToQueueRule,
  RouteToQueueRuleset,
} from '../document.ts'
import { conditionNames as when } from './condition-names.ts'
import { each, eachNamed, fields, keys, mayName, mustName, none, saying, type Walk } from './reference-walk.ts'

type Custom = Extract<AssignmentMethod, { method: 'custom' }>

/** What happens to work that overflows: it may go to another queue. */
export const action: Walk = (value, spot) =>
  typeof value === 'string'
    ? value
    : fields<{ transferToQueue: string; transferToNumber: string }>({
        transferToQueue: mustName('queues', 'transfer to queue'),
        transferToNumber: none,
      })(value, spot)

export const overflowRuleNames: Walk = fields<OverflowRule>({ when: none, do: action })

const skillTypeOrder = fields<{
  skillType?: string
  proficiency: string
  skillCount: true
  path: string
  direction?: string
}>({
  skillType: mayName('skillTypes', 'order by skills of a type'),
  proficiency: none,
  skillCount: none,
  path: none,
  direction: none,
})

const orderBy: Walk = (value, spot) => (Array.isArray(value) ? each(skillTypeOrder) : skillTypeOrder)(value, spot)

export const assignmentNames: Walk = fields<AssignmentMethod>({
  method: none,
  prioritization: eachNamed('prioritization rule', fields<PrioritizationRule>({ name: none, when, orderBy: none })),
  rulesets: eachNamed(
    'assignment ruleset',
    fields<AssignmentRuleset>({
      name: none,
      isDefault: none,
      rules: eachNamed('rule', fields<AssignmentRule>({ name: none, when, orderBy })),
    }),
  ),
  selectionCriteria: eachNamed(
    'selection criterion',
    fields<NonNullable<Custom['selectionCriteria']>[number]>({ name: none, when, ruleset: none }),
  ),
})

export const classificationNames: Walk = fields<ClassificationRuleset>({
  name: none,
  kind: none,
  rules: eachNamed(
    'rule',
    fields<ClassificationRule>({
      name: none,
      when,
      set: fields<ClassificationRule['set']>({
        attributes: none,
        skills: keys(mayName('skills', 'required skill')),
        capacityProfiles: each(mayName('capacityProfiles', 'required capacity profile')),
        priorityScore: none,
      }),
    }),
  ),
  model: none,
  inputs: none,
})

export const routeToQueueNames: Walk = fields<RouteToQueueRuleset>({
  hitPolicy: none,
  rules: eachNamed(
    'route to queue rule',
    fields<RouteToQueueRule>({
      name: none,
      when,
      queue: mustName('queues', 'queue'),
      allocation: keys(mustName('queues', 'percentage allocation')),
      overflow: saying('overflow', keys(mustName('queues', 'of queue'), each(overflowRuleNames))),
    }),
  ),
})

type Branch = Extract<Playbook, { branches: unknown }>['branches'][number]

export const playbookBranchNames: Walk = fields<Branch>({
  when,
  do: action,
  add: none,
  every: none,
  order: none,
  recency: none,
})
