import type { QueryClient } from '@tanstack/react-query'
import type { LiveSession, LiveSnapshot } from '@unified-routing/client'
import type { LiveEvent, LiveSignal } from '@unified-routing/contract'
import { api } from './api.ts'
import { InboxRenewal } from './inbox-cache.ts'
import { applyLiveEvent } from './live-cache.ts'
import { applyReceipt } from './message-cache.ts'

const LIVE_NOUNS: ReadonlySet<unknown> = new Set([
  'work-items',
  'work-item',
  'row',
  'journal',
  'diagnostics',
  'representative',
  'messages',
  'inbox',
  'customer-history',
  'figures',
])

const notStarted: LiveSnapshot = { state: 'connecting', lastSequence: null, error: null }

/** The live session of this tab: keeps the query cache true and tells the page whether it is. No React in here. */
export class LiveFeed {
  readonly #queryClient: QueryClient
  readonly #listeners = new Set<() => void>()
  readonly #eventListeners = new Set<(event: LiveEvent) => void>()
  readonly #inbox: InboxRenewal
  readonly #signalListeners = new Set<(signal: LiveSignal) => void>()
  #session: LiveSession | null = null
  #clockSkewMs = Number.POSITIVE_INFINITY

  constructor(queryClient: QueryClient) {
    this.#queryClient = queryClient
    this.#inbox = new InboxRenewal(queryClient)
  }

  /** `presence`: the stream keeps the viewer's representative connected. */
  start({ presence }: { readonly presence: boolean }): void {
    if (this.#session) return
    const session = api.live({ presence })
    this.#session = session
    let before = session.getSnapshot().state
    session.subscribe(() => {
      const { state } = session.getSnapshot()
      if (before === 'connecting' && state === 'live') this.#readAgainWhatCameBefore()
      before = state
      for (const listener of this.#listeners) listener()
    })
    session.onEvent((event) => this.#receive(event))
    session.onSignal((signal) => this.#pass(signal))
    session.start()
  }

  stop(): void {
    this.#session?.stop()
    this.#inbox.stop()
    this.#session = null
    for (const listener of this.#listeners) listener()
  }

  /** Tries again at once, instead of waiting for the next attempt. */
  reconnect(): void {
    this.#session?.stop()
    this.#session?.start()
  }

  readonly getSnapshot = (): LiveSnapshot => this.#session?.getSnapshot() ?? notStarted

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly onEvent = (listener: (event: LiveEvent) => void): (() => void) => {
    this.#eventListeners.add(listener)
    return () => this.#eventListeners.delete(listener)
  }

  /** What passes by, such as that somebody types; what is missed stays missed. */
  readonly onSignal = (listener: (signal: LiveSignal) => void): (() => void) => {
    this.#signalListeners.add(listener)
    return () => this.#signalListeners.delete(listener)
  }

  /** The instant of this browser's clock that an instant of the server's clock is. */
  toBrowserMs(serverInstant: string): number {
    const skewMs = Number.isFinite(this.#clockSkewMs) ? this.#clockSkewMs : 0
    return new Date(serverInstant).getTime() + skewMs
  }

  #receive(event: LiveEvent): void {
    // The quickest event shows best how far the two clocks are apart.
    this.#clockSkewMs = Math.min(this.#clockSkewMs, Date.now() - new Date(event.event.at).getTime())
    applyLiveEvent(this.#queryClient, event)
    this.#inbox.receive(event)
    for (const listener of this.#eventListeners) listener(event)
  }

  #pass(signal: LiveSignal): void {
    if (signal.type === 'receipt') applyReceipt(this.#queryClient, signal)
    for (const listener of this.#signalListeners) listener(signal)
  }

  /** What was read before the stream began may have missed a change in between. */
  #readAgainWhatCameBefore(): void {
    void this.#queryClient.invalidateQueries({ predicate: (query) => LIVE_NOUNS.has(query.queryKey[0]) })
  }
}
