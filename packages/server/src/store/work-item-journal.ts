import type { RoutingEvent } from '@unified-routing/routing'
import { sql } from 'kysely'
import type { JournalQuery } from './journal.ts'
import { FAR_AHEAD, type FoundStep, readSteps, type Span } from './journal-steps.ts'
import type { Store } from './store.ts'
import { eventsIn, journalColumns, type SelectedJournalRow } from './stored-journal.ts'

interface ItemQuery extends JournalQuery {
  readonly workItem: string
}

/** The journal of one work item, in order. Its life says which partitions can hold it, so the others are not asked,
 * however many months there are. An item that is not there has no events. */
export async function readWorkItemEvents(store: Store, query: ItemQuery): Promise<RoutingEvent[]> {
  const { workItem, after, limit } = query
  const life = await readLife(store, query)
  if (life === null) return []
  const events: RoutingEvent[] = []
  for (const row of await readEarlierRows(store, query, life)) events.push(...eventsIn(row))
  const isWanted = (event: RoutingEvent) => event.workItem === workItem && event.sequence > after
  const earlier = events.filter(isWanted)
  if (earlier.length >= limit) return earlier.slice(0, limit)

  const sequences: number[] = []
  const read = stepReader(store, query, life)
  for await (const sequence of waysTo(read, { sequence: life.version, after })) {
    sequences.push(sequence)
    if (sequences.length === limit) break
  }
  const steps = await read(sequences)
  return [...earlier, ...steps.flatMap((step) => step?.events ?? []).filter(isWanted)].slice(0, limit)
}

interface Life extends Span {
  /** Sequence of its last event. */
  readonly version: number
}

async function readLife({ db }: Store, { organizationId, workItem }: ItemQuery): Promise<Life | null> {
  const { rows } = await sql<Life>`
    select created_at as from, coalesce(closed_at, ${FAR_AHEAD}::bigint) as until,
           (document::json ->> 'version')::bigint as version
      from work_item
     where organization_id = ${organizationId}
       and id = ${workItem}`.execute(db)
  return rows[0] ?? null
}

/** Rows of before decision 0020. Each that is found holds an event that is wanted, so as many as events are enough.
 *
 * There may be none, so they are not sought in the order of the journal: that would go through all of it. */
async function readEarlierRows({ db }: Store, query: ItemQuery, { from, until }: Span) {
  const { organizationId, workItem, after, limit } = query
  const { rows } = await sql<SelectedJournalRow>`
    select ${journalColumns}
      from routing_event event
     where organization_id = ${organizationId}
       and work_item_id = ${workItem}
       and sequence > ${after}
       and at between ${from}::bigint and ${until}::bigint
     order by sequence + 0
     limit ${limit}`.execute(db)
  return rows
}

type StepReader = (sequences: readonly number[]) => Promise<readonly (FoundStep | null)[]>

/** Reads each step once. */
function stepReader({ db }: Store, { organizationId, workItem }: ItemQuery, span: Span): StepReader {
  const known = new Map<number, FoundStep>()
  return async (sequences) => {
    const places = sequences.filter((sequence) => !known.has(sequence)).map((sequence) => ({ workItem, sequence }))
    if (places.length > 0)
      for (const [{ sequence }, step] of await readSteps(db, organizationId, { places, span }))
        known.set(sequence, step)
    return sequences.map((sequence) => known.get(sequence) ?? null)
  }
}

/** Where the steps of a work item end, in order, up to one of them; those before `after` are not asked for. */
async function* waysTo(
  read: StepReader,
  {
    sequence,
    after,
    isFirst = true,
  }: { readonly sequence: number; readonly after: number; readonly isFirst?: boolean },
): AsyncGenerator<number> {
  if (sequence <= after) return
  const [step] = await read([sequence])
  // The rest of the way is in rows of before decision 0020, or gone with its month.
  if (step === null || step === undefined) return
  const { rounds, recent } = step.trail
  // The rounds before this one are told of already, unless it is the first that is told of.
  if (isFirst)
    for (const [index, round] of rounds.entries()) yield* waysTo(read, { sequence: round, after, isFirst: index === 0 })
  for (const one of recent) if (one > after) yield one
  yield sequence
}
