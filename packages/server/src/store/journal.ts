import type { RoutingEvent } from '@unified-routing/routing'
import { type RawBuilder, sql } from 'kysely'
import type { Store } from './store.ts'
import { eventsIn, journalColumns, type SelectedJournalRow } from './stored-journal.ts'

/** A row holds three events when work comes one by one, and dozens when it comes in bulk. */
const EVENTS_IN_A_ROW_MIN = 3
const ROWS_MAX = 1_000

export interface JournalQuery {
  readonly organizationId: string
  /** Events after this sequence; 0: from the beginning. */
  readonly after: number
  readonly limit: number
}

/** The journal of the organization, in order. */
export async function readEvents(
  store: Store,
  { organizationId, after, limit }: JournalQuery,
): Promise<RoutingEvent[]> {
  const events: RoutingEvent[] = []
  let eventsInARow = EVENTS_IN_A_ROW_MIN
  for (;;) {
    const from = events.at(-1)?.sequence ?? after
    const rowsMax = Math.min(1 + Math.ceil((limit - events.length) / eventsInARow), ROWS_MAX)
    const rows = await selectRows(
      store,
      organizationId,
      sql`event.sequence > ${from} order by event.sequence limit ${rowsMax}`,
    )
    for (const event of rows.flatMap(eventsIn)) if (event.sequence > from) events.push(event)
    if (rows.length < rowsMax || events.length >= limit) return events.slice(0, limit)
    eventsInARow = Math.max(eventsInARow, events.length / rows.length)
  }
}

/** Sequence of the last event, and the instant of it; zero in an empty journal. */
export async function lastEvent({ db }: Store, organizationId: string): Promise<{ sequence: number; at: number }> {
  const { rows } = await sql<{ sequence: number; at: number }>`
    select sequence, at
      from routing_event
     where organization_id = ${organizationId}
     order by sequence desc
     limit 1`.execute(db)
  return rows[0] ?? { sequence: 0, at: 0 }
}

async function selectRows({ db }: Store, organizationId: string, condition: RawBuilder<unknown>) {
  const { rows } = await sql<SelectedJournalRow>`
    select ${journalColumns}
      from routing_event event
     where event.organization_id = ${organizationId}
       and ${condition}`.execute(db)
  return rows
}
