import type { OwnSessionView, SignInSettings } from '@unified-routing/contract'
import { endSessionsOf } from '../store/accounts.ts'
import { endSession, listSessions, touchSession } from '../store/sessions.ts'
import type { Store } from '../store/store.ts'
import type { SessionUse } from './authenticate.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** Use is noted at most so often: a busy page must not write for each request. */
const NOTED_EVERY_MS = MINUTE_MS

interface PresentSession {
  readonly id: string
  readonly userId: string
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** How long sessions live, and where somebody is signed in. */
export interface Sessions {
  /** False when it has idled or lived too long; it is ended then. Notes that it is in use. */
  isAlive(session: PresentSession, use: SessionUse): Promise<boolean>
  list(accountId: string, current: string | null): Promise<readonly OwnSessionView[]>
  /** Answers false when the account has no such session. */
  end(session: { readonly accountId: string; readonly id: string }): Promise<boolean>
  endAll(accountId: string): Promise<void>
}

interface SessionsOptions {
  readonly store: Store
  readonly settings: () => Promise<SignInSettings>
  readonly now: () => number
}

export function createSessions({ store, settings, now }: SessionsOptions): Sessions {
  return {
    async isAlive({ id, userId, createdAt, updatedAt }, { isActivity }) {
      const { idleMinutesMax, sessionHoursMax } = await settings()
      const idleMs = now() - updatedAt.getTime()
      const hasEnded = idleMs > idleMinutesMax * MINUTE_MS || now() - createdAt.getTime() > sessionHoursMax * HOUR_MS
      if (hasEnded) await endSession(store, { accountId: userId, id })
      else if (isActivity && idleMs > NOTED_EVERY_MS) await touchSession(store, { id, now: new Date(now()) })
      return !hasEnded
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
    end: (session) => endSession(store, session),
    endAll: (accountId) => endSessionsOf(store, accountId),
  }
}
