import { isOpen } from '../hours/working-hours.ts'
import type { Instant } from '../vocabulary.ts'
import { refreshPerson } from '../world/refresh-person.ts'
import type { World } from '../world/world.ts'

/** A new router has no past: its clock begins with the first command, not at the beginning of the calendars. */
export function startClock(world: World, now: Instant): void {
  if (world.now > 0) return
  world.now = now
  refreshWorkingHours(world)
}

/** Looks up for everybody whether they are working now, and when that changes next. */
export function refreshWorkingHours(world: World): void {
  for (const person of world.people.values()) {
    person.isWorking = isOpen(world.snapshot.calendars, person.settings.workingHours, world.now)
    refreshPerson(world, person)
  }
}
