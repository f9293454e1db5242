import type { Services } from '../../http/services.ts'
import { RecentMap } from '../../recent-map.ts'
import { averageWaitText, positionText } from '../live-chat/waiting-news.ts'
import type { CustomerStream } from './customer-stream.ts'
import { NewsHeard, type Standing } from './news-heard.ts'
import type { Viewpoint } from './write-activity.ts'

/** How often waiting customers are told how it stands, those beyond this place half as often. */
const NEWS_EVERY_MS = 30_000
const FAR_BEHIND = 150
const LOOKS_FAR_BEHIND = 2
/** Whoever still asks so much later has no stream; who reads once reads what was said and nothing else. */
const ASKS_AGAIN_AFTER_MS = 5_000
/** Customers of whom is remembered what they heard. */
const CUSTOMERS_MAX = 20_000

export interface WaitingRounds {
  /** Tells one customer at once how it stands. */
  tell(stream: CustomerStream): void
  /** What is new for a customer who has no stream and asks again and again. */
  askedBy(viewpoint: Viewpoint): readonly string[]
  stop(): void
}

type RoundParts = Pick<Services, 'engine' | 'now'> & { readonly streams: () => Iterable<CustomerStream> }

/** Tells waiting customers now and then where they stand. */
export function createWaitingRounds({ engine, now, streams }: RoundParts): WaitingRounds {
  const estimates = new Estimates()
  const asking = new RecentMap<string, { readonly heard: NewsHeard; readonly nextAt: number }>(CUSTOMERS_MAX)
  let looks = 0
  const timer = setInterval(() => {
    looks++
    for (const stream of streams()) tell(stream, looks % LOOKS_FAR_BEHIND === 0)
  }, NEWS_EVERY_MS)
  timer.unref()

  /** Null: they do not wait, or are to hear nothing of it. */
  function standingOf({ conversation, waiting }: Viewpoint): (Standing & { readonly isFarBehind: boolean }) | null {
    const router = engine.router()
    const item = router?.workItem(conversation) ?? null
    if (router === null || item === null || (!waiting.showsPosition && !waiting.showsAverageWait)) return null
    return {
      position: positionText(item, router, waiting),
      averageWait: estimates.of(conversation, averageWaitText(item, router, waiting)),
      isFarBehind: (router.position(conversation) ?? 0) > FAR_BEHIND,
    }
  }
  /** `isFarToo`: also those who are so far behind that little changes for them. */
  function tell(stream: CustomerStream, isFarToo: boolean): void {
    const standing = standingOf(stream.viewpoint)
    if (standing !== null && (isFarToo || !standing.isFarBehind)) stream.tellNews(standing, now())
  }
  function askedBy(viewpoint: Viewpoint): readonly string[] {
    const { conversation } = viewpoint
    const known = asking.get(conversation)
    if (known !== undefined && known.nextAt > now()) return []
    const standing = standingOf(viewpoint)
    if (standing === null) return []
    if (known === undefined) {
      asking.set(conversation, { heard: new NewsHeard(), nextAt: now() + ASKS_AGAIN_AFTER_MS })
      return []
    }
    const { heard } = known
    const nextAt = now() + NEWS_EVERY_MS * (standing.isFarBehind ? LOOKS_FAR_BEHIND : 1)
    asking.set(conversation, { heard, nextAt })
    return heard.fresh(standing)
  }
  return { tell: (stream) => tell(stream, true), askedBy, stop: () => clearInterval(timer) }
}

/** What waiting customers were told about their wait. It stays what it was for somebody who waits already, also when they
 * come back to the page. */
export class Estimates {
  readonly #told = new RecentMap<string, string>(CUSTOMERS_MAX)

  /** What a customer is to hear, given the estimate of now; null: there is none, or they do not wait. */
  of(conversation: string, now: string | null): string | null {
    if (now === null) return null
    const told = this.#told.get(conversation)
    if (told !== undefined) return told
    this.#told.set(conversation, now)
    return now
  }
}
