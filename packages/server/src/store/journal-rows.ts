import type { RoutingEvent } from '@unified-routing/routing'
import { type JournalTrails, storedTrail, type Trail } from './journal-trails.ts'
import { packedBody, quoted } from './packed-body.ts'

/** A page of PostgreSQL has room for one such row. Longer rows it would compress, which takes longer than all else about
 * them; a single event that is longer has a row of its own. */
const ROW_LENGTH_MAX = 7_600
/** What a step adds to its events, about. */
const STEP_LENGTH = 60

const WAITING_MAX = 20

/** A row of the journal: steps that follow each other at one instant. */
export interface JournalRow {
  /** Of its last event. */
  readonly sequence: number
  readonly at: number
  /** All of them as JSON. */
  readonly steps: string
}

/** Events of one work item, or of none, that follow each other. Those of a work item end with one of its own, and events
 * of nobody's go with the item that comes next. */
export interface JournalStep {
  readonly workItem: string | null
  readonly trail: Trail
  /** At least one; their sequences have no gaps. */
  readonly events: readonly RoutingEvent[]
}

/** Lays events out as rows, as few as can be: each costs PostgreSQL as much as a thousand characters. */
export function journalRows(events: readonly RoutingEvent[], trails: JournalTrails): readonly JournalRow[] {
  const layout = new Layout(trails)
  for (const event of events) layout.add(event)
  return layout.finish()
}

/** Lays steps out as one row again, when others of it are left out. */
export function rowOfSteps(at: number, steps: readonly JournalStep[]): JournalRow {
  const row = new RowDraft(at)
  for (const { workItem, trail, events } of steps) {
    row.beginStep(workItem)
    for (const event of events) row.add(event, packedBody(event))
    const { rounds, recent } = storedTrail(trail, row.sequence)
    row.endStep(`${JSON.stringify(rounds)},${JSON.stringify(recent)}`)
  }
  return row.finish()
}

class Layout {
  readonly #rows: JournalRow[] = []
  readonly #trails: JournalTrails
  #row: RowDraft | null = null
  /** Events of nobody's, which go with the item that comes next. */
  readonly #waiting: RoutingEvent[] = []

  constructor(trails: JournalTrails) {
    this.#trails = trails
  }

  add(event: RoutingEvent): void {
    const before = this.#waiting.at(-1)
    if (before !== undefined && (!follows(event, before) || this.#waiting.length === WAITING_MAX))
      this.#placeWaiting(null)
    if (event.workItem === null) {
      this.#waiting.push(event)
      return
    }
    if (this.#waiting.length > 0) this.#placeWaiting(event.workItem)
    this.#place(event, event.workItem)
  }

  finish(): readonly JournalRow[] {
    this.#placeWaiting(null)
    this.#endRow()
    return this.#rows
  }

  #placeWaiting(workItem: string | null): void {
    for (const event of this.#waiting) this.#place(event, workItem)
    this.#waiting.length = 0
  }

  /** In the step under way, if it is of the same item, and its row. */
  #place(event: RoutingEvent, workItem: string | null): void {
    const body = packedBody(event)
    if (this.#row?.hasRoomFor(event, body.length) !== true) {
      this.#endRow()
      this.#row = new RowDraft(event.at)
    }
    if (!this.#row.goesOnWith(event, workItem)) {
      this.#endStep()
      this.#row.beginStep(workItem)
    }
    this.#row.add(event, body)
  }

  #endStep(): void {
    const row = this.#row
    if (row === null || row.isBetweenSteps) return
    row.endStep(row.workItem === null ? '[],[]' : this.#trails.of(row.workItem).goOn(row.sequence))
  }

  #endRow(): void {
    this.#endStep()
    if (this.#row !== null) this.#rows.push(this.#row.finish())
    this.#row = null
  }
}

function follows(event: RoutingEvent, before: RoutingEvent): boolean {
  return event.sequence === before.sequence + 1 && event.at === before.at
}

const system = { kind: 'system', name: null } as const

/** A row under way.
 *
 * What an event has in common with the one before it is left out, and an event that looks like an earlier one of the
 * row is the number of that: work that is done a thousand times looks alike. */
class RowDraft {
  readonly at: number
  workItem: string | null = null
  isBetweenSteps = true
  sequence = 0
  readonly #lastOfType = new Map<
    string,
    { readonly body: string; readonly difference: string; readonly number: number }
  >()
  readonly #steps: { readonly sequence: number; readonly text: string }[] = []
  #written = 0
  #text = ''
  #length = 0
  #endsWithNobodys = false
  #actor: RoutingEvent['actor'] = system
  #queue: string | null = null
  #representative: string | null = null

  constructor(at: number) {
    this.at = at
  }

  hasRoomFor({ at }: RoutingEvent, length: number): boolean {
    if (this.at !== at) return false
    // A step of an item ends with an event of its own: what comes with others is not torn from them.
    return this.#endsWithNobodys || this.#length + length + STEP_LENGTH <= ROW_LENGTH_MAX
  }

  goesOnWith({ sequence }: RoutingEvent, workItem: string | null): boolean {
    return !this.isBetweenSteps && this.workItem === workItem && this.sequence + 1 === sequence
  }

  beginStep(workItem: string | null): void {
    this.workItem = workItem
    this.isBetweenSteps = false
  }

  add(event: RoutingEvent, body: string): void {
    const difference = this.#differenceOf(event)
    const alike = this.#lastOfType.get(event.type)
    if (alike?.body === body && alike.difference === difference) {
      this.#text += `,${alike.number}`
      this.#length += 3
    } else {
      this.#lastOfType.set(event.type, { body, difference, number: this.#written })
      this.#written += 1
      this.#text += `,${body}${difference}`
      this.#length += body.length + difference.length
    }
    this.sequence = event.sequence
    this.#endsWithNobodys = event.workItem !== this.workItem
  }

  #differenceOf({ actor, workItem, queue, representative }: RoutingEvent): string {
    let difference = '}'
    if (representative !== this.#representative) difference = `,"representative":${quoted(representative)}${difference}`
    if (queue !== this.#queue) difference = `,"queue":${quoted(queue)}${difference}`
    if (workItem !== this.workItem) difference = `,"workItem":${quoted(workItem)}${difference}`
    if (actor !== this.#actor && (actor.kind !== this.#actor.kind || actor.name !== this.#actor.name))
      difference = `,"actor":${JSON.stringify(actor)}${difference}`
    this.#actor = actor
    this.#queue = queue
    this.#representative = representative
    return difference
  }

  /** `trail`: where the steps before it are, as it is stored. */
  endStep(trail: string): void {
    const { sequence } = this
    const text = `${quoted(this.workItem)},${trail}${this.#text}`
    this.#steps.push({ sequence, text })
    this.#text = ''
    this.#length += STEP_LENGTH
    this.isBetweenSteps = true
  }

  finish(): JournalRow {
    let steps = ''
    for (const { sequence, text } of this.#steps)
      steps += `${steps === '' ? '[' : ','}[${this.sequence - sequence},${text}]`
    return { sequence: this.sequence, at: this.at, steps: `${steps}]` }
  }
}
