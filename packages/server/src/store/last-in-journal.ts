import type { RoutingEvent } from '@unified-routing/routing'
import { type Kysely, sql } from 'kysely'
import type { Database } from './database.ts'
import { type FoundStep, type Place, readSteps, type Span } from './journal-steps.ts'
import { eventsOfEarlierRow } from './stored-journal.ts'

/** Steps of an item that are read at once. */
const STEPS_AT_ONCE = 8

/** What the journal says last about a work item; null: nothing. */
export interface LastInJournal {
  sequence: number | null
  state: string | null
  /** The type of the last event that gave it to somebody, or took it away. */
  session: string | null
}

const sessionTypes: readonly RoutingEvent['type'][] = [
  'workItem.offered',
  'workItem.assigned',
  'workItem.accepted',
  'workItem.declined',
  'workItem.offerWithdrawn',
  'workItem.sessionClosed',
]

/** Goes back from the given places, which name each work item once, as far as it takes. */
export async function readLastOf(
  db: Kysely<Database>,
  organizationId: string,
  { places, span }: { readonly places: readonly Place[]; readonly span: Span },
): Promise<ReadonlyMap<string, LastInJournal>> {
  const walks = places.map((place) => new Walk(place))
  for (let open = walks; open.length > 0; open = open.filter(({ isOver }) => !isOver)) {
    const next = open.map((walk) => ({ walk, places: walk.next() }))
    const found = await readSteps(db, organizationId, { places: next.flatMap((one) => one.places), span })
    for (const { walk, places: own } of next) walk.go(own.map((place) => found.get(place) ?? null))
  }
  const told = new Map(walks.map(({ workItem, last }) => [workItem, last]))
  const ids = walks.flatMap(({ workItem, goesOnEarlier }) => (goesOnEarlier ? [workItem] : []))
  for (const row of ids.length === 0 ? [] : await readEarlier(db, organizationId, { ids, span })) {
    const last = told.get(row.id)
    if (last === undefined) continue
    last.sequence ??= row.sequence
    last.state ??= row.state
    last.session ??= row.session
  }
  return told
}

/** The way back through the steps of one item. */
class Walk {
  readonly workItem: string
  readonly last: LastInJournal = { sequence: null, state: null, session: null }
  /** Whether what is left is in rows of before decision 0020. */
  goesOnEarlier = false
  /** In order; the last is next. */
  #ahead: { readonly sequence: number; readonly isFirst: boolean }[]

  constructor({ workItem, sequence }: Place) {
    this.workItem = workItem
    this.#ahead = [{ sequence, isFirst: true }]
  }

  get isOver(): boolean {
    const { sequence, state, session } = this.last
    return this.#ahead.length === 0 || (sequence !== null && state !== null && session !== null)
  }

  next(): readonly Place[] {
    const { workItem } = this
    return this.#ahead.slice(-STEPS_AT_ONCE).map(({ sequence }) => ({ workItem, sequence }))
  }

  /** By the steps at what was next; null: there is none any more. */
  go(steps: readonly (FoundStep | null)[]): void {
    for (const step of steps.toReversed()) {
      const place = this.#ahead.pop()
      if (step === null || place === undefined) {
        this.#ahead = []
        this.goesOnEarlier = true
        return
      }
      for (const event of step.events.toReversed()) this.#note(event)
      const { rounds, recent } = step.trail
      const before = place.isFirst ? rounds.map((sequence, index) => ({ sequence, isFirst: index === 0 })) : []
      before.push(...recent.map((sequence) => ({ sequence, isFirst: false })))
      this.#ahead.push(...before)
      if (before.length > 0 || this.isOver) return
    }
  }

  #note(event: RoutingEvent): void {
    const { last } = this
    last.sequence ??= event.sequence
    if (event.type === 'workItem.stateChanged') last.state ??= event.to
    else if (sessionTypes.includes(event.type)) last.session ??= event.type
  }
}

interface EarlierRow extends LastInJournal {
  readonly id: string
}

/** Rows of before decision 0020; each item costs three steps down an index. */
async function readEarlier(
  db: Kysely<Database>,
  organizationId: string,
  { ids, span }: { readonly ids: readonly string[]; readonly span: Span },
): Promise<readonly EarlierRow[]> {
  const own = sql`organization_id = ${organizationId}
              and work_item_id = item.id
              and at between ${span.from}::bigint and ${span.until}::bigint`
  const { rows } = await sql<EarlierRow>`
    select item.id, last.sequence, change.state, session.type as session
      from unnest(${ids}::text[]) as item (id)
      left join lateral (
           select sequence
             from routing_event
            where ${own}
            order by sequence desc
            limit 1) last on true
      left join lateral (
           select event ->> 'to' as state
             from routing_event
            cross join lateral ${eventsOfEarlierRow}
            where ${own}
              and event ->> 'type' = 'workItem.stateChanged'
            order by sequence desc, place desc
            limit 1) change on true
      left join lateral (
           select event ->> 'type' as type
             from routing_event
            cross join lateral ${eventsOfEarlierRow}
            where ${own}
              and event ->> 'type' = any(${sessionTypes}::text[])
            order by sequence desc, place desc
            limit 1) session on true`.execute(db)
  return rows
}
