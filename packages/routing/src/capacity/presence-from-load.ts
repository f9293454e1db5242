import type { BasePresence } from '../vocabulary.ts'
import type { Person } from '../world/person.ts'

/** The presence that the system gives a representative for their load (decisions, People 1 and 3). */
export function presenceFromLoad(person: Person, sessionLimit: number): BasePresence {
  if (isExhausted(person) || person.openSessions >= sessionLimit) return 'Busy - DND'
  return isInUse(person) ? 'Busy' : 'Available'
}

function isExhausted(person: Person): boolean {
  const { settings, unitsFree, profilesFree } = person
  if (unitsFree < 0 || person.isBlockedByProfile) return true
  if (profilesFree.size === 0) return unitsFree === 0
  let isEveryProfileFull = true
  for (const free of profilesFree.values()) {
    if (free < 0) return true
    if (free > 0) isEveryProfileFull = false
  }
  // Somebody with no units at all and some profiles is judged by the profiles alone.
  return isEveryProfileFull && (settings.units === 0 || unitsFree === 0)
}

function isInUse({ settings, unitsFree, profilesFree }: Person): boolean {
  if (unitsFree < settings.units) return true
  if (profilesFree.size === 0) return false
  for (const [profile, free] of profilesFree) {
    if (free < (settings.profileLimits.get(profile) ?? 0)) return true
  }
  return false
}
