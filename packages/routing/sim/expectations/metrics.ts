import { queueCatalog } from '../../src/configuration/queue-settings.ts'
import type { DurationMs, RepresentativeName } from '../../src/vocabulary.ts'
import type { Metric } from '../scenario/scenario.ts'
import type { GeneratedItem, Generator } from '../world/generated-work.ts'
import type { World } from '../world/world.ts'
import { gini } from './gini.ts'
import { percentile } from './percentile.ts'

export interface MetricQuestion {
  readonly metric: Metric
  /** The generator; undefined: all of them. */
  readonly of: string | undefined
  readonly thresholdMs: DurationMs
}

/** A figure over generated items: seconds, or a share between 0 and 1; null when there is nothing to count yet.
 *
 * The wait of an item lasts from its arrival to its first assignment; of one that nobody has, until now or its end. */
export function metricValue(world: World, { metric, of, thresholdMs }: MetricQuestion): number | null {
  const generators = world.generated.generators(of)
  if (metric === 'occupancyGini') return occupancyGini(world, generators)
  if (metric === 'assigned') return assignedShare(generators)
  const items = generators.flatMap((generator) => generator.items)
  if (items.length === 0) return null
  if (metric === 'serviceLevel')
    return items.filter((item) => isAnsweredWithin(item, thresholdMs)).length / items.length
  const waits = Float64Array.from(items, (item) => waitMs(item, world.now)).sort()
  const figures = { meanWait: mean(waits), p95Wait: percentile(waits, 0.95), maxWait: waits.at(-1) ?? 0 } as const
  return figures[metric] / SECOND_MS
}

const SECOND_MS = 1_000

function waitMs(item: GeneratedItem, now: number): DurationMs {
  return (item.assignedAt ?? item.closedAt ?? now) - item.arrivedAt
}

function isAnsweredWithin(item: GeneratedItem, thresholdMs: DurationMs): boolean {
  return item.assignedAt !== null && item.assignedAt - item.arrivedAt <= thresholdMs
}

function assignedShare(generators: readonly Generator[]): number | null {
  const total = generators.reduce((sum, { action }) => sum + action.count, 0)
  const assigned = generators.reduce(
    (sum, { items }) => sum + items.filter((item) => item.assignedAt !== null).length,
    0,
  )
  return total === 0 ? null : assigned / total
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** How unevenly the work was spread over those who could have had it: 0 evenly, towards 1 all on one.
 *
 * Occupancy is time at work on these items over time signed in since they began to arrive. Counted are the members of
 * the queues they reached who were signed in at all. */
function occupancyGini(world: World, generators: readonly Generator[]): number | null {
  const from = Math.min(...generators.map(({ startedAt }) => startedAt))
  const busyMs = busyTimes(generators, world.now)
  const occupancies = [...candidates(world, generators)].flatMap((name) => {
    const signedInMs = world.ledger.signedInMs(name, from, world.now)
    return signedInMs === 0 ? [] : [(busyMs.get(name) ?? 0) / signedInMs]
  })
  return occupancies.length === 0 ? null : gini(occupancies)
}

function busyTimes(generators: readonly Generator[], now: number): ReadonlyMap<RepresentativeName, number> {
  const busyMs = new Map<RepresentativeName, number>()
  for (const { items } of generators)
    for (const { work } of items)
      for (const { representative, from, to } of work)
        busyMs.set(representative, (busyMs.get(representative) ?? 0) + (to ?? now) - from)
  return busyMs
}

function candidates(world: World, generators: readonly Generator[]): ReadonlySet<RepresentativeName> {
  const reached = new Set(generators.flatMap(({ items }) => items).flatMap(({ queues }) => queues))
  const queues = [...queueCatalog(world.configuration).values()]
  return new Set(queues.filter(({ name }) => reached.has(name)).flatMap(({ members }) => members))
}
