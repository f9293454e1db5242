import type { OwnSessionView, SignInSettings } from '@unified-routing/contract'
import { endSessionsOf } from '../store/accounts.ts'
import { endSession, listSessions, touchSession } from '../store/sessions.ts'
import type { Store } from '../store/store.ts'
import type { SessionUse } from './authenticate.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** Use is noted at most so often: a busy page must not write for each request. */
const NOTED_EVERY_MS = MINUTE_MS

export interface PresentSession {
  readonly id: string
  readonly userId: string
  readonly createdAt: Date
  readonly expiresAt: Date
  /** When it was last used, as far as that is written down. */
  updatedAt: Date
}

/** How long sessions live, and where somebody is signed in. */
export interface Sessions {
  /** False when it has idled or lived too long. Notes that it is in use. */
  isAlive(session: PresentSession, use: SessionUse): Promise<boolean>
  list(accountId: string, current: string | null): Promise<readonly OwnSessionView[]>
  /** Answers false when the account has no such session. */
  end(session: { readonly accountId: string; readonly id: string }): Promise<boolean>
  endAll(accountId: string): Promise<void>
}

interface SessionsOptions {
  readonly store: Store
  /** An account has fewer sessions than before. */
  readonly onEnded: (accountId: string) => void
  readonly settings: () => Promise<SignInSettings>
  readonly now: () => number
}

export function createSessions({ store, onEnded, settings, now }: SessionsOptions): Sessions {
  return {
    async isAlive(session, { isActivity }) {
      const { idleMinutesMax, sessionHoursMax } = await settings()
      const at = now()
      const idleMs = at - session.updatedAt.getTime()
      const endsAt = Math.min(session.createdAt.getTime() + sessionHoursMax * HOUR_MS, session.expiresAt.getTime())
      if (idleMs > idleMinutesMax * MINUTE_MS || at > endsAt) return false
      if (isActivity && idleMs > NOTED_EVERY_MS) {
        // Noted before it is written: requests of the same moment shall not write it, too.
        session.updatedAt = new Date(at)
        await touchSession(store, { id: session.id, now: session.updatedAt })
      }
      return true
    },
    async list(accountId, current) {
      const found = await listSessions(store, { accountId, now: new Date(now()) })
      return found.map(({ id, userAgent, address, createdAt, lastSeenAt }) => ({
        id,
        userAgent,
        address,
        createdAt: createdAt.toISOString(),
        lastSeenAt: lastSeenAt.toISOString(),
        isCurrent: id === current,
      }))
    },
    end: (session) => endSession(store, session).finally(() => onEnded(session.accountId)),
    endAll: (accountId) => endSessionsOf(store, accountId).finally(() => onEnded(accountId)),
  }
}
