import type { Actor, EventBody, RoutingEvent } from '@unified-routing/routing'
import { sql } from 'kysely'

/** PostgreSQL compresses rows of more than about 2,000 bytes, and keeps elsewhere what is as long compressed. A longer
 * event has a row of its own. */
const ROW_LENGTH_MAX = 4_000

/** A row of the journal: events that follow each other at one instant and belong to one work item, or to none. */
export interface JournalRow {
  /** The last of them: the work item's own, if the row has one. It says what the others share with it. */
  readonly last: RoutingEvent
  /** All of them as a JSON array, without what they share. */
  readonly data: string
}

/** A row of the journal as it is read. Rows of earlier releases hold one event, not in an array. */
export interface SelectedJournalRow {
  readonly sequence: number
  readonly at: number
  readonly actor_kind: Actor['kind']
  readonly actor_name: string | null
  readonly work_item_id: string | null
  readonly queue: string | null
  readonly representative: string | null
  readonly data: StoredEvent | readonly StoredEvent[]
}

type StoredEvent = EventBody & Partial<Pick<RoutingEvent, 'actor' | 'workItem' | 'queue' | 'representative'>>

/** The events in `data` of a row, in order of their `place`. */
export const eventsOfRow = sql`json_array_elements(
                   case json_typeof(data) when 'array' then data else json_build_array(data) end
                 ) with ordinality as stored (event, place)`

/** Lays events out as rows: fewer of them to write and to index than one for each event. */
export function journalRows(events: readonly RoutingEvent[]): readonly JournalRow[] {
  const written = events.map((event) => ({ event, body: bodyOf(event) }))
  const rows: JournalRow[] = []
  let row: Stretch | null = null
  for (const unit of unitsOf(written)) {
    if (row !== null && row.last.workItem === unit.last.workItem && hasRoomFor(row, unit)) extend(row, unit)
    else {
      if (row !== null) rows.push(journalRow(written, row))
      row = unit
    }
  }
  if (row !== null) rows.push(journalRow(written, row))
  return rows
}

/** The events of a row, each as it was before it came there. */
export function eventsIn(row: SelectedJournalRow): readonly RoutingEvent[] {
  const { sequence, at, data } = row
  const stored = 'type' in data ? [data] : data
  const first = sequence - stored.length + 1
  const shared = {
    actor: { kind: row.actor_kind, name: row.actor_name },
    workItem: row.work_item_id,
    queue: row.queue,
    representative: row.representative,
  }
  return stored.map((event, index) => ({ ...shared, ...event, sequence: first + index, at }))
}

interface WrittenEvent {
  readonly event: RoutingEvent
  /** What only it has, as JSON. */
  readonly body: string
}

/** Events that follow each other, by their places among those of the batch. */
interface Stretch {
  readonly start: number
  /** The place after its last one. */
  end: number
  readonly first: RoutingEvent
  last: RoutingEvent
  /** Of all bodies. */
  length: number
}

/** What is not torn apart: an event of a work item, with those before it that belong to none. */
function unitsOf(written: readonly WrittenEvent[]): readonly Stretch[] {
  const units: Stretch[] = []
  let unit: Stretch | null = null
  for (const [start, { event, body }] of written.entries()) {
    const added: Stretch = { start, end: start + 1, first: event, last: event, length: body.length }
    if (unit !== null && hasRoomFor(unit, added)) extend(unit, added)
    else {
      unit = added
      units.push(unit)
    }
    if (event.workItem !== null) unit = null
  }
  return units
}

/** Whether events may stand in the row after those that are there. */
function hasRoomFor({ last, length }: Stretch, next: Stretch): boolean {
  if (next.first.sequence !== last.sequence + 1 || next.first.at !== last.at) return false
  return length + next.length <= ROW_LENGTH_MAX
}

function extend(row: Stretch, { end, last, length }: Stretch): void {
  row.end = end
  row.last = last
  row.length += length
}

function journalRow(written: readonly WrittenEvent[], { start, end, last }: Stretch): JournalRow {
  let texts = ''
  for (const { event, body } of written.slice(start, end)) {
    const text = withDifference(body, { event, last })
    texts = texts === '' ? text : `${texts},${text}`
  }
  return { last, data: `[${texts}]` }
}

/** What only this event has. Left out as undefined: taking them out of a copy takes twice as long, for each event there is. */
function bodyOf(event: RoutingEvent): string {
  const none = undefined
  return JSON.stringify({
    ...event,
    sequence: none,
    at: none,
    actor: none,
    workItem: none,
    queue: none,
    representative: none,
  })
}

/** The event's text with what differs from the last event of its row. */
function withDifference(
  body: string,
  { event, last }: { readonly event: RoutingEvent; readonly last: RoutingEvent },
): string {
  const { actor, workItem, queue, representative } = event
  let difference = ''
  if (actor.kind !== last.actor.kind || actor.name !== last.actor.name)
    difference += `,"actor":${JSON.stringify(actor)}`
  if (workItem !== last.workItem) difference += `,"workItem":${JSON.stringify(workItem)}`
  if (queue !== last.queue) difference += `,"queue":${JSON.stringify(queue)}`
  if (representative !== last.representative) difference += `,"representative":${JSON.stringify(representative)}`
  return difference === '' ? body : `${body.slice(0, -1)}${difference}}`
}
