import type { NotEligibleReason } from '@unified-routing/contract'

const texts: Record<NotEligibleReason, string> = {
  notQueueMember: 'not a member of the queue',
  notBookable: 'not a bookable resource',
  signedOut: 'signed out',
  presenceNotAllowed: 'presence not allowed by the workstream',
  insufficientUnits: 'too few units free',
  profileMissing: 'lacks a capacity profile',
  profileExhausted: 'a capacity profile is used up',
  blockedByProfile: 'blocked by a capacity profile at its limit',
  skillMissing: 'lacks a skill',
  ratingTooLow: 'a skill is rated too low',
  skillInactive: 'a skill is switched off',
  declineLimitReached: 'declined it too often',
  notWorking: 'outside working hours',
  notInUserGroupYet: 'not in a user group reached so far',
  conditionNotMet: 'a condition of the assignment rule is not met',
  noPermission: 'may not read the record',
}

/** "2 signed out, 1 lacks a skill": how many people each reason keeps from an item. */
export function reasonCountsText(reasons: Readonly<Partial<Record<NotEligibleReason, number>>>): string {
  return Object.entries(reasons)
    .map(([reason, count]) => `${count} ${isReason(reason) ? texts[reason] : reason}`)
    .join(', ')
}

/** "lena is signed out · lacks French": all that keeps somebody from an item, told apart. */
export function verdictText(details: readonly { readonly text: string }[]): string {
  return details.map(({ text }) => text).join(' · ')
}

function isReason(name: string): name is NotEligibleReason {
  return Object.hasOwn(texts, name)
}
