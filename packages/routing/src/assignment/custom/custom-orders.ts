import type { AssignmentOrder } from '../../configuration/document.ts'
import type { SkillCatalog } from '../../configuration/representative-settings.ts'
import type { Facts } from '../../rules/facts.ts'
import { representativeFacts } from '../../rules/representative-facts.ts'
import type { RuleScope } from '../../rules/scope.ts'
import { compileSortKey } from '../../rules/sort-key.ts'
import type { Person } from '../../world/person.ts'
import { areOnOneScale, closeness, compareCloseness } from '../closeness.ts'
import type { Member } from '../queue-state.ts'
import type { Requirement } from '../requirement.ts'

/** What an order may look at beside the two members it compares. */
export interface OrderContext {
  readonly requiredSkills: Requirement['skills']
  readonly capacityProfiles: readonly string[]
  readonly skills: SkillCatalog
  readonly facts: Facts
}

/** One key of a rule's order: negative when the left member comes first. */
export type MemberOrder = (left: Member, right: Member, context: OrderContext) => number

/** Compiles the order of an assignment rule; what is equal by all of its keys is left to round robin. */
export function compileOrders(orderBy: AssignmentOrder | AssignmentOrder[] | undefined, scope: RuleScope): MemberOrder {
  const orders = (Array.isArray(orderBy) ? orderBy : [orderBy ?? 'roundRobin']).map((order) =>
    compileOrder(order, scope),
  )
  return (left, right, context) => {
    for (const order of orders) {
      const difference = order(left, right, context)
      if (difference !== 0) return difference
    }
    return 0
  }
}

function compileOrder(order: AssignmentOrder, scope: RuleScope): MemberOrder {
  if (order === 'roundRobin') return (left, right) => left.lastAssigned - right.lastAssigned || left.slot - right.slot
  if (order === 'leastActive') return byNumber(({ state }) => state.lastReleaseAt ?? 0)
  if (order === 'unitCapacity') return byNumber(({ unitsFree }) => -unitsFree)
  if (order === 'profileCapacity')
    return byNumber((person, { capacityProfiles }) => -scarcest(person, capacityProfiles))
  if ('path' in order) return byColumn(order, scope)
  const required = (context: OrderContext) => ofType(context, order.skillType)
  if ('skillCount' in order) return byNumber((person, context) => -skillCount(person, required(context)))
  if (order.proficiency === 'most')
    return byNumber((person, context) => -ratings(person, required(context), context.skills))
  return (left, right, context) =>
    compareCloseness(
      closeness(required(context), left.person, context.skills),
      closeness(required(context), right.person, context.skills),
    )
}

function byNumber(key: (person: Person, context: OrderContext) => number): MemberOrder {
  return (left, right, context) => key(left.person, context) - key(right.person, context)
}

function byColumn(order: Extract<AssignmentOrder, { path: string }>, scope: RuleScope): MemberOrder {
  const { read, compare } = compileSortKey(order, scope)
  const keyOf = ({ person }: Member, { facts }: OrderContext) =>
    read({ ...facts, representative: representativeFacts(person) })
  return (left, right, context) => compare(keyOf(left, context), keyOf(right, context))
}

function ofType({ requiredSkills, skills }: OrderContext, type: string | undefined): Requirement['skills'] {
  return type === undefined ? requiredSkills : requiredSkills.filter(([skill]) => skills.get(skill)?.type === type)
}

function scarcest(person: Person, profiles: readonly string[]): number {
  if (profiles.length === 0) return 0
  return Math.min(...profiles.map((profile) => person.profilesFree.get(profile) ?? 0))
}

function skillCount(person: Person, required: Requirement['skills']): number {
  return required.filter(([skill]) => person.settings.skills.get(skill)?.active === true).length
}

/** Sum of the ratings in the required skills, missing ones zero; put on one scale when their models differ. */
function ratings(person: Person, required: Requirement['skills'], skills: SkillCatalog): number {
  const areAlike = areOnOneScale(required, skills)
  let sum = 0
  for (const [skill] of required) {
    const held = person.settings.skills.get(skill)
    if (held?.active === true) sum += (areAlike ? held.rating : held.normalized) ?? 0
  }
  return Math.round(sum * 1e9) / 1e9
}
