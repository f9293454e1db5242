import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Channel, type RoutingEvent, workstreamCatalog } from '@unified-routing/routing'
import { describe, expect, test } from 'vitest'
import { loadScenario } from '../packages/cli/src/simulate/load-scenario.ts'
import { simulateScenario } from '../packages/cli/src/simulate/simulate-scenario.ts'
import { addSums } from '../packages/server/src/analytics/add-sums.ts'
import { EventCounter } from '../packages/server/src/analytics/count-events.ts'
import type { Bucket, Sums, Way } from '../packages/server/src/store/measures.ts'
import { naiveFigures } from './setup/naive-figures.ts'

const scenarios = globSync(join(import.meta.dirname, '..', 'packages/routing/scenarios/*.yaml')).toSorted()
const PIECE = 7

describe.each(scenarios.map((file) => [basename(file), file]))('%s', (_, file) => {
  test('has the figures that an independent count of its journal has, counted at once and with restarts', async () => {
    const { events, channelOf } = await journalOf(file)
    const expected = naiveFigures(events, channelOf)
    expect(counted(events, channelOf, events.length)).toEqual(expected)
    expect(counted(events, channelOf, PIECE)).toEqual(expected)
  })
})

async function journalOf(file: string) {
  const loaded = await loadScenario(file)
  if (!loaded.ok) throw new Error(loaded.problems.join('\n'))
  const events: RoutingEvent[] = []
  simulateScenario(loaded.scenario, { onEvent: (event) => events.push(event) })
  const workstreams = workstreamCatalog(loaded.scenario.configuration)
  const channels = new Map<string, Channel>()
  for (const event of events)
    if (event.type === 'workItem.created' && event.workItem !== null)
      channels.set(event.workItem, workstreams.get(event.workstream)?.channel ?? 'custom')
  return { events, channelOf: (workItem: string): Channel => channels.get(workItem) ?? 'custom' }
}

/** Counts so many events at a time; between two pieces the server dies and only what it has stored is left. */
function counted(events: readonly RoutingEvent[], channelOf: (workItem: string) => Channel, piece: number) {
  let ways: readonly [string, Way][] = []
  const sums: Record<string, Sums> = {}
  for (let first = 0; first < events.length; first += piece) {
    const counter = new EventCounter(ways, {
      item: (workItem) => ({ channel: channelOf(workItem), businessUnit: 'root' }),
      businessUnitOf: () => 'root',
      newQueueNames: () => new Map(),
    })
    for (const event of events.slice(first, first + piece)) counter.count(event)
    for (const bucket of counter.buckets.all()) {
      const key = keyOf(bucket)
      const before = sums[key] ?? {}
      addSums(before, bucket.sums)
      sums[key] = before
    }
    ways = JSON.parse(JSON.stringify([...counter.ways]))
  }
  return sums
}

function keyOf({ minutes, from, queue, representative, channel }: Bucket): string {
  return [minutes, from, queue, representative, channel].join(' ')
}
