import type { RepresentativeState } from '../representative.ts'
import type { WorkItem } from '../work-item.ts'
import { openItem } from '../world/open-item.ts'
import { hold, type Person } from '../world/person.ts'
import type { World } from '../world/world.ts'

/** What somebody is doing now, as the API tells it. */
export interface PresentPerson extends Pick<RepresentativeState, 'name' | 'signedIn' | 'presence' | 'lastReleaseAt'> {
  /** Capacity in use: it is taken from what the tried configuration gives them. */
  readonly unitsUsed: number
  readonly profilesUsed: Readonly<Record<string, number>>
}

/** Lets a representative be as busy as they are, by one item that stands for all they hold. */
export function takeOver(world: World, person: Person, present: PresentPerson): void {
  const { state } = person
  const { signedIn, presence, unitsUsed, profilesUsed } = present
  state.signedIn = signedIn
  state.presence = presence
  state.lastReleaseAt = present.lastReleaseAt
  state.basePresence = world.snapshot.presences.get(presence)?.base ?? 'Offline'
  // What they hold in truth has given them their presence; the stand-in must not change it.
  state.presenceSetBy = 'manual'
  const places = Object.entries(profilesUsed).flatMap(([profile, used]) =>
    Array<string>(Math.max(0, used)).fill(profile),
  )
  if (unitsUsed === 0 && places.length === 0) return
  const isDaily = (profile: string) => world.snapshot.capacityProfiles.get(profile)?.reset === 'endOfDay'
  state.dayUse = Object.fromEntries(Object.entries(profilesUsed).filter(([profile]) => isDaily(profile)))
  hold(person, openItem(standIn(person, { units: unitsUsed, places: places.filter((place) => !isDaily(place)) })))
}

function standIn(
  { state }: Person,
  { units, places }: { readonly units: number; readonly places: readonly string[] },
): WorkItem {
  const representative = state.name
  return {
    id: `held by ${representative}`,
    kind: 'record',
    channel: 'record',
    workstream: '',
    record: null,
    customer: null,
    context: {},
    attributes: {},
    skills: {},
    capacityProfiles: places,
    units,
    priorityScore: 0,
    state: 'Active',
    queue: null,
    queuedAt: null,
    waitStartedAt: 0,
    orderSequence: 0,
    session: { id: '', representative, offeredAt: 0, offerExpiresAt: null, acceptedAt: 0 },
    lastRepresentative: representative,
    declines: {},
    parked: false,
    createdAt: 0,
    changedAt: 0,
    lastInteractionAt: 0,
    wrapUpStartedAt: null,
    capacityReleasedAt: null,
    waitingSince: null,
    customerDisconnectedAt: null,
    closedAt: null,
    closureReason: null,
    transferCount: 0,
    messageCount: 0,
    configurationVersion: 0,
    version: 0,
    stages: {},
  }
}
