import type { RoutingEvent } from '@unified-routing/routing'
import { formatInstant, type ScenarioResult } from '@unified-routing/routing/sim'

/** A run with generated load brings millions of events; beyond this many they are counted only. */
const TIMELINE_EVENTS_MAX = 1_000_000

/** The events of a run as JSON texts, in order.
 *
 * Limits: the first million; the others are counted. */
export class JsonTimeline {
  readonly events: string[] = []
  #leftOut = 0

  add(event: RoutingEvent): void {
    if (this.events.length < TIMELINE_EVENTS_MAX)
      this.events.push(JSON.stringify({ ...event, at: formatInstant(event.at) }))
    else this.#leftOut++
  }

  get leftOut(): number {
    return this.#leftOut
  }
}

/** The result as one line of JSON, in pieces: a timeline of many events makes no single string. */
export function* jsonPieces(result: ScenarioResult, timeline: JsonTimeline): Generator<string, void, void> {
  const { scenario, passed, failures } = result
  yield JSON.stringify({ scenario, passed, failures }).slice(0, -1)
  yield ',"timeline":['
  let separator = ''
  for (const event of timeline.events) {
    yield `${separator}${event}`
    separator = ','
  }
  yield timeline.leftOut === 0 ? ']}\n' : `],"eventsLeftOut":${timeline.leftOut}}\n`
}
