import type { Configuration } from '../configuration/document.ts'
import { durationMs } from '../configuration/duration.ts'
import type { DurationMs, Instant, RepresentativeName } from '../vocabulary.ts'
import type { WorkItem } from '../work-item.ts'
import { type Memory, memoryKey } from '../world/memory.ts'
import type { World } from '../world/world.ts'

/** How many customers are remembered; the one served longest ago is forgotten first. */
const CUSTOMERS_MAX = 200_000
const MEMORY_KIND = 'served'

/** Who served a customer last, and when that was. */
interface LastService {
  readonly representative: RepresentativeName
  readonly at: Instant
}

/** The customers served within the longest recency of the expert playbooks, least recently served first. */
export type ServedCustomers = Map<string, LastService>

/** Reads the memory back; its rows come in any order. */
export function rememberedServices(memory: Memory): ServedCustomers {
  const found: [customer: string, service: LastService][] = []
  for (const [key, value] of memory.entries()) {
    if (key.startsWith(`${MEMORY_KIND}:`) && isRemembered(value)) found.push([value.customer, value])
  }
  return new Map(found.sort(([, left], [, right]) => left.at - right.at))
}

/** The longest time that a previous expert counts, drafts included, so that a playbook has a past when it is
 * activated; null: no playbook asks. */
export function longestRecency(configuration: Configuration): DurationMs | null {
  const recencies = (configuration.playbooks ?? []).flatMap((playbook) => {
    if (playbook.kind !== 'expert') return []
    const precedences = [...playbook.branches, ...(playbook.otherwise === undefined ? [] : [playbook.otherwise])]
    return precedences.flatMap(({ order, recency }) => (order.includes('previous') ? [durationMs(recency)] : []))
  })
  return recencies.length === 0 ? null : Math.max(...recencies)
}

/** Stamps that a representative serves, or has just served, the customer of the item. */
export function rememberService(world: World, item: WorkItem, representative: RepresentativeName): void {
  const { served, memory, now, snapshot } = world
  if (item.customer === null || snapshot.serviceRecencyMs === null) return
  const service = { customer: item.customer, representative, at: now }
  served.delete(item.customer)
  served.set(item.customer, service)
  memory.set(memoryKey(MEMORY_KIND, item.customer), service)
  forgetOldServices(world)
}

/** Forgets the customers that no playbook can ask about any more. */
export function forgetOldServices(world: World): void {
  const { served, memory, now, snapshot } = world
  const since = snapshot.serviceRecencyMs === null ? Number.POSITIVE_INFINITY : now - snapshot.serviceRecencyMs
  for (const [customer, { at }] of served) {
    if (at >= since && served.size <= CUSTOMERS_MAX) return
    served.delete(customer)
    memory.set(memoryKey(MEMORY_KIND, customer), null)
  }
}

function isRemembered(value: unknown): value is LastService & { readonly customer: string } {
  return (
    typeof value === 'object' && value !== null && 'customer' in value && 'representative' in value && 'at' in value
  )
}
