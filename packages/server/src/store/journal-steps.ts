import { type Kysely, sql } from 'kysely'
import type { Database } from './database.ts'
import type { JournalStep } from './journal-rows.ts'
import { stepsIn } from './stored-journal.ts'

/** Later than any event; instants of JavaScript end there. */
export const FAR_AHEAD = 8_640_000_000_000_000

/** A step of a work item, by the sequence that it ends with. */
export interface Place {
  readonly workItem: string
  readonly sequence: number
}

/** When events about the items can have been: other months are not asked. */
export interface Span {
  readonly from: number
  readonly until: number
}

export interface FoundStep extends JournalStep {
  readonly workItem: string
}

/** Steps of work items, each by a walk down the primary key. Those are missing that are in no row any more, or in one of
 * before decision 0020. */
export async function readSteps(
  db: Kysely<Database>,
  organizationId: string,
  { places, span }: { readonly places: readonly Place[]; readonly span: Span },
): Promise<ReadonlyMap<Place, FoundStep>> {
  const byStep = new Map(places.map((place) => [keyOf(place), place]))
  const found = new Map<Place, FoundStep>()
  const sequences = [...new Set(places.map(({ sequence }) => sequence))]
  const { rows } = await sql<{ readonly sequence: number; readonly at: number; readonly steps: string }>`
    select distinct on (event.sequence) event.sequence, event.at, event.steps
      from unnest(${sequences}::bigint[]) as place (sequence)
     cross join lateral (
           select sequence, at, steps
             from routing_event
            where organization_id = ${organizationId}
              and sequence >= place.sequence
              and at between ${span.from}::bigint and ${span.until}::bigint
            order by sequence
            limit 1) event
     where event.steps is not null`.execute(db)
  for (const { workItem, ...step } of rows.flatMap(stepsIn)) {
    if (workItem === null) continue
    const place = byStep.get(keyOf({ workItem, sequence: step.events.at(-1)?.sequence ?? 0 }))
    if (place !== undefined) found.set(place, { ...step, workItem })
  }
  return found
}

function keyOf({ workItem, sequence }: Place): string {
  return `${sequence} ${workItem}`
}
