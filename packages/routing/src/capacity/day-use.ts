import { nextShiftEnd } from '../hours/working-hours.ts'
import type { Instant } from '../vocabulary.ts'
import { recordPerson } from '../world/journal.ts'
import { memoryKey } from '../world/memory.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { Person } from '../world/person.ts'
import type { World } from '../world/world.ts'

/** From its acceptance on, the place of an end-of-day profile is used until the shift ends, whatever becomes of the item. */
export function countDayUse(world: World, open: OpenItem, person: Person): void {
  const { state } = person
  for (const profile of open.item.capacityProfiles) {
    if (world.snapshot.capacityProfiles.get(profile)?.reset !== 'endOfDay') continue
    state.dayUse = { ...state.dayUse, [profile]: (state.dayUse[profile] ?? 0) + 1 }
    world.changes.representatives.add(state)
    world.memory.set(lastUseKey(person), world.now)
  }
}

/** The end of the shift in which the last place was used; null: nothing is to be given back. */
export function dayResetDue(world: World, person: Person): Instant | null {
  for (const _profile in person.state.dayUse) {
    const lastUse = world.memory.get(lastUseKey(person))
    const after = typeof lastUse === 'number' ? lastUse : world.now
    return nextShiftEnd(world.snapshot.calendars, person.settings.workingHours, after)
  }
  return null
}

/** Gives the places of end-of-day profiles back when the shift is over; open items no longer count. */
export function resetDay(world: World, person: Person): void {
  const due = dayResetDue(world, person)
  if (due === null || due > world.now) return
  const profiles = Object.keys(person.state.dayUse)
  person.state.dayUse = {}
  world.memory.set(lastUseKey(person), null)
  recordPerson(world, person, { type: 'representative.dayReset', profiles })
}

function lastUseKey(person: Person): string {
  return memoryKey('dayUse', person.state.name)
}
