import type { Instant } from '../../src/vocabulary.ts'

interface Entry<Job> {
  readonly at: Instant
  readonly sequence: number
  readonly job: Job
}

/** What the virtual world will do and when: a heap in order of time, then of entry. */
export class Agenda<Job> {
  readonly #heap: Entry<Job>[] = []
  #sequence = 0

  /** When the next job is due; null when there is none. */
  nextAt(): Instant | null {
    return this.#heap[0]?.at ?? null
  }

  add(at: Instant, job: Job): void {
    const heap = this.#heap
    const entry = { at, sequence: this.#sequence++, job }
    let place = heap.length
    while (place > 0) {
      const above = (place - 1) >> 1
      const parent = heap[above]
      if (parent === undefined || isBefore(parent, entry)) break
      heap[place] = parent
      place = above
    }
    heap[place] = entry
  }

  /** Takes the earliest job off the agenda. */
  take(): Job | null {
    const first = this.#heap[0]
    const last = this.#heap.pop()
    if (first === undefined || last === undefined) return null
    if (this.#heap.length > 0) this.#sink(last)
    return first.job
  }

  #sink(entry: Entry<Job>): void {
    const heap = this.#heap
    let place = 0
    for (;;) {
      const left = heap[2 * place + 1]
      if (left === undefined) break
      const right = heap[2 * place + 2]
      const isRight = right !== undefined && isBefore(right, left)
      const child = isRight ? right : left
      if (isBefore(entry, child)) break
      heap[place] = child
      place = 2 * place + (isRight ? 2 : 1)
    }
    heap[place] = entry
  }
}

function isBefore(one: Entry<unknown>, other: Entry<unknown>): boolean {
  return one.at < other.at || (one.at === other.at && one.sequence < other.sequence)
}
