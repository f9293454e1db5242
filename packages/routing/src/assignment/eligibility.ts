import type { NotEligibleReason } from '../vocabulary.ts'
import type { Person } from '../world/person.ts'
import type { Requirement } from './requirement.ts'

/** Every reason, in the order in which explanations list them. A set of reasons is a number with a bit for each. */
export const eligibilityReasons: readonly NotEligibleReason[] = [
  'notQueueMember',
  'notBookable',
  'signedOut',
  'presenceNotAllowed',
  'insufficientUnits',
  'profileMissing',
  'profileExhausted',
  'blockedByProfile',
  'skillMissing',
  'ratingTooLow',
  'skillInactive',
  'declineLimitReached',
  'notWorking',
  'notInUserGroupYet',
  'conditionNotMet',
  'noPermission',
]

const bitOf = (reason: NotEligibleReason): number => 1 << eligibilityReasons.indexOf(reason)

export const NOT_QUEUE_MEMBER = bitOf('notQueueMember')
export const DECLINE_LIMIT_REACHED = bitOf('declineLimitReached')
const NOT_BOOKABLE = bitOf('notBookable')
export const SIGNED_OUT = bitOf('signedOut')
export const PRESENCE_NOT_ALLOWED = bitOf('presenceNotAllowed')
const INSUFFICIENT_UNITS = bitOf('insufficientUnits')
const PROFILE_MISSING = bitOf('profileMissing')
const PROFILE_EXHAUSTED = bitOf('profileExhausted')
const BLOCKED_BY_PROFILE = bitOf('blockedByProfile')
const SKILL_MISSING = bitOf('skillMissing')
const RATING_TOO_LOW = bitOf('ratingTooLow')
const SKILL_INACTIVE = bitOf('skillInactive')
const NOT_WORKING = bitOf('notWorking')
export const NOT_IN_USER_GROUP_YET = bitOf('notInUserGroupYet')
export const CONDITION_NOT_MET = bitOf('conditionNotMet')
const NO_PERMISSION = bitOf('noPermission')

/** The set's reasons by name. */
export function reasonNames(reasons: number): NotEligibleReason[] {
  return eligibilityReasons.filter((_, index) => (reasons & (1 << index)) !== 0)
}

/** What stands against the pair whatever happens today: settings of the representative. */
export function lastingReasons(requirement: Requirement, person: Person): number {
  let reasons = person.settings.bookable ? 0 : NOT_BOOKABLE
  if (requirement.isRecord && !person.mayReadRecords) reasons |= NO_PERMISSION
  if (requirement.preferred.includes(person.settings.name)) return reasons
  if (requirement.onlyPreferred) reasons |= CONDITION_NOT_MET
  if (requirement.rings !== null && requirement.rings.levelOf(person.settings.name) < 0)
    reasons |= NOT_IN_USER_GROUP_YET
  for (const profile of requirement.capacityProfiles) {
    if (!person.settings.profileLimits.has(profile)) reasons |= PROFILE_MISSING
  }
  // A queue's own rules replace the workstream's checks, except for profiles and sign-in (decisions, Routing 12).
  if (requirement.skillMatching === 'exact' && requirement.custom === null) reasons |= skillReasons(requirement, person)
  return reasons
}

/** What stands against the pair now: sign-in, presence and load. Capacity does not count for a preferred representative. */
export function presentReasons(requirement: Requirement, person: Person): number {
  const isPreferred = requirement.preferred.length > 0 && requirement.preferred.includes(person.settings.name)
  const reasons = presenceReasons(requirement, person, isPreferred)
  return isPreferred ? reasons : reasons | loadReasons(requirement, person)
}

/** A queue's own rules ask about presence themselves; they are not asked about preferred representatives. */
function presenceReasons(requirement: Requirement, person: Person, isPreferred: boolean): number {
  const { state } = person
  if (!state.signedIn) return SIGNED_OUT
  if (requirement.custom !== null && !isPreferred) return state.disconnected === null ? 0 : SIGNED_OUT
  return isPresenceAllowed(requirement, person) && state.disconnected === null ? 0 : PRESENCE_NOT_ALLOWED
}

/** Routing reads the base presence only; Inactive may also be allowed by its own name. */
function isPresenceAllowed(requirement: Requirement, person: Person): boolean {
  const { allowedPresences } = requirement
  return allowedPresences.includes(person.state.basePresence) || allowedPresences.includes(person.state.presence)
}

function loadReasons(requirement: Requirement, person: Person): number {
  let reasons = profileReasons(requirement, person)
  if (requirement.custom !== null) {
    // Where only preferred representatives may take it, that stands against everybody else already.
    const isExcluded = requirement.onlyPreferred || requirement.custom.rankOf(person) >= 0
    return isExcluded ? reasons : reasons | CONDITION_NOT_MET
  }
  if (requirement.units > 0 && person.unitsFree < requirement.units) reasons |= INSUFFICIENT_UNITS
  if (requirement.respectWorkingHours && !person.isWorking) reasons |= NOT_WORKING
  return reasons
}

function profileReasons(requirement: Requirement, person: Person): number {
  let reasons = person.isBlockedByProfile ? BLOCKED_BY_PROFILE : 0
  for (const profile of requirement.capacityProfiles) {
    const free = person.profilesFree.get(profile)
    if (free !== undefined && free < 1) reasons |= PROFILE_EXHAUSTED
  }
  return reasons
}

function skillReasons(requirement: Requirement, person: Person): number {
  let reasons = 0
  for (const [skill, rating] of requirement.skills) {
    const held = person.settings.skills.get(skill)
    if (held === undefined) reasons |= SKILL_MISSING
    else if (!held.active) reasons |= SKILL_INACTIVE
    else if (rating !== null && (held.rating ?? 0) < rating) reasons |= RATING_TOO_LOW
  }
  return reasons
}
