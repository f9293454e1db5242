import type { QueueName } from '../vocabulary.ts'
import type { WorkItem } from '../work-item.ts'
import type { World } from '../world/world.ts'

/** The queue itself if it exists, else the fallback queue of the item's workstream, else the system's for its type. */
export function existingQueue(world: World, item: WorkItem, name: QueueName): QueueName {
  if (world.queues.has(name)) return name
  const fallback = world.snapshot.workstreams.get(item.workstream)?.fallbackQueue
  if (fallback !== undefined && world.queues.has(fallback)) return fallback
  const type = item.kind === 'record' ? 'record' : item.channel === 'voice' ? 'voice' : 'messaging'
  for (const { settings } of world.queues.values()) {
    if (settings.isDefault && settings.type === type) return settings.name
  }
  throw new Error(`The configuration has no default queue for ${type} work.`)
}
