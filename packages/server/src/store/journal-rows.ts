import type { Actor, EventBody, RoutingEvent } from '@unified-routing/routing'
import { sql } from 'kysely'

/** Beyond about 2,000 bytes PostgreSQL would compress a row or keep it elsewhere; a longer event has a row of its own. */
const ROW_LENGTH_MAX = 1_800

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
  const rows: WrittenEvent[][] = []
  for (const unit of unitsOf(events)) {
    const row = rows.at(-1)
    const isOfSame = row?.at(-1)?.event.workItem === unit.at(-1)?.event.workItem
    if (row !== undefined && isOfSame && hasRoomFor(row, unit)) row.push(...unit)
    else rows.push(unit)
  }
  return rows.flatMap(journalRow)
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
  readonly body: string
}

/** What is not torn apart: an event of a work item, with those before it that belong to none. */
function unitsOf(events: readonly RoutingEvent[]): readonly WrittenEvent[][] {
  const units: WrittenEvent[][] = []
  let unit: WrittenEvent[] = []
  for (const event of events) {
    const { sequence, at, actor, workItem, queue, representative, ...body } = event
    const written = { event, body: JSON.stringify(body) }
    if (unit.length > 0 && !hasRoomFor(unit, [written])) {
      units.push(unit)
      unit = []
    }
    unit.push(written)
    if (workItem === null) continue
    units.push(unit)
    unit = []
  }
  return unit.length === 0 ? units : [...units, unit]
}

/** Whether events may stand in the row after those that are there. */
function hasRoomFor(row: readonly WrittenEvent[], unit: readonly WrittenEvent[]): boolean {
  const before = row.at(-1)?.event
  const next = unit[0]?.event
  if (before === undefined || next === undefined) return true
  if (next.sequence !== before.sequence + 1 || next.at !== before.at) return false
  return lengthOf(row) + lengthOf(unit) <= ROW_LENGTH_MAX
}

function lengthOf(events: readonly WrittenEvent[]): number {
  return events.reduce((length, { body }) => length + body.length, 0)
}

function journalRow(events: readonly WrittenEvent[]): readonly JournalRow[] {
  const last = events.at(-1)?.event
  return last === undefined ? [] : [{ last, data: `[${events.map((one) => storedText(one, last)).join()}]` }]
}

/** The event's text with what differs from the last event of its row. */
function storedText({ event, body }: WrittenEvent, last: RoutingEvent): string {
  const { actor, workItem, queue, representative } = event
  const own = {
    ...(actor.kind === last.actor.kind && actor.name === last.actor.name ? {} : { actor }),
    ...(workItem === last.workItem ? {} : { workItem }),
    ...(queue === last.queue ? {} : { queue }),
    ...(representative === last.representative ? {} : { representative }),
  }
  const difference = JSON.stringify(own)
  return difference === '{}' ? body : `${body.slice(0, -1)},${difference.slice(1)}`
}
