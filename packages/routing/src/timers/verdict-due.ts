import { factsOf } from '../assignment/item-facts.ts'
import type { Instant } from '../vocabulary.ts'
import type { WorkItem } from '../work-item.ts'
import type { World } from '../world/world.ts'

/** When time alone may next change what the rules of its queue say about a waiting item; null: never. */
export function verdictDue(world: World, item: WorkItem): Instant | null {
  const clocks = item.state === 'Open' ? world.queues.get(item.queue ?? '')?.clocks : undefined
  if (clocks === undefined || clocks.length === 0) return null
  const facts = factsOf(world, item)
  const next = Math.min(...clocks.map((clock) => clock.nextChange(facts)))
  return Number.isFinite(next) ? next : null
}
