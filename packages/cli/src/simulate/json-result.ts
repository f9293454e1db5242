import type { RoutingEvent } from '@unified-routing/routing'
import { formatInstant, type ScenarioResult } from '@unified-routing/routing/sim'

interface Timeline {
  readonly events: readonly RoutingEvent[]
  readonly eventsLeftOut: number
}

/** The result as one line of JSON, in pieces: a timeline of many events makes no single string. */
export function* jsonPieces(
  result: ScenarioResult,
  { events, eventsLeftOut }: Timeline,
): Generator<string, void, void> {
  const { scenario, passed, failures } = result
  yield JSON.stringify({ scenario, passed, failures }).slice(0, -1)
  yield ',"timeline":['
  let separator = ''
  for (const event of events) {
    yield `${separator}${JSON.stringify({ ...event, at: formatInstant(event.at) })}`
    separator = ','
  }
  yield eventsLeftOut === 0 ? ']}\n' : `],"eventsLeftOut":${eventsLeftOut}}\n`
}
