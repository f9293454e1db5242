import { createReadyLines } from './assignment/line.ts'
import { rememberedServices } from './assignment/served-customers.ts'
import { loadOf } from './capacity/load.ts'
import type { Configuration } from './configuration/document.ts'
import { decide } from './decide.ts'
import { candidatesOf } from './explain/candidates.ts'
import { explainPair } from './explain/explain.ts'
import { positionOf, waitingItems } from './explain/waiting-list.ts'
import type { Calendars } from './hours/calendar.ts'
import { restore } from './recovery/restore.ts'
import type { Router, RouterState } from './router.ts'
import { compileSnapshot } from './snapshot/compile-snapshot.ts'
import { createTimers } from './timers/timer.ts'
import { systemActor } from './vocabulary.ts'
import type { Row } from './work-item.ts'
import { createPerson, newRepresentativeState } from './world/build-people.ts'
import { buildQueues } from './world/build-queues.ts'
import { createChangeSet, takeChanges } from './world/change-set.ts'
import { createMemory } from './world/memory.ts'
import type { Person } from './world/person.ts'
import { createRowCache, recordKey } from './world/row-cache.ts'
import type { World } from './world/world.ts'

export interface RouterInput {
  /** Valid: see `validateConfiguration`. */
  readonly configuration: Configuration
  readonly calendars: Calendars
  readonly configurationVersion: number
  /** What the store kept; absent for an organization that begins. */
  readonly state?: RouterState
  /** The rows that open work refers to, and those of the configuration. */
  readonly rows?: readonly Row[]
}

/** Builds the router of one organization, empty or as the store remembers it.
 *
 * Shape:  what its readers return are copies or must be treated as such; the router goes on changing its own state.
 * Limits: recovery reads each open item once, about 5 microseconds an item. */
export function createRouter(input: RouterInput): Router {
  const world = createWorld(input)
  if (input.state !== undefined) restore(world, input.state, input.rows ?? [])
  return {
    decide: (command, context) => decide(world, command, context),
    wakeAt: () => world.timers.peek()?.dueAt ?? null,
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
    openWorkItems: () => openWorkItems(world),
    routingEnabled: () => world.isRoutingEnabled,
    configurationVersion: () => world.snapshot.version,
  }
}

function createWorld({ configuration, calendars, configurationVersion, state, rows }: RouterInput): World {
  const snapshot = compileSnapshot({ configuration, calendars, version: configurationVersion })
  const changes = createChangeSet()
  const memory = createMemory(state?.memory ?? [], changes)
  const remembered = new Map(state?.representatives.map((representative) => [representative.name, representative]))
  const people = new Map<string, Person>()
  for (const settings of snapshot.representatives.values()) {
    const kept = remembered.get(settings.name)
    people.set(
      settings.name,
      createPerson(settings, kept === undefined ? newRepresentativeState(settings.name) : { ...kept }),
    )
  }
  const rowCache = createRowCache()
  rowCache.replaceStanding(rowsOfConfiguration(configuration, rows ?? []))
  return {
    snapshot,
    queues: buildQueues(snapshot, people, memory),
    people,
    items: new Map(),
    itemsByRecord: new Map(),
    rows: rowCache,
    memory,
    served: rememberedServices(memory),
    timers: createTimers(),
    ready: createReadyLines(),
    freed: new Set(),
    arrivals: [],
    journal: { sequence: state?.sequence ?? 0, events: [] },
    changes,
    isRoutingEnabled: state?.routingEnabled ?? true,
    now: 0,
    actor: systemActor,
    context: { now: 0, random: () => 0, newId: () => '' },
  }
}

/** Rows of the document as they are now: the store may know newer values of them. */
function rowsOfConfiguration(configuration: Configuration, rows: readonly Row[]): readonly Row[] {
  const present = new Map(rows.map((row) => [recordKey(row.table, row.id), row]))
  return (configuration.rows ?? []).map(
    ({ table, id, values }) => present.get(recordKey(table, id)) ?? { table, id, values, active: true },
  )
}

function* openWorkItems(world: World) {
  for (const { item } of world.items.values()) yield item
}
