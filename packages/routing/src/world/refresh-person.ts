import { judgeMember } from '../assignment/judge-member.ts'
import { refreshLoad } from '../capacity/load.ts'
import { type PresenceOccasion, recomputePresence } from '../presence/change-presence.ts'
import { dueChanged } from '../timers/next-timer.ts'
import { noteFreed } from './freed.ts'
import type { Person } from './person.ts'
import type { World } from './world.ts'

/** Brings everything derived from a representative in line after any change of what they are or hold: load,
 * presence, timer, and what stands against them in their queues.
 *
 * Whoever may take something now is noted as freed: `settle` finds the lines they may serve. */
export function refreshPerson(world: World, person: Person, occasion: PresenceOccasion = 'loadChange'): void {
  refreshLoad(person, world.snapshot)
  recomputePresence(world, person, occasion)
  dueChanged(world, person)
  for (const member of person.memberships) {
    for (const demand of member.queue.demands.values()) {
      if (judgeMember(demand, member)) noteFreed(world, person)
    }
  }
}
