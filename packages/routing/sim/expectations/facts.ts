import type { Representative } from '../../src/configuration/document.ts'
import { queueCatalog } from '../../src/configuration/queue-settings.ts'
import { transferOffer } from '../../src/items/stages.ts'
import type { Fact } from '../scenario/scenario.ts'
import type { World } from '../world/world.ts'

export type Facts = Readonly<Record<string, Fact>>

/** All that can be expected of a work item. */
export function itemFacts(world: World, name: string): Facts {
  const item = world.workItem(name)
  if (item === null) return { exists: false }
  const { session } = item
  const offer = session !== null && session.acceptedAt === null ? session : transferOffer(item)
  return {
    exists: true,
    state: item.state,
    queue: item.queue,
    workstream: item.workstream,
    offeredTo: offer?.representative ?? null,
    assignedTo: session !== null && session.acceptedAt !== null ? session.representative : null,
    reason: item.closureReason,
    skills: item.skills,
    capacityProfiles: item.capacityProfiles,
    attributes: item.attributes,
    priorityScore: item.priorityScore,
    position: world.router.position(item.id),
    parked: item.parked,
  }
}

/** All that can be expected of a representative; empty when there is none of that name. */
export function representativeFacts(world: World, name: string): Facts {
  const state = world.router.representative(name)
  const settings = world.configuration.representatives?.find((one) => one.name === name)
  if (state === null || settings === undefined) return {}
  return {
    presence: state.presence,
    units: state.unitsFree,
    profiles: state.profilesFree,
    items: state.items.map((id) => world.names.nameOf(id)),
    working: isWorking(world, settings),
  }
}

/** All that can be expected of a queue; empty when there is none of that name. */
export function queueFacts(world: World, name: string): Facts {
  if (!queueCatalog(world.configuration).has(name)) return {}
  const length = world.router.waitingCount(name)
  return {
    waiting: world.router.waiting(name, length).map(({ id }) => world.names.nameOf(id)),
    length,
  }
}

function isWorking({ calendars, now }: World, { workingHours }: Representative): boolean {
  if (workingHours === undefined) return true
  return (calendars.hours[workingHours] ?? []).some(([from, to]) => from <= now && now < to)
}
