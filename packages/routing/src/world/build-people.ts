import type { RepresentativeSettings } from '../configuration/representative-settings.ts'
import type { RepresentativeState } from '../representative.ts'
import type { Person } from './person.ts'

export function createPerson(settings: RepresentativeSettings, state: RepresentativeState): Person {
  return {
    kind: 'representative',
    settings,
    state,
    memberships: [],
    held: [],
    blocks: new Set(),
    unitsFree: settings.units,
    profilesFree: new Map(settings.profileLimits),
    isBlockedByProfile: false,
    openSessions: 0,
    presenceByLoad: 'Available',
    isWorking: true,
    mayReadRecords: settings.readsRecords,
    isFreed: false,
    dueAt: Number.POSITIVE_INFINITY,
    isDueStale: false,
    timerPosition: -1,
    lane: null,
    dueBefore: null,
    dueAfter: null,
  }
}

/** Somebody who has never signed in. */
export function newRepresentativeState(name: string): RepresentativeState {
  return {
    name,
    signedIn: false,
    presence: 'Offline',
    basePresence: 'Offline',
    presenceSetBy: 'system',
    presenceSetter: null,
    presenceChangedAt: 0,
    disconnected: null,
    lastReleaseAt: null,
    dayUse: {},
    version: 0,
  }
}
