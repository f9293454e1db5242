/** Who takes part. Each has a database of its own in the same PostgreSQL, or a Redis of its own. */
export interface Contender {
  readonly name: string
  /** `limit`: what PostgreSQL itself can do, without a product around it. `overHttp`: ours, in a process of its own. */
  readonly role: 'ours' | 'overHttp' | 'peer' | 'limit'
  /** Durable steps that each life takes. */
  readonly steps: number
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

/** Bulk calls under way at once: one is prepared while the other is stored. */
export const BULK_CALLS = 2

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
