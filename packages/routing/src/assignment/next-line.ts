import { forgetFreed, forgetFreedAt } from '../world/freed.ts'
import type { Person } from '../world/person.ts'
import type { World } from '../world/world.ts'
import { bestCandidate } from './best-candidate.ts'
import { firstLineFor } from './demand.ts'
import type { Line } from './line.ts'
import { lineServedBefore } from './service-order.ts'

/** When more people are freed at once, their lines are made ready instead of being searched again for each. */
const SEARCHED_MAX = 4

/** The line that is to be given work next: of all with something to give and somebody to take it, the first in the
 * order of service; null: nothing is possible.
 *
 * A pair becomes possible when a line gets a new first item, which makes it ready, or when somebody is freed. */
export function nextLine(world: World): Line | null {
  const { freed } = world
  const { declineLimit } = world.snapshot.organization
  if (freed.length > SEARCHED_MAX) wakeLinesOfFreed(world)
  let first = firstReady(world)
  for (let index = freed.length - 1; index >= 0; index -= 1) {
    const person = freed[index]
    const line = person === undefined ? null : firstLineOf(person, declineLimit)
    if (line === null) forgetFreedAt(freed, index)
    else if (first === null || lineServedBefore(line, first)) first = line
  }
  return first
}

/** Lines that nobody can serve are ready no longer: whoever is freed later finds them. */
function firstReady(world: World): Line | null {
  const { ready } = world
  const { declineLimit } = world.snapshot.organization
  for (let line = ready.peek(); line !== undefined; line = ready.peek()) {
    if (line.items.size > 0 && bestCandidate(line, declineLimit) !== null) return line
    ready.remove(line)
  }
  return null
}

function firstLineOf(person: Person, declineLimit: number): Line | null {
  let first: Line | null = null
  for (const member of person.memberships) {
    for (const demand of member.queue.demands.values()) {
      const line = firstLineFor(demand, member, declineLimit)
      if (line !== undefined && (first === null || lineServedBefore(line, first))) first = line
    }
  }
  return first
}

function wakeLinesOfFreed(world: World): void {
  const { freed, ready } = world
  for (const person of freed) {
    for (const { queue, slot } of person.memberships) {
      for (const demand of queue.demands.values()) {
        if (demand.reasons[slot] !== 0) continue
        for (const line of demand.waiting.entries()) if (line.signature.lasting[slot] === 0) ready.put(line)
      }
    }
  }
  forgetFreed(world)
}
