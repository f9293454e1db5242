/** Somebody who is given work at a rate and says, for each piece, how long it took until it was begun. */
export interface Starter {
  readonly name: string
  /** Of ours: what else is under way at this rate, in the words of a claim. Null: a peer. */
  readonly load: ((perSecond: number) => string) | null
  readonly isPostgres: boolean
  /** Milliseconds from the call that creates the nth piece to its start. */
  start(index: number): Promise<number>
  /** Finishes what is still under way: between rounds, when nobody measures. */
  settle(): Promise<void>
  close(): Promise<void>
}

/** What has not begun by then never will, and the bench says so. */
const STARTS_WITHIN_MS = 60_000

/** Starts by the key of the work, for workers that are told it. */
export function createStarts() {
  const waiting = new Map<string, (at: number) => void>()
  /** Of work that has begun before anybody asked. */
  const early = new Map<string, number>()
  return {
    /** Resolves with the instant of the start. */
    of: (key: string): Promise<number> =>
      new Promise((resolve, reject) => {
        const at = early.get(key)
        if (at !== undefined) {
          early.delete(key)
          resolve(at)
          return
        }
        const late = () => reject(new Error(`${key} was not begun within ${STARTS_WITHIN_MS} ms.`))
        const timer = setTimeout(late, STARTS_WITHIN_MS)
        waiting.set(key, (at) => {
          clearTimeout(timer)
          resolve(at)
        })
      }),
    begun: (key: string): void => {
      const at = performance.now()
      const tell = waiting.get(key)
      if (tell === undefined) early.set(key, at)
      waiting.delete(key)
      tell?.(at)
    },
  }
}
