import type { Actor, EventBody, RoutingEvent } from '@unified-routing/routing'
import { sql } from 'kysely'
import type { JournalStep } from './journal-rows.ts'
import { trailOf } from './journal-trails.ts'
import { unpackedBody } from './packed-body.ts'

/** The columns of a row of the journal that say all of it. Before decision 0020 a row held the events of one step in
 * `data`, without what they share, or a single one. */
export interface SelectedJournalRow {
  readonly sequence: number
  readonly at: number
  readonly steps: string | null
  readonly data: StoredEvent | readonly StoredEvent[] | null
  readonly actor_kind: Actor['kind'] | null
  readonly actor_name: string | null
  readonly work_item_id: string | null
  readonly queue: string | null
  readonly representative: string | null
}

export const journalColumns = sql.raw(
  ['sequence', 'at', 'steps', 'data', 'actor_kind', 'actor_name', 'work_item_id', 'queue', 'representative']
    .map((name) => `event.${name}`)
    .join(', '),
)

type StoredEvent = EventBody & Partial<Pick<RoutingEvent, 'actor' | 'workItem' | 'queue' | 'representative'>>

/** The events in `data` of a row, in order of their `place`. */
export const eventsOfEarlierRow = sql`json_array_elements(
                   case json_typeof(data) when 'array' then data else json_build_array(data) end
                 ) with ordinality as stored (event, place)`

/** How far its last event is before that of the row, its item, how far the steps before it are before it, by rounds and
 * by themselves, and its events; a number: as the event of that number in the row. */
type StoredStep = readonly [
  before: number,
  workItem: string | null,
  rounds: readonly number[],
  recent: readonly number[],
  ...events: readonly (StoredEvent | number)[],
]

/** The events of a row, each as it was before it came there. */
export function eventsIn(row: SelectedJournalRow): readonly RoutingEvent[] {
  return row.steps === null ? eventsOfEarlier(row) : stepsIn(row).flatMap(({ events }) => events)
}

/** The steps of a row; none in those of before decision 0020, which are found by their work item. */
export function stepsIn({ sequence, at, steps }: Pick<SelectedJournalRow, 'sequence' | 'at' | 'steps'>): JournalStep[] {
  const stored: readonly StoredStep[] = steps === null ? [] : JSON.parse(steps)
  const known: StoredEvent[] = []
  let before: Pick<RoutingEvent, 'actor' | 'queue' | 'representative'> = {
    actor: system,
    queue: null,
    representative: null,
  }
  return stored.map(([distance, workItem, rounds, recent, ...own]) => {
    const last = sequence - distance
    const events = own.map((one, index) => {
      if (typeof one !== 'number') known.push(one)
      const body = typeof one === 'number' ? known[one] : one
      if (body === undefined) throw new RangeError(`the row ${sequence} of the journal has no event ${one}`)
      const { actor = before.actor, queue = before.queue, representative = before.representative } = body
      before = { actor, queue, representative }
      const about = body.workItem === undefined ? workItem : body.workItem
      return { ...unpackedBody(body), ...before, workItem: about, sequence: last - own.length + 1 + index, at }
    })
    return { workItem, trail: trailOf({ rounds, recent }, last), events }
  })
}

const system = { kind: 'system', name: null } as const

function eventsOfEarlier(row: SelectedJournalRow): readonly RoutingEvent[] {
  const { sequence, at, data } = row
  if (data === null) return []
  const stored = 'type' in data ? [data] : data
  const first = sequence - stored.length + 1
  const shared = {
    actor: { kind: row.actor_kind ?? 'system', name: row.actor_name },
    workItem: row.work_item_id,
    queue: row.queue,
    representative: row.representative,
  }
  return stored.map((event, index) => ({ ...shared, ...event, sequence: first + index, at }))
}
