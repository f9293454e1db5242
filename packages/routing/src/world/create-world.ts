import { createReadyLines } from '../assignment/line.ts'
import { rememberedServices } from '../assignment/served-customers.ts'
import type { Configuration } from '../configuration/document.ts'
import type { Calendars } from '../hours/calendar.ts'
import type { RouterState } from '../router.ts'
import { compileSnapshot } from '../snapshot/compile-snapshot.ts'
import { Timers } from '../timers/timers.ts'
import { systemActor } from '../vocabulary.ts'
import type { Row } from '../work-item.ts'
import { createPerson, newRepresentativeState } from './build-people.ts'
import { buildQueues } from './build-queues.ts'
import { createChangeSet } from './change-set.ts'
import { createMemory } from './memory.ts'
import type { Person } from './person.ts'
import { createRowCache, recordKey } from './row-cache.ts'
import type { World } from './world.ts'

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

/** What a router holds when it begins: the configuration, and the people as the store remembers them. */
export function createWorld({ configuration, calendars, configurationVersion, state, rows }: RouterInput): World {
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
    timers: new Timers(),
    staleTimers: [],
    ready: createReadyLines(),
    freed: [],
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
