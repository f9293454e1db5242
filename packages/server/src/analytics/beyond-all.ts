import type { Candidate, NotEligibleReason, Router, WorkItem } from '@unified-routing/routing'

/** Asked for the same, many items are judged at once; a look judges so many of them and takes the rest for takeable. */
const KINDS_JUDGED_MAX = 200
const LOOK_EVERY_MS = 5_000

/** Whether time and finished work change it, or not. */
const passing: Readonly<Record<NotEligibleReason, boolean>> = {
  notQueueMember: false,
  notBookable: false,
  signedOut: false,
  presenceNotAllowed: true,
  insufficientUnits: true,
  profileMissing: false,
  profileExhausted: true,
  blockedByProfile: true,
  skillMissing: false,
  ratingTooLow: false,
  skillInactive: false,
  declineLimitReached: false,
  notWorking: false,
  notInUserGroupYet: true,
  conditionNotMet: false,
  noPermission: false,
}

/** Judges whether a waiting item could be given to nobody, even if all who are signed in were free. Judgements hold for
 * a few seconds, since each asks every member of a queue. */
export function createBeyondAll(now: () => number): (router: Router) => (item: WorkItem) => boolean {
  let judged = new Map<string, boolean>()
  let lookedAt = Number.NEGATIVE_INFINITY
  return (router) => {
    if (now() - lookedAt >= LOOK_EVERY_MS) {
      judged = new Map()
      lookedAt = now()
    }
    return (item) => {
      if (item.parked) return true
      const kind = kindOf(item)
      const known = judged.get(kind)
      if (known !== undefined) return known
      if (judged.size >= KINDS_JUDGED_MAX) return false
      const verdict = router.candidates(item.id).every((candidate) => isLastingNo(candidate, item))
      judged.set(kind, verdict)
      return verdict
    }
  }
}

/** What decides who may take an item, as far as many have it in common. */
function kindOf(item: WorkItem): string {
  const { queue, workstream, skills, capacityProfiles, units, attributes, declines } = item
  return JSON.stringify([queue, workstream, skills, capacityProfiles, units, attributes, declines])
}

function isLastingNo({ explanation, load }: Candidate, item: WorkItem): boolean {
  if (explanation.reasons.some((reason) => !passing[reason])) return true
  // Free of all work, they would still be too small for it.
  return explanation.reasons.includes('insufficientUnits') && item.units > load.unitsLimit
}
