import { refreshCandidate } from '../assignment/signature.ts'
import { refreshLoad } from '../capacity/load.ts'
import { type PresenceOccasion, recomputePresence } from '../presence/change-presence.ts'
import { personDue } from '../timers/person-due.ts'
import { schedule } from '../timers/timer.ts'
import type { Person } from './person.ts'
import type { World } from './world.ts'

/** Brings everything derived from a representative in line after any change of what they are or hold: load,
 * presence, timer, and their place among the candidates of every signature in their queues.
 *
 * Whoever becomes a candidate wakes exactly the lines they may serve. */
export function refreshPerson(world: World, person: Person, occasion: PresenceOccasion = 'loadChange'): void {
  refreshLoad(person, world.snapshot)
  recomputePresence(world, person, occasion)
  schedule(world.timers, person, personDue(world, person))
  for (const member of person.memberships) {
    for (const signature of member.queue.signatures.values()) {
      if (!refreshCandidate(signature, member)) continue
      for (const line of signature.lines.values()) world.ready.put(line)
    }
  }
}
