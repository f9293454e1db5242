type Hide = () => void

/** What this tab has announced, each with how it is taken away again. */
export class AnnouncedOffers {
  readonly #settle: () => Promise<void>
  readonly #hides = new Map<string, Hide>()
  #present: ReadonlySet<string> = new Set()

  /** `settle`: resolves when an offer that is not back by then has gone for good. */
  constructor(settle: () => Promise<void>) {
    this.#settle = settle
  }

  /** Announces what is new, and takes away what has gone: `present` has how to announce each offer there is. A list that
   * was read before an offer came lacks it for a moment, and an offer is announced once only. */
  update(present: ReadonlyMap<string, () => Promise<Hide>>): void {
    this.#present = new Set(present.keys())
    for (const id of this.#hides.keys()) if (!present.has(id)) void this.#takeAway(id)
    for (const [id, announce] of present) if (!this.#hides.has(id)) void this.#announce(id, announce)
  }

  async #announce(id: string, announce: () => Promise<Hide>): Promise<void> {
    this.#hides.set(id, () => undefined)
    const hide = await announce()
    if (this.#hides.has(id)) this.#hides.set(id, hide)
    else hide()
  }

  async #takeAway(id: string): Promise<void> {
    await this.#settle()
    if (this.#present.has(id)) return
    this.#hides.get(id)?.()
    this.#hides.delete(id)
  }
}
