import type { TabChannel } from '../data/tab-channel.ts'

export interface OfferBellOptions {
  readonly channel: TabChannel
  /** The name of this tab among the others. */
  readonly tab: string
  readonly isVisible: () => boolean
  /** Resolves once every tab has had the time to say that the offer reached it. */
  readonly gather: () => Promise<void>
}

/** What one tab has to do about an offer: nothing, or announce it for all. */
export interface Announcement {
  readonly isOurs: boolean
  /** No tab of the application is in sight. */
  readonly isInBackground: boolean
}

interface Claim {
  readonly tab: string
  readonly isVisible: boolean
}

/** Settles among the tabs of a browser which one announces an offer: one that is in sight before one that is not. */
export class OfferBell {
  readonly #options: OfferBellOptions
  readonly #claims = new Map<string, Claim[]>()
  readonly #told = new Set<string>()
  readonly #stop: () => void

  constructor(options: OfferBellOptions) {
    this.#options = options
    this.#stop = options.channel.listen((message) => {
      if (message.type === 'told') this.#told.add(message.id)
      if (message.type !== 'claim') return
      // A tab that comes late would ring a second time.
      if (this.#told.has(message.id)) options.channel.post({ type: 'told', id: message.id })
      else this.#claim(message.id, message)
    })
  }

  stop(): void {
    this.#stop()
  }

  /** `id`: of the session that the offer would open, so that a second offer of the same item rings again. */
  async announce(id: string): Promise<Announcement> {
    const { channel, tab, isVisible, gather } = this.#options
    const own = { tab, isVisible: isVisible() }
    this.#claim(id, own)
    channel.post({ type: 'claim', id, ...own })
    await gather()
    const claims = this.#claims.get(id) ?? [own]
    const first = claims.toSorted(inOrder)[0]
    const isOurs = first?.tab === tab && !this.#told.has(id)
    if (isOurs) {
      this.#told.add(id)
      channel.post({ type: 'told', id })
    }
    return { isOurs, isInBackground: !claims.some((claim) => claim.isVisible) }
  }

  #claim(id: string, claim: Claim): void {
    const others = (this.#claims.get(id) ?? []).filter(({ tab }) => tab !== claim.tab)
    this.#claims.set(id, [...others, claim])
  }
}

function inOrder(one: Claim, other: Claim): number {
  return Number(other.isVisible) - Number(one.isVisible) || one.tab.localeCompare(other.tab)
}
