import type { Services } from '../../http/services.ts'
import { averageWaitText, positionText } from '../live-chat/waiting-news.ts'
import type { CustomerStream } from './customer-stream.ts'

/** How often waiting customers are told how it stands, those beyond this place half as often. */
const NEWS_EVERY_MS = 30_000
const FAR_BEHIND = 150
const LOOKS_FAR_BEHIND = 2
/** Conversations whose estimate is remembered; beyond them the oldest is forgotten. */
const ESTIMATES_MAX = 20_000

export interface WaitingRounds {
  /** Tells one customer at once how it stands. */
  tell(stream: CustomerStream): void
  stop(): void
}

type RoundParts = Pick<Services, 'engine' | 'now'> & { readonly streams: () => Iterable<CustomerStream> }

/** Tells waiting customers now and then where they stand. */
export function createWaitingRounds({ engine, now, streams }: RoundParts): WaitingRounds {
  const estimates = new Estimates()
  let looks = 0
  const timer = setInterval(() => {
    looks++
    for (const stream of streams()) tell(stream, looks % LOOKS_FAR_BEHIND === 0)
  }, NEWS_EVERY_MS)
  timer.unref()

  /** `isFarToo`: also those who are so far behind that little changes for them. */
  function tell(stream: CustomerStream, isFarToo: boolean): void {
    const { conversation, waiting } = stream.viewpoint
    const router = engine.router()
    const item = router?.workItem(conversation) ?? null
    if (router === null || item === null || (!waiting.showsPosition && !waiting.showsAverageWait)) return
    if (!isFarToo && (router.position(conversation) ?? 0) > FAR_BEHIND) return
    const wait = estimates.of(conversation, averageWaitText(item, router, waiting))
    stream.tellNews(positionText(item, router, waiting), wait, now())
  }
  return { tell: (stream) => tell(stream, true), stop: () => clearInterval(timer) }
}

/** What waiting customers were told about their wait. It stays what it was for somebody who waits already, also when they
 * come back to the page. */
export class Estimates {
  readonly #told = new Map<string, string>()

  /** What a customer is to hear, given the estimate of now; null: there is none, or they do not wait. */
  of(conversation: string, now: string | null): string | null {
    if (now === null) return null
    const told = this.#told.get(conversation)
    if (told !== undefined) return told
    this.#told.set(conversation, now)
    for (const oldest of this.#told.keys()) {
      if (this.#told.size <= ESTIMATES_MAX) break
      this.#told.delete(oldest)
    }
    return now
  }
}
