import { dayResetDue } from '../capacity/day-use.ts'
import { nextEdge } from '../hours/working-hours.ts'
import type { Instant } from '../vocabulary.ts'
import type { Person } from '../world/person.ts'
import type { World } from '../world/world.ts'

/** When time next changes something about a representative: the reconnect window, working hours, the end of a shift. */
export function personDue(world: World, person: Person): Instant | null {
  const lapse = reconnectLapse(world, person)
  const edge = nextEdge(world.snapshot.calendars, person.settings.workingHours, world.now)
  return earlier(earlier(lapse, edge), dayResetDue(world, person))
}

/** When a lost connection is given up; null: none is lost, or it was given up. */
export function reconnectLapse(world: World, person: Person): Instant | null {
  const { disconnected, signedIn } = person.state
  if (disconnected === null || !signedIn) return null
  return disconnected.at + world.snapshot.organization.reconnectWindowMs
}

function earlier(one: Instant | null, other: Instant | null): Instant | null {
  if (one === null || other === null) return one ?? other
  return Math.min(one, other)
}
