import type { RepresentativeState } from '../representative.ts'
import { recordPresenceChanged } from '../world/frequent-events.ts'
import type { Person } from '../world/person.ts'
import type { World } from '../world/world.ts'

/** What moved the load: it decides whether a presence chosen by hand ends (decisions, People 2). */
export type PresenceOccasion = 'acceptOrClose' | 'loadChange'

/** Shows a presence. The caller refreshes the representative afterwards. */
export function showPresence(
  world: World,
  person: Person,
  shown: {
    readonly presence: string
    readonly setBy: RepresentativeState['presenceSetBy']
    /** Whose hand it was, when it was not whoever acts now. */
    readonly setter?: string | null
  },
): void {
  const { state } = person
  const from = state.presence
  const setter = shown.setBy === 'manual' ? (shown.setter ?? world.actor.name) : null
  // Load changes at every step of an item and hardly ever the presence: what stays as it is need not be stored again.
  const isAsBefore = state.presenceSetBy === shown.setBy && (state.presenceSetter ?? null) === setter
  if (isAsBefore && from === shown.presence) return
  state.presenceSetBy = shown.setBy
  state.presenceSetter = setter
  world.changes.representatives.add(state)
  if (from === shown.presence) return
  state.presence = shown.presence
  state.basePresence = world.snapshot.presences.get(shown.presence)?.base ?? 'Offline'
  state.presenceChangedAt = world.now
  const { presence: to, setBy } = shown
  recordPresenceChanged(world, person, { from, to, setBy })
}

/** Brings a presence that the system sets in line with the load. */
export function recomputePresence(world: World, person: Person, occasion: PresenceOccasion): void {
  const { state } = person
  if (!state.signedIn || state.disconnected !== null) return
  if (state.presenceSetBy === 'system' || (occasion === 'acceptOrClose' && endsWithAcceptOrClose(state))) {
    showPresence(world, person, { presence: person.presenceByLoad, setBy: 'system' })
  }
}

/** Available and Busy by hand last until the next accept or close; the others until they are changed. */
function endsWithAcceptOrClose(state: RepresentativeState): boolean {
  return state.presenceSetBy === 'manual' && (state.basePresence === 'Available' || state.basePresence === 'Busy')
}
