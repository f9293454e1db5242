import type { QueueSettings } from '../configuration/queue-settings.ts'
import { utcClock } from '../structures/clock-text.ts'
import { type Closeness, compareCloseness } from './closeness.ts'
import type { CustomMatch } from './custom/custom-assignment.ts'
import type { Member } from './queue-state.ts'
import type { Requirement } from './requirement.ts'

/** More rings than any bullseye has. */
const RINGS_MAX = 1_000

export type OrderedMethod = 'highestCapacity' | 'roundRobin' | 'leastActive'

/** The method in which a queue puts its members; its own rules end in round robin. */
export function orderedMethodOf({ assignment: { method } }: QueueSettings): OrderedMethod {
  return method === 'none' || method === 'custom' ? 'roundRobin' : method
}

/** Who comes first among those who may take an item, and why, in words. */
export interface CandidateOrder {
  readonly method: string
  readonly before: (left: Member, right: Member) => boolean
  /** What comes before the method's key and never changes: preferred representatives, rings of a bullseye. */
  readonly standingOf: (member: Member) => number
  /** The method's key as a number; null: a queue's own rules compare the members themselves. */
  readonly keyOf: ((member: Member) => number) | null
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
  const standingOf = standing(requirement)
  if (custom !== null) {
    const rankText = ({ person }: Member) => `by the rule ${custom.ruleName(person)}`
    return { method: 'custom', before: order(standingOf, custom.compare), standingOf, keyOf: null, rankText }
  }
  const { keyOf, text } = closeness === null ? methodKey(method, requirement) : closenessKey(closeness)
  return {
    method: closeness === null ? method : `closest match (${method})`,
    before: order(standingOf, (left, right) => keyOf(left) - keyOf(right)),
    standingOf,
    keyOf,
    rankText: text,
  }
}

function order(standingOf: CandidateOrder['standingOf'], compare: CustomMatch['compare']): CandidateOrder['before'] {
  return (left, right) => {
    const difference = standingOf(left) - standingOf(right) || compare(left, right)
    return difference === 0 ? roundRobinBefore(left, right) : difference < 0
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

/** Smaller keys come first. */
interface OrderKey {
  readonly keyOf: (member: Member) => number
  readonly text: (member: Member) => string
}

function methodKey(method: OrderedMethod, requirement: Requirement): OrderKey {
  const keys: Readonly<Record<OrderedMethod, OrderKey>> = {
    highestCapacity: {
      keyOf: (member) => -freeCapacity(requirement, member),
      text: (member) => `${freeCapacity(requirement, member)} ${countsUnits(requirement) ? 'units' : 'places'} free`,
    },
    roundRobin: { keyOf: () => 0, text: lastAssignedText },
    leastActive: {
      // Nobody released anything before 1970: zero stands for never.
      keyOf: ({ person }) => person.state.lastReleaseAt ?? 0,
      text: ({ person }) =>
        person.state.lastReleaseAt === null ? 'no release yet' : `last release ${utcClock(person.state.lastReleaseAt)}`,
    },
  }
  return keys[method]
}

function closenessKey(closeness: readonly Closeness[]): OrderKey {
  const ranks = closenessRanks(closeness)
  return {
    keyOf: ({ slot }) => ranks[slot] ?? 0,
    text: (member) => {
      const { shortfall = 0, missing = 0, surplus = 0 } = closeness[member.slot] ?? {}
      return `${missing} skills missing, shortfall ${round(shortfall)}, surplus ${round(surplus)}`
    },
  }
}

/** By slot: the place of each among all, the equally close at one place. Skills change with the configuration only. */
function closenessRanks(closeness: readonly Closeness[]): readonly number[] {
  const sorted = closeness.toSorted(compareCloseness)
  const places = new Map<Closeness, number>()
  let place = 0
  sorted.forEach((each, index) => {
    const previous = sorted[index - 1]
    if (previous !== undefined && compareCloseness(previous, each) !== 0) place = index
    places.set(each, place)
  })
  return closeness.map((each) => places.get(each) ?? 0)
}

function standing({ rings, preferred }: Requirement): CandidateOrder['standingOf'] {
  if (rings === null && preferred.length === 0) return () => 0
  return ({ person }) => {
    const { name } = person.settings
    const choice = preferred.indexOf(name)
    const level = rings?.levelOf(name) ?? 0
    return (choice < 0 ? preferred.length : choice) * RINGS_MAX + level
  }
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
