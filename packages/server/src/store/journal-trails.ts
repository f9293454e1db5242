/** As many steps are named one by one, and as many rounds of them by their last; longer ways go on from there. */
const NAMED_MAX = 32

/** Where the steps of a work item before one of its steps are found: by the sequences that they end with, in order. */
export interface Trail {
  /** The last one of each round of steps; each names the others of its round, and the first the rounds before it. */
  readonly rounds: readonly number[]
  /** Those since the last round. */
  readonly recent: readonly number[]
}

/** A trail as a step of the journal holds it, by how far it is from one to the next: fewer digits, and what was written
 * once is written on. Recent ones begin with the last round, if there is one, and end with the step itself. */
export interface StoredTrail {
  /** How far each is from the one before; 0 for the first. */
  readonly rounds: readonly number[]
  readonly recent: readonly number[]
}

export function trailOf({ rounds, recent }: StoredTrail, last: number): Trail {
  const before = backFrom(last, recent)
  if (rounds.length === 0) return { rounds: [], recent: before }
  const [round = last, ...own] = before
  return { rounds: [...backFrom(round, rounds.slice(1)), round], recent: own }
}

/** In the order of time. */
function backFrom(last: number, gaps: readonly number[]): number[] {
  let sequence = last
  return gaps
    .toReversed()
    .map((gap) => (sequence -= gap))
    .reverse()
}

export function storedTrail({ rounds, recent }: Trail, last: number): StoredTrail {
  const gaps = (sequences: readonly number[]) => sequences.slice(1).map((one, index) => one - (sequences[index] ?? 0))
  return {
    rounds: rounds.length === 0 ? [] : [0, ...gaps(rounds)],
    recent: gaps([...rounds.slice(-1), ...recent, last]),
  }
}

/** The trail of an item that goes on, as text. */
export class OpenTrail {
  #last: number
  #rounds: string
  #roundsCount: number
  #lastRound: number
  #recent = ''
  #recentCount = 0

  /** Null: nothing has happened to it yet. */
  constructor(last: number | null) {
    this.#last = last ?? 0
    this.#lastRound = this.#last
    this.#rounds = last === null ? '' : '0'
    this.#roundsCount = last === null ? 0 : 1
  }

  /** A step ends with this sequence. Answers what it says of those before it. */
  goOn(sequence: number): string {
    if (this.#last > 0) this.#recent += this.#recent === '' ? sequence - this.#last : `,${sequence - this.#last}`
    const text = `[${this.#rounds}],[${this.#recent}]`
    this.#last = sequence
    this.#recentCount += 1
    if (this.#recentCount > NAMED_MAX) this.#endRound()
    return text
  }

  #endRound(): void {
    const goesOn = this.#roundsCount > 0 && this.#roundsCount < NAMED_MAX
    this.#rounds = goesOn ? `${this.#rounds},${this.#last - this.#lastRound}` : '0'
    this.#roundsCount = goesOn ? this.#roundsCount + 1 : 1
    this.#lastRound = this.#last
    this.#recent = ''
    this.#recentCount = 0
  }
}

/** The ways that open work has gone in the journal: an index of it that costs PostgreSQL nothing.
 *
 * It belongs to one term of whoever leads. The next one knows of each open item only where it is, which is a way, too. */
export class JournalTrails {
  readonly #trails = new Map<string, OpenTrail>()

  /** Of open work that was there before: the way goes on from its last event. */
  constructor(open: Iterable<{ readonly id: string; readonly version: number }> = []) {
    for (const { id, version } of open) this.#trails.set(id, new OpenTrail(version))
  }

  of(workItem: string): OpenTrail {
    let trail = this.#trails.get(workItem)
    if (trail === undefined) {
      trail = new OpenTrail(null)
      this.#trails.set(workItem, trail)
    }
    return trail
  }

  /** It is over, and nothing happens to it any more. */
  forget(workItem: string): void {
    this.#trails.delete(workItem)
  }
}
