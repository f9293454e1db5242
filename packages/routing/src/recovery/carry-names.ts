import type { Renaming } from '../configuration/editing/change.ts'
import type { ListName } from '../configuration/editing/row-names.ts'
import type { WorkItem } from '../work-item.ts'
import { memoryKey } from '../world/memory.ts'
import type { Person } from '../world/person.ts'
import type { World } from '../world/world.ts'

type NewName = (list: ListName, name: string) => string

/** What is called by a new name from now on is called so wherever the router keeps it: in open work, presences, capacity
 * in use, and in what is remembered of turns and shares. Closed work keeps the names of its time. */
export function carryNames(world: World, renamings: readonly Renaming[]): void {
  if (renamings.length === 0) return
  const names = new Map(renamings.map(({ list, from, to }) => [`${list} ${from}`, to]))
  const newName: NewName = (list, name) => names.get(`${list} ${name}`) ?? name
  for (const { item } of world.items.values()) renameInItem(world, item, newName)
  for (const person of world.people.values()) renameInPerson(world, person, newName)
  renameInMemory(world, newName)
}

function renameInItem(world: World, item: WorkItem, newName: NewName): void {
  const before = JSON.stringify(item)
  item.queue = item.queue === null ? null : newName('queues', item.queue)
  item.workstream = newName('workstreams', item.workstream)
  item.skills = withKeys(item.skills, (skill) => newName('skills', skill))
  item.capacityProfiles = item.capacityProfiles.map((profile) => newName('capacityProfiles', profile))
  const { bullseye, overflow } = item.stages
  if (isRecord(bullseye) && typeof bullseye.queue === 'string') {
    item.stages = { ...item.stages, bullseye: { ...bullseye, queue: newName('queues', bullseye.queue) } }
  }
  if (isRecord(overflow) && Array.isArray(overflow.visited)) {
    const visited = overflow.visited.map((queue: unknown) =>
      typeof queue === 'string' ? newName('queues', queue) : queue,
    )
    item.stages = { ...item.stages, overflow: { ...overflow, visited } }
  }
  if (JSON.stringify(item) !== before) world.changes.workItems.add(item)
}

function renameInPerson(world: World, { state, blocks }: Person, newName: NewName): void {
  const before = JSON.stringify(state)
  state.presence = newName('presences', state.presence)
  if (state.disconnected !== null) {
    state.disconnected = { ...state.disconnected, presence: newName('presences', state.disconnected.presence) }
  }
  state.dayUse = withKeys(state.dayUse, (profile) => newName('capacityProfiles', profile))
  if (JSON.stringify(state) !== before) world.changes.representatives.add(state)
  for (const block of blocks) {
    block.capacityProfiles = block.capacityProfiles.map((profile) => newName('capacityProfiles', profile))
  }
}

/** Whose turn it is in a queue, how long its items waited, how its shares stand, and what wrap-up still holds. */
function renameInMemory(world: World, newName: NewName): void {
  const renamed = [...world.memory.entries()].flatMap(([key, value]) => {
    const [newKey, newValue] = renamedMemory(key, value, newName)
    return newKey === key && newValue === value ? [] : [{ key, newKey, newValue }]
  })
  // All old keys go before any new one comes: names may have changed places.
  for (const { key } of renamed) world.memory.set(key, null)
  for (const { newKey, newValue } of renamed) world.memory.set(newKey, newValue)
}

function renamedMemory(key: string, value: unknown, newName: NewName): readonly [key: string, value: unknown] {
  const colon = key.indexOf(':')
  const kind = key.slice(0, colon)
  const parts: unknown = JSON.parse(key.slice(colon + 1))
  if (!Array.isArray(parts)) return [key, value]
  const [first = '', ...rest] = parts.map(String)
  if (kind === 'turn' || kind === 'averageWait') return [memoryKey(kind, newName('queues', first), ...rest), value]
  if (kind === 'allocation') {
    return [memoryKey(kind, newName('workstreams', first), ...rest), renamedShares(value, newName)]
  }
  if (!isRecord(value) || !Array.isArray(value.capacityProfiles)) return [key, value]
  const capacityProfiles = value.capacityProfiles.map((profile) => newName('capacityProfiles', String(profile)))
  return [key, { ...value, capacityProfiles }]
}

function renamedShares(value: unknown, newName: NewName): unknown {
  if (!isRecord(value)) return value
  const shares = Object.entries(value).map(([side, byQueue]) => [
    side,
    isRecord(byQueue) ? withKeys(byQueue, (queue) => newName('queues', queue)) : byQueue,
  ])
  return Object.fromEntries(shares)
}

function withKeys<Value>(record: Readonly<Record<string, Value>>, newKey: (key: string) => string) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [newKey(key), value]))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
