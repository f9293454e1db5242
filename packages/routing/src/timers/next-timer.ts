import type { Instant } from '../vocabulary.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { Person } from '../world/person.ts'
import type { World } from '../world/world.ts'
import { itemDue } from './item-due.ts'
import { personDue } from './person-due.ts'
import type { Timer } from './timer.ts'

/** Has the due instant of an item or a representative derived anew before anybody asks for the next timer.
 *
 * One decision changes an item many times; when it is due is of interest once, at the end. */
export function dueChanged(world: World, timer: OpenItem | Person): void {
  if (timer.isDueStale) return
  timer.isDueStale = true
  world.staleTimers.push(timer)
}

/** What fires next; undefined: time changes nothing. */
export function nextTimer(world: World): Timer | undefined {
  settleTimers(world)
  return world.timers.peek()
}

/** Derives each due instant that has changed, as seen from now: to be done before the clock moves on, or what falls due
 * on the way is looked for behind it. */
export function settleTimers(world: World): void {
  const { staleTimers, timers, now } = world
  for (const timer of staleTimers) {
    timer.isDueStale = false
    timers.schedule(timer, dueOf(world, timer), now)
  }
  staleTimers.length = 0
}

/** Null: never, also for what the router has let go of. */
function dueOf(world: World, timer: OpenItem | Person): Instant | null {
  if (timer.kind === 'workItem') return timer.item.state === 'Closed' ? null : itemDue(world, timer.item)
  return world.people.get(timer.state.name) === timer ? personDue(world, timer) : null
}
