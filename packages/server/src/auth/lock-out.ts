import { AppError, type LockOutView, type SignInSettings } from '@unified-routing/contract'
import {
  addFailure,
  type FailureKey,
  forgetFailures,
  listLocked,
  lockUntil,
  readFailures,
} from '../store/sign-in-failures.ts'
import type { Store } from '../store/store.ts'

/** Failures of one network address before it is locked, as a multiple of those of one account: offices share one. */
const ACCOUNTS_PER_ADDRESS = 10
/** Failures are in a row while none of the gaps is longer. */
const FORGOTTEN_AFTER_MS = 24 * 60 * 60 * 1_000
const DOUBLINGS_MAX = 20
const SECOND_MS = 1_000
const MINUTE_MS = 60_000

export interface Attempt {
  readonly email: string
  /** The network address it comes from. */
  readonly address: string
}

/** Slows down who guesses passwords: after some failures in a row nobody may try for a while, then for longer. */
export interface LockOut {
  /** Fails as `limited` while the account or the address is locked, whatever the password. */
  requireUnlocked(attempt: Attempt): Promise<void>
  /** Counts a failure; answers what it has locked. */
  failed(attempt: Attempt): Promise<readonly FailureKey['kind'][]>
  /** The account's failures are forgotten; those of the address are not: whoever guesses may own an account. */
  succeeded(attempt: Attempt): Promise<void>
  list(): Promise<readonly LockOutView[]>
  /** Answers false when nothing was counted. */
  unlock(lock: Pick<FailureKey, 'kind' | 'name'>): Promise<boolean>
}

interface LockOutOptions {
  readonly store: Store
  readonly organizationId: string
  readonly settings: () => Promise<SignInSettings>
  readonly now: () => number
}

export function createLockOut({ store, organizationId, settings, now }: LockOutOptions): LockOut {
  const keysOf = ({ email, address }: Attempt): readonly FailureKey[] => [
    { organizationId, kind: 'account', name: email.toLowerCase() },
    { organizationId, kind: 'address', name: address },
  ]
  return {
    async requireUnlocked(attempt) {
      const found = await Promise.all(keysOf(attempt).map((key) => readFailures(store, key)))
      const until = Math.max(0, ...found.map((failures) => failures?.lockedUntil ?? 0))
      const seconds = Math.ceil((until - now()) / SECOND_MS)
      if (seconds <= 0) return
      throw new AppError(
        'limited',
        `Too many tries to sign in have failed; wait ${seconds} seconds, or ask an administrator to unlock you.`,
        { reason: 'lockedOut', retryAfterSeconds: seconds },
      )
    },
    async failed(attempt) {
      const present = await settings()
      const locked: FailureKey['kind'][] = []
      for (const key of keysOf(attempt)) {
        const failures = await addFailure(store, key, { now: now(), forgottenAt: now() - FORGOTTEN_AFTER_MS })
        const lockMs = lockOutMs(present, key.kind, failures)
        if (lockMs === 0) continue
        await lockUntil(store, key, now() + lockMs)
        locked.push(key.kind)
      }
      return locked
    },
    async succeeded(attempt) {
      const [account] = keysOf(attempt)
      if (account !== undefined) await forgetFailures(store, account)
    },
    async list() {
      return (await listLocked(store, { organizationId, now: now() })).map((locked) => ({
        kind: locked.kind,
        name: locked.name,
        failures: locked.failures,
        lastFailedAt: new Date(locked.failedAt).toISOString(),
        lockedUntil: new Date(locked.lockedUntil).toISOString(),
      }))
    },
    unlock: ({ kind, name }) => forgetFailures(store, { organizationId, kind, name: name.toLowerCase() }),
  }
}

/** How long the latest of so many failures in a row locks: not at all, then twice as long each time. */
export function lockOutMs(
  { failuresMax, lockOutSeconds, lockOutMinutesMax }: SignInSettings,
  kind: FailureKey['kind'],
  failures: number,
): number {
  const max = kind === 'account' ? failuresMax : failuresMax * ACCOUNTS_PER_ADDRESS
  if (failures < max) return 0
  const doubled = lockOutSeconds * SECOND_MS * 2 ** Math.min(failures - max, DOUBLINGS_MAX)
  return Math.min(doubled, lockOutMinutesMax * MINUTE_MS)
}
