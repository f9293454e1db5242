import type { Configuration } from '../configuration/document.ts'
import { durationMs } from '../configuration/duration.ts'
import { setStage } from '../items/stages.ts'
import type { DurationMs, Instant, QueueName } from '../vocabulary.ts'
import type { WorkItem } from '../work-item.ts'
import type { World } from '../world/world.ts'

/** The rings of a queue: whom its items are offered to at first, and who joins as time passes. */
export interface Bullseye {
  readonly levels: readonly { readonly afterMs: DurationMs; readonly members: ReadonlySet<string> }[]
  /** With the last level, every other member of the queue joins as well. */
  readonly endsWithEverybody: boolean
}

/** The rings of one item, as far as they are open. */
export interface OpenRings {
  readonly opened: number
  /** Place of a representative from the inside, -1: not asked yet. */
  levelOf(name: string): number
}

/** The active bullseye playbook of each queue. */
export function compileBullseyes(configuration: Configuration): ReadonlyMap<QueueName, Bullseye> {
  const groups = new Map(configuration.userGroups?.map(({ name, members }) => [name, members]))
  const bullseyes = new Map<QueueName, Bullseye>()
  for (const playbook of configuration.playbooks ?? []) {
    if (playbook.kind !== 'bullseye' || playbook.active === false) continue
    const levels = playbook.levels
      .map(({ userGroups, after }) => ({
        afterMs: durationMs(after),
        members: new Set(userGroups.flatMap((group) => groups.get(group) ?? [])),
      }))
      .sort((left, right) => left.afterMs - right.afterMs)
    const endsWithEverybody = (playbook.whenExhausted ?? 'anyQueueMember') === 'anyQueueMember'
    for (const queue of playbook.queues) bullseyes.set(queue, { levels, endsWithEverybody })
  }
  return bullseyes
}

/** Starts the item's clock at its first attempt in a queue with rings, and opens what is due; it runs on during offers. */
export function turnRings(world: World, item: WorkItem): void {
  const bullseye = bullseyeOf(world, item)
  if (bullseye === undefined) return
  const since = ringStage(item)?.since ?? world.now
  const opened = openedAt(bullseye, world.now - since)
  if (ringStage(item)?.opened === opened) return
  setStage(item, 'bullseye', { queue: item.queue, since, opened })
  world.changes.workItems.add(item)
}

/** The rings that are open for the item; null: its queue has none. */
export function openRings(world: World, item: WorkItem): OpenRings | null {
  const bullseye = bullseyeOf(world, item)
  if (bullseye === undefined) return null
  const opened = openedRings(world, item)
  return { opened, levelOf: (name) => levelOf(bullseye, opened, name) }
}

/** How many rings are open, for the item's signature: 0 where its queue has none. */
export function openedRings(world: World, item: WorkItem): number {
  const bullseye = bullseyeOf(world, item)
  return bullseye === undefined ? 0 : (ringStage(item)?.opened ?? openedAt(bullseye, 0))
}

/** When the next ring opens; null: none is left, or the item does not wait. */
export function nextRingDue(world: World, item: WorkItem): Instant | null {
  const bullseye = item.state === 'Open' ? bullseyeOf(world, item) : undefined
  const stage = ringStage(item)
  const next = stage === null ? undefined : bullseye?.levels[stage.opened]
  return stage === null || next === undefined ? null : stage.since + next.afterMs
}

function bullseyeOf(world: World, item: WorkItem): Bullseye | undefined {
  return world.snapshot.bullseyes.get(item.queue ?? '')
}

function openedAt({ levels }: Bullseye, elapsedMs: DurationMs): number {
  return levels.filter(({ afterMs }) => afterMs <= elapsedMs).length
}

function levelOf({ levels, endsWithEverybody }: Bullseye, opened: number, name: string): number {
  const level = levels.findIndex(({ members }, index) => index < opened && members.has(name))
  if (level >= 0) return level
  return endsWithEverybody && opened === levels.length ? levels.length : -1
}

interface RingStage {
  readonly queue: QueueName
  readonly since: Instant
  readonly opened: number
}

function ringStage(item: WorkItem): RingStage | null {
  const { bullseye } = item.stages
  return isRingStage(bullseye) && bullseye.queue === item.queue ? bullseye : null
}

function isRingStage(value: unknown): value is RingStage {
  return typeof value === 'object' && value !== null && 'since' in value && 'opened' in value
}
