import { utcClock } from '../structures/clock-text.ts'
import type { OpenRings } from './bullseye.ts'
import { type Closeness, compareCloseness } from './closeness.ts'
import type { CustomMatch } from './custom/custom-assignment.ts'
import type { Member } from './queue-state.ts'
import type { Requirement } from './requirement.ts'

export type OrderedMethod = 'highestCapacity' | 'roundRobin' | 'leastActive'

/** Who comes first among those who may take an item, and why, in words. */
export interface CandidateOrder {
  readonly method: string
  readonly before: (left: Member, right: Member) => boolean
  readonly rankText: (member: Member) => string
}

/** The order of a queue's method for one requirement. Every order ends in round robin.
 *
 * Preferred representatives come before everybody else, inner rings of a bullseye before outer ones; closest match replaces the method's own key. */
export function candidateOrder(input: {
  readonly method: OrderedMethod
  readonly requirement: Requirement
  /** By slot; null: the workstream does not ask for the closest match. */
  readonly closeness: readonly Closeness[] | null
}): CandidateOrder {
  const { method, requirement, closeness } = input
  const { custom } = requirement
  const key =
    custom !== null ? customKey(custom) : closeness === null ? methodKey(method, requirement) : closenessKey(closeness)
  const inner = requirement.rings === null ? key.compare : innerFirst(requirement.rings, key.compare)
  const compare = requirement.preferred.length === 0 ? inner : preferredFirst(requirement, inner)
  return {
    method: custom !== null ? 'custom' : closeness === null ? method : `closest match (${method})`,
    before: (left, right) => {
      const order = compare(left, right)
      return order === 0 ? roundRobinBefore(left, right) : order < 0
    },
    rankText: key.text,
  }
}

/** The never assigned first, in joining order; then by the earliest last assignment in this queue. */
function roundRobinBefore(left: Member, right: Member): boolean {
  return left.lastAssigned === right.lastAssigned ? left.slot < right.slot : left.lastAssigned < right.lastAssigned
}

/** Free capacity that counts for the item: units, or the scarcest of its profiles. */
function freeCapacity(requirement: Requirement, member: Member): number {
  const { person } = member
  if (requirement.units > 0 || requirement.capacityProfiles.length === 0) return person.unitsFree
  let free = Number.POSITIVE_INFINITY
  for (const profile of requirement.capacityProfiles) free = Math.min(free, person.profilesFree.get(profile) ?? 0)
  return free
}

interface OrderKey {
  readonly compare: (left: Member, right: Member) => number
  readonly text: (member: Member) => string
}

function methodKey(method: OrderedMethod, requirement: Requirement): OrderKey {
  const keys: Readonly<Record<OrderedMethod, OrderKey>> = {
    highestCapacity: {
      compare: (left, right) => freeCapacity(requirement, right) - freeCapacity(requirement, left),
      text: (member) => `${freeCapacity(requirement, member)} ${countsUnits(requirement) ? 'units' : 'places'} free`,
    },
    roundRobin: { compare: () => 0, text: lastAssignedText },
    leastActive: {
      // Nobody released anything before 1970: zero stands for never.
      compare: (left, right) => (left.person.state.lastReleaseAt ?? 0) - (right.person.state.lastReleaseAt ?? 0),
      text: ({ person }) =>
        person.state.lastReleaseAt === null ? 'no release yet' : `last release ${utcClock(person.state.lastReleaseAt)}`,
    },
  }
  return keys[method]
}

function customKey(custom: CustomMatch): OrderKey {
  return { compare: custom.compare, text: ({ person }) => `by the rule ${custom.ruleName(person)}` }
}

function closenessKey(closeness: readonly Closeness[]): OrderKey {
  return {
    compare: (left, right) => {
      const one = closeness[left.slot]
      const other = closeness[right.slot]
      return one === undefined || other === undefined ? 0 : compareCloseness(one, other)
    },
    text: (member) => {
      const { shortfall = 0, missing = 0, surplus = 0 } = closeness[member.slot] ?? {}
      return `${missing} skills missing, shortfall ${round(shortfall)}, surplus ${round(surplus)}`
    },
  }
}

function innerFirst(rings: OpenRings, compare: OrderKey['compare']): OrderKey['compare'] {
  const level = ({ person }: Member) => rings.levelOf(person.settings.name)
  return (left, right) => level(left) - level(right) || compare(left, right)
}

function preferredFirst(requirement: Requirement, compare: OrderKey['compare']): OrderKey['compare'] {
  const rank = (member: Member) => {
    const index = requirement.preferred.indexOf(member.person.settings.name)
    return index < 0 ? requirement.preferred.length : index
  }
  return (left, right) => rank(left) - rank(right) || compare(left, right)
}

function lastAssignedText({ lastAssignedAt, slot }: Member): string {
  return lastAssignedAt === null
    ? `not assigned here yet, number ${slot + 1} in joining order`
    : `last assigned ${utcClock(lastAssignedAt)}`
}

function countsUnits(requirement: Requirement): boolean {
  return requirement.units > 0 || requirement.capacityProfiles.length === 0
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
