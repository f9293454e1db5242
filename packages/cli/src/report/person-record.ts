import type { DurationMs, Instant, RepresentativeName } from '@unified-routing/routing'

/** What a run says about one representative. */
export interface PersonReport {
  readonly name: RepresentativeName
  readonly signedInMs: DurationMs
  /** Time with at least one item in hand. */
  readonly busyMs: DurationMs
  /** Share of the time signed in; null: never signed in. */
  readonly occupancy: number | null
  readonly handled: number
}

/** Takes down how long one representative is there, and at work. */
export class PersonRecord {
  readonly #name: RepresentativeName
  #signedInSince: Instant | null = null
  #signedInMs = 0
  #items = 0
  #busySince: Instant = 0
  #busyMs = 0
  #handled = 0

  constructor(name: RepresentativeName) {
    this.#name = name
  }

  come(at: Instant): void {
    this.#signedInSince ??= at
  }

  go(at: Instant): void {
    if (this.#signedInSince !== null) this.#signedInMs += at - this.#signedInSince
    this.#signedInSince = null
  }

  take(at: Instant): void {
    if (this.#items === 0) this.#busySince = at
    this.#items++
    this.#handled++
  }

  give(at: Instant): void {
    this.#items--
    if (this.#items === 0) this.#busyMs += at - this.#busySince
  }

  finish(end: Instant): PersonReport {
    const signedInMs = this.#signedInMs + (this.#signedInSince === null ? 0 : end - this.#signedInSince)
    const busyMs = this.#busyMs + (this.#items === 0 ? 0 : end - this.#busySince)
    // Work goes on a while after somebody has signed out; nobody is occupied by more than all of their time.
    const occupancy = signedInMs === 0 ? null : Math.min(1, busyMs / signedInMs)
    return { name: this.#name, signedInMs, busyMs, occupancy, handled: this.#handled }
  }
}
