/** Where a waiting customer stands, in words; null: there is nothing to say of it. */
export interface Standing {
  readonly position: string | null
  readonly averageWait: string | null
}

/** What one customer has heard of their wait. */
export class NewsHeard {
  #position: string | null = null
  #knowsWait = false

  /** What they have not heard yet, which they have from now on. */
  fresh({ position, averageWait }: Standing): readonly string[] {
    const news = [
      ...(position === null || position === this.#position ? [] : [position]),
      // An estimate is told once: it does not change for somebody who waits already.
      ...(averageWait === null || this.#knowsWait ? [] : [averageWait]),
    ]
    this.#position = position
    this.#knowsWait ||= averageWait !== null
    return news
  }
}
