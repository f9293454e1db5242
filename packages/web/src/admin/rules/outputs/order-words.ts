import type { AssignmentOrder, AssignmentRule, PrioritizationRule } from '@unified-routing/routing'
import { labelOfPath } from '../condition/attributes.ts'
import type { Vocabulary } from '../condition/vocabulary.ts'

/** The orders of candidates by the word under which they are chosen. */
export const orderTexts = {
  roundRobin: 'Round robin',
  leastActive: 'Least active',
  unitCapacity: 'Unit-based available capacity',
  profileCapacity: 'Profile-based available capacity',
  mostProficient: 'Proficiency: most proficient',
  nearestProficient: 'Proficiency: nearest proficient',
  skillCount: 'Skill count',
  attribute: 'An attribute',
} as const

export type OrderName = keyof typeof orderTexts

export function orderNameOf(order: AssignmentOrder): OrderName {
  if (typeof order === 'string') return order
  if ('proficiency' in order) return order.proficiency === 'most' ? 'mostProficient' : 'nearestProficient'
  return 'skillCount' in order ? 'skillCount' : 'attribute'
}

/** An order as it begins when it is chosen. */
export function orderOf(name: OrderName): AssignmentOrder {
  if (name === 'mostProficient') return { proficiency: 'most' }
  if (name === 'nearestProficient') return { proficiency: 'nearest' }
  if (name === 'skillCount') return { skillCount: true }
  return name === 'attribute' ? { path: 'representative.units', direction: 'descending' } : name
}

export function ordersOf(orderBy: AssignmentRule['orderBy']): readonly AssignmentOrder[] {
  if (orderBy === undefined) return ['roundRobin']
  return Array.isArray(orderBy) ? orderBy : [orderBy]
}

/** "Least active, then Skill count of Language". */
export function assignmentOrderText(orderBy: AssignmentRule['orderBy'], vocabulary: Vocabulary): string {
  return ordersOf(orderBy)
    .map((order) => {
      if (typeof order === 'object' && 'path' in order) return pathText(order, vocabulary)
      const type = typeof order === 'object' ? order.skillType : undefined
      return `${orderTexts[orderNameOf(order)]}${type === undefined ? '' : ` of ${type}`}`
    })
    .join(', then ')
}

export function itemOrderText(orderBy: PrioritizationRule['orderBy'], vocabulary: Vocabulary): string {
  return typeof orderBy === 'object' ? pathText(orderBy, vocabulary) : 'First in and first out'
}

interface PathOrder {
  readonly path: string
  readonly direction?: 'ascending' | 'descending'
}

function pathText({ path, direction = 'ascending' }: PathOrder, vocabulary: Vocabulary): string {
  return `${path === '' ? 'an attribute' : labelOfPath(path, vocabulary)}, ${direction}`
}
