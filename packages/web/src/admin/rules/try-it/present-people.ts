import type { QueueView, RepresentativeView } from '@unified-routing/contract'
import type { PresentPerson } from '@unified-routing/routing'

/** People as the router takes them, from what the live stream keeps true on every page. */
export function presentPeople(representatives: readonly RepresentativeView[]): readonly PresentPerson[] {
  return representatives.map(({ name, signedIn, presence, lastReleaseAt, load }) => ({
    name,
    signedIn,
    presence,
    lastReleaseAt: lastReleaseAt === null ? null : Date.parse(lastReleaseAt),
    unitsUsed: load === null ? 0 : load.unitsLimit - load.unitsFree,
    profilesUsed: load === null ? {} : usedOf(load),
  }))
}

export function waitingByQueue(queues: readonly QueueView[]): Readonly<Record<string, number>> {
  return Object.fromEntries(queues.map(({ name, waiting }) => [name, waiting ?? 0]))
}

function usedOf({ profileLimits, profilesFree }: NonNullable<RepresentativeView['load']>) {
  return Object.fromEntries(
    Object.entries(profileLimits).map(([profile, limit]) => [profile, limit - (profilesFree[profile] ?? limit)]),
  )
}
