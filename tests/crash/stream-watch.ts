import { setTimeout as delay } from 'node:timers/promises'
import { readEventStream } from '../../packages/client/src/event-stream.ts'
import type { ApiSession } from './api-session.ts'

const PATIENCE_MS = 30_000

/** A page that listens: it reads the live stream, and whenever that breaks off goes on after the last event it saw. */
export class StreamWatch {
  readonly sequences: number[] = []
  readonly #api: ApiSession
  readonly #stopping = new AbortController()
  readonly #finished: Promise<void>

  constructor(api: ApiSession) {
    this.#api = api
    this.#finished = this.#run()
  }

  /** Everything that was heard, once the stream has come to that event: the whole journal, each event once. */
  async heardUpTo(last: number): Promise<readonly number[]> {
    const deadline = performance.now() + PATIENCE_MS
    while ((this.sequences.at(-1) ?? 0) < last && performance.now() < deadline) await delay(20)
    this.#stopping.abort()
    await this.#finished
    return this.sequences
  }

  async #run(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      await this.#listen().catch(() => undefined)
      await delay(20)
    }
  }

  async #listen(): Promise<void> {
    const body = await this.#api.openStream(this.sequences.at(-1) ?? 0, this.#stopping.signal)
    for await (const event of readEventStream(body))
      if (event.type === 'event' && event.id !== null && event.name !== 'live.ready')
        this.sequences.push(Number(event.id))
  }
}
