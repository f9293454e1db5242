import { participantOf, transferOffer } from '../items/stages.ts'
import type { RepresentativeLoad } from '../representative.ts'
import type { Snapshot } from '../snapshot/snapshot.ts'
import type { WorkItem } from '../work-item.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { Person } from '../world/person.ts'
import { presenceFromLoad } from './presence-from-load.ts'

/** Derives the load anew from what the representative holds. Nothing else writes these fields, so they cannot drift.
 *
 * A representative holds few items at a time, so this costs no more than keeping a running total would. Offers take
 * capacity, and so do consults that were asked to; but the presence looks at accepted work only (decisions, Routing 11). */
export function refreshLoad(person: Person, snapshot: Snapshot): void {
  const { settings, state, profilesFree } = person
  const profiles = snapshot.capacityProfiles
  person.unitsFree = settings.units
  person.openSessions = 0
  // Most representatives have no profiles and no blocks: walking nothing costs, too, here.
  if (settings.profileLimits.size > 0 || profilesFree.size > 0) {
    profilesFree.clear()
    for (const [profile, limit] of settings.profileLimits) {
      profilesFree.set(profile, limit - (state.dayUse[profile] ?? 0))
    }
  }
  let beside: OpenItem[] | null = null
  for (const open of person.held) {
    const part = partIn(open, person)
    if (part === 'beside') {
      if (beside === null) beside = [open]
      else beside.push(open)
    } else if (part === 'work') countWork(person, open, profiles)
  }
  if (person.blocks.size > 0) {
    for (const block of person.blocks) {
      person.unitsFree -= block.units
      for (const profile of block.capacityProfiles) takePlace(person, profile)
    }
  }
  person.isBlockedByProfile = isBlocked(person, profiles)
  person.presenceByLoad = presenceFromLoad(person, snapshot.organization.sessionLimit)
  if (beside === null) return
  for (const open of beside) take(person, open)
  person.isBlockedByProfile = isBlocked(person, profiles)
}

/** What an item is to whoever holds it: work that takes capacity; what takes capacity and leaves the presence as it is, an
 * offer or a consult that counts; or nothing that counts now. */
function partIn({ item }: OpenItem, { state: { name } }: Person): 'work' | 'beside' | 'none' {
  if (transferOffer(item)?.representative === name) return 'beside'
  const { session, state } = item
  if (session?.representative !== name) return participantOf(item, name)?.takesCapacity === true ? 'beside' : 'none'
  if (session.acceptedAt === null) return 'beside'
  const isHeld = state === 'Active' || (state === 'Wrap-up' && item.capacityReleasedAt === null)
  return isHeld ? 'work' : 'none'
}

/** The load in the words of the router's readers. */
export function loadOf(person: Person): RepresentativeLoad {
  return {
    unitsFree: person.unitsFree,
    unitsLimit: person.settings.units,
    profilesFree: Object.fromEntries(person.profilesFree),
    profileLimits: Object.fromEntries(person.settings.profileLimits),
    blockedByProfile: person.isBlockedByProfile,
    items: person.held.filter(({ item }) => isOwn(person, item)).map(({ item }) => item.id),
  }
}

/** Theirs, or offered to them; not what they are only consulted about or watch. */
function isOwn({ state: { name } }: Person, item: WorkItem): boolean {
  return item.session?.representative === name || transferOffer(item)?.representative === name
}

function countWork(person: Person, { item }: OpenItem, profiles: Snapshot['capacityProfiles']): void {
  if (item.kind === 'conversation' && item.state === 'Active') person.openSessions += 1
  person.unitsFree -= item.units
  for (const profile of item.capacityProfiles) {
    // From its acceptance on, an end-of-day place is counted in `dayUse` until the shift ends.
    if (profiles.get(profile)?.reset !== 'endOfDay') takePlace(person, profile)
  }
}

function take(person: Person, { item }: OpenItem): void {
  person.unitsFree -= item.units
  for (const profile of item.capacityProfiles) takePlace(person, profile)
}

function takePlace(person: Person, profile: string): void {
  const free = person.profilesFree.get(profile)
  if (free !== undefined) person.profilesFree.set(profile, free - 1)
}

/** A blocking profile at its limit stops automatic work of every kind. */
function isBlocked(person: Person, profiles: Snapshot['capacityProfiles']): boolean {
  if (person.profilesFree.size === 0) return false
  for (const [profile, free] of person.profilesFree) {
    if (free <= 0 && profiles.get(profile)?.blocking === true) return true
  }
  return false
}
