import type { WorkstreamSettings } from '../configuration/workstream-settings.ts'
import type { Literal } from '../vocabulary.ts'
import type { RowKey, WorkItem } from '../work-item.ts'
import { recordCreated } from '../world/frequent-events.ts'
import type { OpenItem } from '../world/open-item.ts'
import { openItem } from '../world/open-item.ts'
import type { World } from '../world/world.ts'

/** Shared by every item that has none of its own; never written to, only replaced. */
const empty = Object.freeze({})

export interface NewItem {
  readonly id: string
  readonly workstream: WorkstreamSettings
  readonly record: RowKey | null
  readonly customer: string | null
  readonly context: Readonly<Record<string, Literal>>
  /** Skills of the item that this one replaces: routing again appends. */
  readonly inheritedSkills: WorkItem['skills']
}

/** Puts a new item into the router, before any stage has looked at it. */
export function createItem(world: World, input: NewItem): OpenItem {
  const { now, snapshot, journal } = world
  const { id, workstream, record, customer } = input
  const item: WorkItem = {
    id,
    kind: workstream.type === 'record' ? 'record' : 'conversation',
    channel: workstream.channel,
    workstream: workstream.name,
    record,
    customer,
    context: sharedIfEmpty(input.context),
    attributes: empty,
    skills: input.inheritedSkills,
    capacityProfiles: workstream.capacityProfiles,
    units: workstream.units,
    priorityScore: 0,
    state: 'Open',
    queue: null,
    queuedAt: null,
    waitStartedAt: now,
    orderSequence: journal.sequence + 1,
    session: null,
    lastRepresentative: null,
    declines: empty,
    parked: false,
    createdAt: now,
    changedAt: now,
    lastInteractionAt: now,
    wrapUpStartedAt: null,
    capacityReleasedAt: null,
    waitingSince: null,
    customerDisconnectedAt: null,
    closedAt: null,
    closureReason: null,
    transferCount: 0,
    messageCount: 0,
    configurationVersion: snapshot.version,
    version: 0,
    stages: empty,
  }
  const open = openItem(item)
  world.items.set(id, open)
  recordCreated(world, open, workstream.name)
  return open
}

/** One object for all that are empty: a million items wait. */
export function sharedIfEmpty<Value>(values: Readonly<Record<string, Value>>): Readonly<Record<string, Value>> {
  for (const _name in values) return values
  return empty
}
