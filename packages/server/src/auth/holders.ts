import { hash } from 'node:crypto'

/** Another server hears of what happened to a session, a key or an account here at most this much later. */
const REMEMBERED_MS = 5_000

/** Whose a cookie or a key is, as it was found a moment ago, so that not every request asks the database. */
export interface Holders<Holder extends object> {
  /** Null: nobody has looked lately. */
  remembered(secret: string): Holder | null
  /** Looks, together with whoever is looking; null: it belongs to nobody. */
  look(secret: string): Promise<Holder | null>
  /** Something about these was changed here. */
  forget(isMeant: (holder: Holder) => boolean): void
}

interface HoldersOptions<Holder> {
  readonly find: (secret: string) => Promise<Holder | null>
  /** Beyond them, those that were found first are forgotten. */
  readonly rememberedMax: number
  readonly now: () => number
}

interface Remembered<Holder> {
  readonly holder: Holder
  readonly at: number
}

/** Remembers whom `find` finds, under a hash of the secret: the secret itself is not kept.
 *
 * Limits: 5 seconds, `rememberedMax` holders. What cannot be found is not remembered. */
export function createHolders<Holder extends object>(options: HoldersOptions<Holder>): Holders<Holder> {
  const { find, rememberedMax, now } = options
  // In the order in which they were found, so that the oldest come first.
  const found = new Map<string, Remembered<Holder>>()
  let looking = new Map<string, Promise<Holder | null>>()

  function isFresh({ at }: Remembered<Holder>): boolean {
    const ageMs = now() - at
    // A clock that was set back makes nothing fresh again.
    return ageMs >= 0 && ageMs < REMEMBERED_MS
  }
  function remember(key: string, holder: Holder): void {
    found.delete(key)
    found.set(key, { holder, at: now() })
    for (const [oldest, one] of found) {
      if (found.size <= rememberedMax && isFresh(one)) break
      found.delete(oldest)
    }
  }
  return {
    remembered(secret) {
      const known = found.get(keyOf(secret))
      return known !== undefined && isFresh(known) ? known.holder : null
    },
    look(secret) {
      const key = keyOf(secret)
      const others = looking
      const underWay = others.get(key)
      if (underWay !== undefined) return underWay
      const answer = find(secret)
        .then((holder) => {
          // What was forgotten meanwhile may not be so any more.
          if (holder !== null && others === looking) remember(key, holder)
          return holder
        })
        .finally(() => others.delete(key))
      others.set(key, answer)
      return answer
    },
    forget(isMeant) {
      looking = new Map()
      for (const [key, { holder }] of found) if (isMeant(holder)) found.delete(key)
    },
  }
}

function keyOf(secret: string): string {
  return hash('sha256', secret, 'base64url')
}
