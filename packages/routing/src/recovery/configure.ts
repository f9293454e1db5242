import { forgetOldServices } from '../assignment/served-customers.ts'
import { startWaiting, stopWaiting } from '../assignment/waiting.ts'
import { forgetBlock } from '../capacity/wrap-up-block.ts'
import type { Command } from '../command.ts'
import { enterQueue } from '../items/enter-queue.ts'
import { existingQueue } from '../items/fallback-queue.ts'
import { releaseLostWork } from '../items/lost-work.ts'
import { phaseOf } from '../items/phase.ts'
import { compileSnapshot } from '../snapshot/compile-snapshot.ts'
import { dueChanged } from '../timers/next-timer.ts'
import { createPerson, newRepresentativeState } from '../world/build-people.ts'
import { buildQueues } from '../world/build-queues.ts'
import { forgetFreed } from '../world/freed.ts'
import { recordOrganization } from '../world/journal.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { Person } from '../world/person.ts'
import type { World } from '../world/world.ts'
import { carryNames } from './carry-names.ts'
import { refreshWorkingHours } from './start-clock.ts'

type Configure = Extract<Command, { type: 'configure' }>

/** Replaces the whole configuration. Work keeps its place, its holder and its first wait; what the new configuration
 * makes possible happens at once.
 *
 * What was renamed keeps its work and its turns. Items of a queue that is gone go to their workstream's fallback queue; what a removed representative held goes back. */
export function configure(world: World, { configuration, calendars, version, rows, renamings = [] }: Configure): void {
  recordOrganization(world, { type: 'organization.configured', version })
  world.rows.replaceStanding(rows)
  const waiting = [...world.items.values()].filter(({ line }) => line !== null)
  for (const open of waiting) stopWaiting(world, open)
  carryNames(world, renamings)
  world.snapshot = compileSnapshot({ configuration, calendars, version })
  forgetOldServices(world)
  const removed = replacePeople(world)
  forgetFreed(world)
  world.queues = buildQueues(world.snapshot, world.people, world.memory)
  refreshWorkingHours(world)
  for (const person of removed) releaseLostWork(world, person, { reason: 'AgentDisconnected', forGood: true })
  for (const open of [...world.items.values()]) settleIn(world, open)
}

/** Takes over new settings, adds newcomers, and lets go of those who are gone; these are returned. */
function replacePeople(world: World) {
  const { representatives } = world.snapshot
  for (const settings of representatives.values()) {
    const person = world.people.get(settings.name)
    if (person === undefined) {
      const newcomer = createPerson(settings, newRepresentativeState(settings.name))
      world.people.set(settings.name, newcomer)
      world.changes.representatives.add(newcomer.state)
    } else {
      person.settings = settings
      person.mayReadRecords = settings.readsRecords
    }
  }
  const removed = [...world.people.values()].filter(({ state }) => !representatives.has(state.name))
  for (const person of removed) dismiss(world, person)
  return removed
}

/** Finds the item its place in the new configuration. */
function settleIn(world: World, open: OpenItem): void {
  const { item } = open
  const isOpen = phaseOf(item) === 'open'
  const isQueueGone = item.queue !== null && !world.queues.has(item.queue)
  if (isOpen && isQueueGone) enterQueue(world, open, { queue: item.queue ?? '', reason: 'transfer' })
  else if (isOpen && open.line === null) startWaiting(world, open)
  else if (isQueueGone) {
    item.queue = existingQueue(world, item, item.queue ?? '')
    world.changes.workItems.add(item)
  }
  dueChanged(world, open)
}

/** Nothing of somebody who is gone may come back by itself. */
function dismiss(world: World, person: Person): void {
  world.people.delete(person.state.name)
  world.timers.remove(person)
  for (const block of person.blocks) forgetBlock(world, block)
  person.memberships = []
}
