import type { Requirement } from '../assignment/requirement.ts'
import type { NotEligibleReason } from '../vocabulary.ts'
import type { WorkItem } from '../work-item.ts'
import type { Person } from '../world/person.ts'

export interface ReasonContext {
  readonly item: WorkItem
  readonly person: Person
  readonly requirement: Requirement
  readonly declineLimit: number
}

/** A sentence for each reason, with the values that were compared. */
export const reasonTexts: Readonly<Record<NotEligibleReason, (context: ReasonContext) => string>> = {
  notQueueMember: ({ item, person }) => `${person.state.name} is not a member of queue ${item.queue ?? '(none)'}`,
  notBookable: ({ person }) => `${person.state.name} is not a bookable resource`,
  signedOut: ({ person }) => `${person.state.name} is signed out`,
  presenceNotAllowed: ({ person, requirement }) =>
    `presence is ${person.state.presence}, allowed are ${requirement.allowedPresences.join(', ') || 'none'}`,
  insufficientUnits: ({ person, requirement }) => `needs ${requirement.units} units, has ${person.unitsFree} free`,
  profileMissing: ({ person, requirement }) =>
    `lacks the capacity profile ${list(requirement.capacityProfiles, (name) => !person.profilesFree.has(name))}`,
  profileExhausted: ({ person, requirement }) =>
    `no place is free of ${list(requirement.capacityProfiles, (name) => (person.profilesFree.get(name) ?? 1) < 1)}`,
  blockedByProfile: ({ person }) => `a blocking capacity profile of ${person.state.name} is at its limit`,
  skillMissing: ({ person, requirement }) =>
    `lacks ${list(skillNames(requirement), (name) => !person.settings.skills.has(name))}`,
  ratingTooLow: ({ person, requirement }) =>
    requirement.skills
      .flatMap(([name, rating]) => {
        const held = person.settings.skills.get(name)
        const isLow = held?.active === true && rating !== null && (held.rating ?? 0) < rating
        return isLow ? [`${name} needs ${rating}, has ${held.rating ?? 'no rating'}`] : []
      })
      .join('; '),
  skillInactive: ({ person, requirement }) =>
    `switched off: ${list(skillNames(requirement), (name) => person.settings.skills.get(name)?.active === false)}`,
  declineLimitReached: ({ item, person, declineLimit }) =>
    item.parked
      ? `${Object.values(item.declines).filter((count) => count > 0).length} have declined it; it is given out by hand only`
      : `declined ${item.declines[person.state.name] ?? 0} times, the limit is ${declineLimit}`,
  notWorking: ({ person }) => `${person.state.name} is outside working hours, which the queue respects`,
  notInUserGroupYet: () => 'the user group is not asked yet',
  conditionNotMet: ({ requirement }) => {
    if (requirement.distribution === 'manual') return 'work of this workstream or queue is given out by hand only'
    return requirement.onlyPreferred
      ? `waits for the customer's preferred representatives ${requirement.preferred.join(', ')}`
      : 'no assignment rule is met'
  },
  noPermission: ({ person }) => `no role of ${person.state.name} may read records: ${person.settings.roles.join(', ')}`,
}

function skillNames(requirement: Requirement): readonly string[] {
  return requirement.skills.map(([name]) => name)
}

function list(names: readonly string[], isMeant: (name: string) => boolean): string {
  return names.filter(isMeant).join(', ')
}
