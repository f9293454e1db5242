import type { LiveSignal } from '@unified-routing/contract'

/** Passes on what is never stored, such as that somebody types, to whoever listens on this server at that moment. */
export interface Signals {
  send(signal: LiveSignal): void
  listen(listener: (signal: LiveSignal) => void): () => void
}

export function createSignals(): Signals {
  const listeners = new Set<(signal: LiveSignal) => void>()
  return {
    send: (signal) => {
      for (const listener of listeners) listener(signal)
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
