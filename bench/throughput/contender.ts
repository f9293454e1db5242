/** Who takes part. Each has a database of its own in the same PostgreSQL, or a Redis of its own. */
export interface Contender {
  readonly name: string
  /** `limit`: what PostgreSQL itself can do, without a product around it. `overHttp`: ours, in a process of its own.
   * `floor`: what PostgreSQL takes for what we store, with nobody to do the work. */
  readonly role: 'ours' | 'overHttp' | 'peer' | 'limit' | 'floor'
  /** Durable steps that each life takes. */
  readonly steps: number
  /** Before each round, beside the watch. */
  prepare?(): Promise<void>
  /** Whole lives, each step on its own, so many under way at once. */
  oneByOne(lives: number, atOnce: number): Promise<void>
  /** Whole lives, a step of so many at once. */
  inBulk(lives: number, perCall: number): Promise<void>
  close(): Promise<void>
}

/** What each item of work carries: the same for everybody. */
export function payloadOf(index: number): { readonly topic: string; readonly subject: string } {
  return { topic: `topic ${index % TOPICS}`, subject: `The line is slow in the evening, again (${index}).` }
}

/** Kinds of work, each decided by a rule of its own and done by those who have its skill. */
export const TOPICS = 10

/** Bulk calls under way at once: while one is stored another is prepared, and a third waits for whoever is done first. */
export const BULK_CALLS = 3

/** Somebody waits for each of these to be done by workers that report when they are. */
export interface Doing {
  add(id: string): Promise<void>
  done(id: string): void
}

/** Whichever comes first, the waiting or the report. */
export function createDoing(): Doing {
  const early = new Set<string>()
  const waiting = new Map<string, () => void>()
  return {
    add: (id) => {
      if (early.delete(id)) return Promise.resolve()
      return new Promise((resolve) => {
        waiting.set(id, resolve)
      })
    },
    done: (id) => {
      const resolve = waiting.get(id)
      if (resolve === undefined) early.add(id)
      else {
        waiting.delete(id)
        resolve()
      }
    },
  }
}
