import { stampRelease } from '../items/sessions.ts'
import { wrapUpBlockEnd } from '../timers/item-due.ts'
import type { Instant } from '../vocabulary.ts'
import { recordCapacityReleased } from '../world/frequent-events.ts'
import { memoryKey } from '../world/memory.ts'
import type { OpenItem } from '../world/open-item.ts'
import type { Person, WrapUpBlock } from '../world/person.ts'
import { refreshPerson } from '../world/refresh-person.ts'
import type { World } from '../world/world.ts'

const MEMORY_KIND = 'wrapUpBlock'

/** Gives the capacity of an item in wrap-up back, unless it was given back before.
 *
 * A block of custom length outlives the item: when the item closes earlier, the capacity stays taken to the block's end. */
export function endWrapUpCapacity(world: World, open: OpenItem): void {
  const person = releaseWrapUpCapacity(world, open)
  if (person !== null) refreshPerson(world, person)
}

/** As `endWrapUpCapacity`, for a caller who refreshes the representative. Gives them when capacity came back now. */
export function releaseWrapUpCapacity(world: World, open: OpenItem): Person | null {
  const { item } = open
  if (item.capacityReleasedAt !== null || item.session === null) return null
  const person = world.people.get(item.session.representative)
  const blockEnd = wrapUpBlockEnd(world, item)
  item.capacityReleasedAt = world.now
  if (person === undefined) return null
  if (blockEnd !== null && blockEnd > world.now) {
    holdBeyondClose(world, { open, person, until: blockEnd })
    return null
  }
  recordCapacityReleased(world, open, person.state.name)
  stampRelease(world, person)
  return person
}

/** The end of a block whose item is closed already. */
export function endBlock(world: World, block: WrapUpBlock): void {
  const { person } = block
  forgetBlock(world, block)
  stampRelease(world, person)
  refreshPerson(world, person)
}

export function forgetBlock(world: World, block: WrapUpBlock): void {
  world.timers.remove(block)
  world.memory.set(memoryKey(MEMORY_KIND, block.workItem), null)
  block.person.blocks.delete(block)
}

/** Puts back the blocks that ran when the router was last in memory. */
export function restoreBlocks(world: World): void {
  for (const [key, value] of [...world.memory.entries()]) {
    if (!key.startsWith(`${MEMORY_KIND}:`) || !isRememberedBlock(value)) continue
    const person = world.people.get(value.representative)
    if (person !== undefined) startBlock(world, person, value)
  }
}

interface RememberedBlock {
  readonly workItem: string
  readonly representative: string
  readonly units: number
  readonly capacityProfiles: readonly string[]
  readonly until: Instant
}

function holdBeyondClose(world: World, input: { open: OpenItem; person: Person; until: Instant }): void {
  const { open, person, until } = input
  const { id: workItem, units } = open.item
  const capacityProfiles = open.item.capacityProfiles.filter(
    (profile) => world.snapshot.capacityProfiles.get(profile)?.reset !== 'endOfDay',
  )
  const representative = person.state.name
  const block: RememberedBlock = { workItem, representative, units, capacityProfiles, until }
  world.memory.set(memoryKey(MEMORY_KIND, workItem), block)
  startBlock(world, person, block)
}

function startBlock(world: World, person: Person, remembered: RememberedBlock): void {
  const { workItem, units, capacityProfiles, until } = remembered
  const block: WrapUpBlock = {
    kind: 'wrapUpBlock',
    workItem,
    person,
    units,
    capacityProfiles,
    dueAt: Number.POSITIVE_INFINITY,
    isDueStale: false,
    timerPosition: -1,
    lane: null,
    dueBefore: null,
    dueAfter: null,
  }
  person.blocks.add(block)
  world.timers.schedule(block, until, world.now)
}

function isRememberedBlock(value: unknown): value is RememberedBlock {
  return typeof value === 'object' && value !== null && 'representative' in value && 'until' in value
}
