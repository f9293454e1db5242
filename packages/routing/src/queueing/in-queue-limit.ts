import type { InQueueOverflowSettings } from '../configuration/overflow-settings.ts'
import type { Instant } from '../vocabulary.ts'
import type { WorkItem } from '../work-item.ts'
import type { World } from '../world/world.ts'

/** What in-queue overflow remembers of an item: the queues it has left, and the limits of this one that are done. */
export interface OverflowStage {
  readonly visited: readonly string[]
  /** The stay whose limits are counted, by its beginning, and how many of them have passed. */
  readonly stay: Instant
  readonly passed: number
}

/** When the item has waited longer than its queue allows; null: no limit is left. */
export function inQueueOverflowDue(world: World, item: WorkItem): Instant | null {
  if (item.state !== 'Open' || item.queuedAt === null) return null
  const next = nextLimit(world, item)
  return next === null ? null : item.queuedAt + next.waitingLongerThanMs
}

/** The shortest limit of the present stay that has not passed yet. */
export function nextLimit(world: World, item: WorkItem): InQueueOverflowSettings | null {
  const limits = world.queues.get(item.queue ?? '')?.settings.inQueueOverflow
  if (limits === undefined || limits.length === 0) return null
  return limits[overflowStage(item).passed] ?? null
}

export function overflowStage(item: WorkItem): Pick<OverflowStage, 'visited' | 'passed'> {
  const { overflow } = item.stages
  if (!isOverflowStage(overflow)) return { visited: [], passed: 0 }
  return overflow.stay === item.queuedAt ? overflow : { visited: overflow.visited, passed: 0 }
}

function isOverflowStage(value: unknown): value is OverflowStage {
  return typeof value === 'object' && value !== null && 'visited' in value && 'passed' in value
}
