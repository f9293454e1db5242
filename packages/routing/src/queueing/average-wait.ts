import type { DurationMs, Instant, QueueName } from '../vocabulary.ts'
import type { WorkItem } from '../work-item.ts'
import { memoryKey } from '../world/memory.ts'
import type { World } from '../world/world.ts'

/** A wait is predicted from so many connected conversations on, and not after so long without one (routing.md 14). */
const SAMPLES_MIN = 20
const SILENCE_MAX_MS: DurationMs = 7 * 86_400_000
/** Weight of the newest wait, the usual one of a moving average over twenty; the first twenty count alike. */
const WEIGHT_OF_NEWEST = 2 / (SAMPLES_MIN + 1)

interface AverageWait {
  readonly samples: number
  readonly averageMs: number
  readonly at: Instant
}

/** Takes the wait of a live chat or call that has just been connected into the average of its queue. */
export function sampleWait(world: World, { channel, queue, queuedAt }: WorkItem): void {
  if (queue === null || queuedAt === null || (channel !== 'liveChat' && channel !== 'voice')) return
  const key = world.queues.get(queue)?.averageWaitKey
  if (key === undefined) return
  const waitedMs = world.now - queuedAt
  const { samples, averageMs } = recentWaits(world, key) ?? { samples: 0, averageMs: 0 }
  const weight = Math.max(1 / (samples + 1), WEIGHT_OF_NEWEST)
  const average: AverageWait = {
    samples: Math.min(samples + 1, SAMPLES_MIN),
    averageMs: averageMs + (waitedMs - averageMs) * weight,
    at: world.now,
  }
  world.memory.set(key, average)
}

/** How long a conversation that comes to the queue now will wait; null: too little is known. */
export function predictedWaitMs(world: World, queue: QueueName): DurationMs | null {
  const key = world.queues.get(queue)?.averageWaitKey
  const waits = key === undefined ? null : recentWaits(world, key)
  return waits === null || waits.samples < SAMPLES_MIN ? null : Math.round(waits.averageMs)
}

function recentWaits(world: World, key: string): AverageWait | null {
  const waits = world.memory.get(key)
  return isAverageWait(waits) && world.now - waits.at < SILENCE_MAX_MS ? waits : null
}

export function averageWaitKey(queue: QueueName): string {
  return memoryKey('averageWait', queue)
}

function isAverageWait(value: unknown): value is AverageWait {
  return typeof value === 'object' && value !== null && 'samples' in value && 'averageMs' in value && 'at' in value
}
