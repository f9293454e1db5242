import { setTimeout as wait } from 'node:timers/promises'
import { ApiError } from '@unified-routing/client'

/** Everything the traffic does at the same time. One refusal or lost connection ends one errand, never the others. */
export class Errands {
  readonly #stopping = new AbortController()
  readonly #running = new Set<Promise<void>>()
  readonly #complain: (sentence: string) => void

  constructor(complain: (sentence: string) => void) {
    this.#complain = complain
  }

  /** Aborted when the traffic stops. */
  get signal(): AbortSignal {
    return this.#stopping.signal
  }

  /** Waits; rejects when the traffic stops meanwhile. */
  async pause(ms: number): Promise<void> {
    await wait(ms, undefined, { signal: this.signal })
  }

  run(errand: () => Promise<void>): void {
    const running = errand()
      .catch((error: unknown) => this.#forgive(error))
      .finally(() => this.#running.delete(running))
    this.#running.add(running)
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    await Promise.all(this.#running)
  }

  /** Somebody else was faster, the server is stopping, or the traffic is: all part of a working day. A defect of the
   * traffic is told, and never takes the server with it. */
  #forgive(error: unknown): void {
    if (error instanceof ApiError || this.signal.aborted) return
    this.#complain(`Part of the traffic ended: ${error instanceof Error ? error.message : String(error)}`)
  }
}
