import type { Facts } from '../rules/facts.ts'
import type { WorkItem } from '../work-item.ts'
import { reachableRows } from '../world/reachable-rows.ts'
import { recordKey } from '../world/row-cache.ts'
import type { World } from '../world/world.ts'
import { openedRings, openRings } from './bullseye.ts'
import { expertsFor } from './experts.ts'
import { factsOf } from './item-facts.ts'
import type { QueueState } from './queue-state.ts'
import type { Requirement } from './requirement.ts'

const nobody: readonly string[] = []

/** What an item asks of a representative in a queue, from its workstream, its classification and the queue. */
export function requirementOf(world: World, queue: QueueState, item: WorkItem): Requirement {
  const workstream = world.snapshot.workstreams.get(item.workstream)
  const preferred = preferredFor(world, item)
  const experts = expertsFor(world, item)
  const { capacityProfiles } = item
  const skills = sortedSkills(item)
  const { whenUnavailable } = world.snapshot.organization.preferredRepresentative
  const custom = queue.custom?.matchFor(frozenFacts(world, item), { skills, capacityProfiles }) ?? null
  return {
    distribution: isAutomatic(world, queue, item) ? 'automatic' : 'manual',
    units: item.units,
    capacityProfiles,
    skills,
    skillMatching: workstream?.skillMatching ?? 'none',
    allowedPresences: workstream?.allowedPresences ?? [],
    isRecord: item.kind === 'record',
    respectWorkingHours: queue.settings.respectWorkingHours,
    experts,
    preferred: experts.length === 0 ? preferred : [...new Set([...experts, ...preferred])],
    onlyPreferred: preferred.length > 0 && whenUnavailable === 'leaveInQueue',
    custom,
    rings: openRings(world, item),
  }
}

/** Items with the same key have the same requirement; made without the requirement, because most items find theirs. */
export function requirementKey(world: World, queue: QueueState, item: WorkItem): string {
  const preferred = preferredFor(world, item)
  let key = isAutomatic(world, queue, item) ? item.workstream : `\n${item.workstream}`
  key += `\n${item.units}`
  for (const profile of item.capacityProfiles) key += `\np${profile}`
  for (const [skill, rating] of sortedSkills(item)) key += `\ns${skill}\n${rating}`
  for (const name of preferred) key += `\nr${name}`
  for (const name of expertsFor(world, item)) key += `\ne${name}`
  const opened = openedRings(world, item)
  if (opened > 0) key += `\nb${opened}`
  if (queue.custom !== null) key += `\nc${queue.custom.keyOf(factsOf(world, item))}`
  return key
}

function isAutomatic(world: World, queue: QueueState, item: WorkItem): boolean {
  if (item.parked || queue.settings.assignment.method === 'none') return false
  return world.snapshot.workstreams.get(item.workstream)?.distribution === 'push'
}

function preferredFor(world: World, item: WorkItem): readonly string[] {
  if (item.customer === null || !world.snapshot.organization.preferredRepresentative.enabled) return nobody
  return world.snapshot.preferred.get(item.customer) ?? nobody
}

/** Whether the customer has preferred representatives, who come before everybody else. */
export function hasPreferred(world: World, item: WorkItem): boolean {
  return preferredFor(world, item).length > 0
}

const noSkills: readonly (readonly [string, number | null])[] = []

function sortedSkills(item: WorkItem): readonly (readonly [string, number | null])[] {
  const skills = Object.keys(item.skills)
  if (skills.length === 0) return noSkills
  return skills.sort().map((skill) => [skill, item.skills[skill] ?? null])
}

/** The item's data as they are now: its signature goes on standing for them when the item itself has changed. */
function frozenFacts(world: World, item: WorkItem): Facts {
  const rows = reachableRows(item, world.rows, world.snapshot.lookups)
  return { ...factsOf(world, item), item: { ...item }, rows: { row: (table, id) => rows.get(recordKey(table, id)) } }
}
