import { useCallback, useSyncExternalStore } from 'react'

/** One timer for all that tick at the same pace, however many clocks a page shows. */
class Ticker {
  readonly #everyMs: number
  readonly #listeners = new Set<() => void>()
  #timer: ReturnType<typeof setInterval> | null = null
  #now = Date.now()

  constructor(everyMs: number) {
    this.#everyMs = everyMs
  }

  readonly getSnapshot = (): number => this.#now

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    this.#now = Date.now()
    this.#timer ??= setInterval(() => this.#tick(), this.#everyMs)
    return () => this.#leave(listener)
  }

  #tick(): void {
    this.#now = Date.now()
    for (const listener of this.#listeners) listener()
  }

  #leave(listener: () => void): void {
    this.#listeners.delete(listener)
    if (this.#listeners.size > 0 || this.#timer === null) return
    clearInterval(this.#timer)
    this.#timer = null
  }
}

const tickers = new Map<number, Ticker>()

/** The time of this browser in milliseconds, renewed every `everyMs`. */
export function useNow(everyMs: number): number {
  const ticker = tickerOf(everyMs)
  const subscribe = useCallback((listener: () => void) => ticker.subscribe(listener), [ticker])
  return useSyncExternalStore(subscribe, ticker.getSnapshot)
}

function tickerOf(everyMs: number): Ticker {
  const known = tickers.get(everyMs)
  if (known) return known
  const made = new Ticker(everyMs)
  tickers.set(everyMs, made)
  return made
}
