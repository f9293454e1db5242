import { loadOf } from './capacity/load.ts'
import { decide } from './decide.ts'
import { candidatesOf } from './explain/candidates.ts'
import { explainPair } from './explain/explain.ts'
import { positionOf, waitingItems } from './explain/waiting-list.ts'
import { isDraining } from './items/set-routing.ts'
import { predictedWaitMs } from './queueing/average-wait.ts'
import { restore } from './recovery/restore.ts'
import type { Router } from './router.ts'
import { nextTimer } from './timers/next-timer.ts'
import { takeChanges } from './world/change-set.ts'
import { createWorld, type RouterInput } from './world/create-world.ts'
import { recordKey } from './world/row-cache.ts'
import type { World } from './world/world.ts'

/** Builds the router of one organization, empty or as the store remembers it.
 *
 * Shape:  what its readers return are copies or must be treated as such; the router goes on changing its own state.
 * Limits: recovery reads each open item once, about 5 microseconds an item. */
export function createRouter(input: RouterInput): Router {
  const world = createWorld(input)
  if (input.state !== undefined) restore(world, input.state, input.rows ?? [])
  return {
    decide: (command, context) => decide(world, command, context),
    wakeAt: () => nextTimer(world)?.dueAt ?? null,
    takeChanges: () => takeChanges(world.changes),
    sequence: () => world.journal.sequence,
    explain: (workItem, representative) => {
      const open = world.items.get(workItem)
      const person = world.people.get(representative)
      return open === undefined || person === undefined ? null : explainPair(world, open, person)
    },
    candidates: (workItem) => {
      const open = world.items.get(workItem)
      return open === undefined ? [] : candidatesOf(world, open)
    },
    workItem: (id) => {
      const open = world.items.get(id)
      return open === undefined ? null : { ...open.item }
    },
    workItemOfRecord: (table, id) => {
      const open = world.itemsByRecord.get(recordKey(table, id))
      return open === undefined ? null : { ...open.item }
    },
    representative: (name) => {
      const person = world.people.get(name)
      return person === undefined ? null : { ...person.state, ...loadOf(person) }
    },
    waiting: (name, limit) => {
      const queue = world.queues.get(name)
      return queue === undefined ? [] : waitingItems(queue, limit).map(({ item }) => ({ ...item }))
    },
    waitingCount: (name) => world.queues.get(name)?.waiting ?? 0,
    position: (workItem) => {
      const open = world.items.get(workItem)
      return open === undefined ? null : positionOf(open)
    },
    predictedWaitMs: (queue) => predictedWaitMs(world, queue),
    openWorkItems: () => openWorkItems(world),
    routingEnabled: () => world.isRoutingEnabled,
    isDraining: () => isDraining(world),
    configurationVersion: () => world.snapshot.version,
  }
}

function* openWorkItems(world: World) {
  for (const { item } of world.items.values()) yield item
}
