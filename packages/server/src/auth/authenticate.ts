import { type AccessMode, AppError, apiKeyHeader, type Role } from '@unified-routing/contract'
import { isAPIError } from 'better-auth/api'
import { z } from 'zod'
import type { ApiKeys } from './api-keys.ts'
import { type Caller, createCaller } from './caller.ts'
import type { Identity } from './identity.ts'
import type { Sessions } from './sessions.ts'

const API_KEY_LENGTH_MAX = 200

export interface Authentication {
  /** The caller of a request by its API key or session cookie; null when it has neither, or they no longer hold. */
  authenticate(headers: Headers, use?: SessionUse): Promise<Caller | null>
  /** Checks e-mail and password; answers the caller and the cookies to set. */
  signIn(attempt: SignInAttempt): Promise<{ readonly caller: Caller; readonly cookies: readonly string[] }>
  /** Begins a session for an account that an identity provider has vouched for. */
  open(accountId: string, headers: Headers): Promise<{ readonly caller: Caller; readonly cookies: readonly string[] }>
  /** Ends the session of the cookie, and answers the cookies to clear. */
  signOut(headers: Headers): Promise<readonly string[]>
  /** Sets another password when the present one is right, and answers the cookies of the one session that goes on.
   *
   * Errors: `invalid` at body.currentPassword. */
  changePassword(change: PasswordChange): Promise<readonly string[]>
}

export interface PasswordChange {
  readonly currentPassword: string
  readonly newPassword: string
  readonly headers: Headers
}

/** Whether a request is somebody at work, which keeps a session from idling, or a page that only listens. */
export interface SessionUse {
  readonly isActivity: boolean
}

export interface SignInAttempt {
  readonly email: string
  readonly password: string
  readonly rememberMe: boolean
  readonly headers: Headers
}

interface AuthenticationOptions {
  readonly identity: Identity
  readonly apiKeys: ApiKeys
  readonly sessions: Sessions
  readonly rolesOf: (account: RoleHolder) => readonly Role[]
  /** Null: no representative; then the account says it. */
  readonly businessUnitOf: (representative: string | null) => string | null
}

/** Has roles of its own, and those of its representative. */
export interface RoleHolder {
  readonly roles: readonly string[]
  readonly representative: string | null
}

interface AccountUser {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly representative?: string | null | undefined
  readonly roles: readonly string[]
  readonly businessUnit: string
  readonly accessMode: AccessMode
  readonly tenantAdministrator: boolean
  readonly mustChangePassword?: boolean | null | undefined
}

/** Sign-in by session cookie or API key. Roles follow the present configuration, request by request. */
export function createAuthentication(options: AuthenticationOptions): Authentication {
  const { identity, apiKeys, sessions } = options
  async function bySession(headers: Headers, use: SessionUse): Promise<Caller | null> {
    if (!headers.has('cookie')) return null
    const found = await identity.api.getSession({ headers }).catch(unreadable)
    if (found === null || found.user.accessMode === 'Non-interactive') return null
    if (!(await sessions.isAlive(found.session, use))) return null
    return callerOf(found.user, found.session.id, options)
  }

  async function callerOfNew(cookies: readonly string[]): Promise<Caller> {
    const headers = new Headers({ cookie: cookies.map(withoutAttributes).join('; ') })
    const caller = await bySession(headers, { isActivity: true })
    if (caller === null) throw new AppError('internal', 'The new session cannot be read.')
    return caller
  }

  return {
    async open(accountId, headers) {
      const { internalAdapter } = await identity.$context
      const account = await internalAdapter.findUserById(accountId)
      const standing = z.object({ accessMode: z.string() }).safeParse(account)
      if (standing.data?.accessMode === 'Non-interactive') throw nobodysAccount()
      const answer = await identity.api.openSession({ body: { accountId }, headers, returnHeaders: true })
      const cookies = answer.headers.getSetCookie()
      return { caller: await callerOfNew(cookies), cookies }
    },
    async authenticate(headers, use = { isActivity: true }) {
      const key = headers.get(apiKeyHeader)
      if (key === null) return bySession(headers, use)
      return key.length > API_KEY_LENGTH_MAX ? null : apiKeys.verify(key)
    },
    async signIn({ email, password, rememberMe, headers }) {
      try {
        const answer = await identity.api.signInEmail({
          body: { email, password, rememberMe },
          headers,
          returnHeaders: true,
        })
        const cookies = answer.headers.getSetCookie()
        if (answer.response.user.accessMode === 'Non-interactive') throw nobodysAccount()
        return { caller: await callerOfNew(cookies), cookies }
      } catch (error) {
        if (isAPIError(error) && error.statusCode < 500)
          throw new AppError('unauthenticated', 'E-mail address or password is wrong.')
        if (isAPIError(error)) unreadable(error)
        throw error
      }
    },
    async signOut(headers) {
      const answer = await identity.api.signOut({ headers, returnHeaders: true })
      return answer.headers.getSetCookie()
    },
    async changePassword({ currentPassword, newPassword, headers }) {
      try {
        const body = { currentPassword, newPassword, revokeOtherSessions: true }
        const answer = await identity.api.changePassword({ body, headers, returnHeaders: true })
        return answer.headers.getSetCookie()
      } catch (error) {
        if (!isAPIError(error) || error.statusCode >= 500) throw error
        const message = 'is not your present password'
        throw new AppError('invalid', `What you gave as the present password ${message}.`, {
          errors: [{ path: 'body.currentPassword', message }],
        })
      }
    },
  }
}

function callerOf(
  user: AccountUser,
  session: string,
  { rolesOf, businessUnitOf }: Pick<AuthenticationOptions, 'rolesOf' | 'businessUnitOf'>,
): Caller {
  const representative = user.representative ?? null
  const businessUnit = businessUnitOf(representative) ?? user.businessUnit
  const { id, name, email, accessMode, tenantAdministrator } = user
  return createCaller({
    by: 'cookie',
    key: `account:${user.id}`,
    account: { id, name, email, businessUnit, accessMode, tenantAdministrator },
    roles: rolesOf({ roles: user.roles, representative }),
    representative,
    session,
    mustChangePassword: user.mustChangePassword ?? false,
  })
}

function nobodysAccount(): AppError {
  return new AppError('forbidden', 'This account is for programs: it works with API keys, not by signing in.', {
    reason: 'nonInteractive',
  })
}

/** better-auth hides why it could not look: it was the database. */
function unreadable(cause: unknown): never {
  throw new AppError('unavailable', 'Sessions cannot be read at the moment; try again.', {
    retryAfterSeconds: RETRY_SECONDS,
    cause,
  })
}

const RETRY_SECONDS = 1

function withoutAttributes(cookie: string): string {
  return cookie.split(';', 1)[0] ?? ''
}
